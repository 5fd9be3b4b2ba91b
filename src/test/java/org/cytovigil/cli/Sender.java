package org.cytovigil.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/** A monitor of one patient that sends one temperature a message and reads the answer. */
final class Sender implements AutoCloseable {
    static final StayId STAY = new StayId("S-1");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSS'+0000'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Socket socket;
    private final InputStream in;

    Sender(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
    }

    /** The admission of the patient whose values are sent. */
    static Entry admission(Instant at) {
        Stay stay =
                new Stay(
                        STAY,
                        new Patient("Doe, Jane", "70001", null, null, Patient.Baseline.NONE),
                        new Infusion("axi-cel", at),
                        at,
                        null,
                        "12",
                        Stay.Origin.LIVE);
        return new Entry(
                STAY, at, at, new Author(Author.Kind.PERSON, "nurse"), new Entry.Admitted(stay));
    }

    static String temperature(String controlId, Instant at, double celsius) {
        String time = TIME.format(at);
        return String.join(
                "\r",
                "MSH|^~\\&|GATE|WARD7|||%s||ORU^R01|%s|P|2.5".formatted(time, controlId),
                "PID|||70001^^^HOSP^MR||Doe^Jane",
                "OBR|1|||vitals|||" + time,
                "OBX|1|NM|8310-5^Body temperature^LN||%s|Cel|||||F|||%s".formatted(celsius, time));
    }

    /** Sends a message and waits for its answer. */
    String send(String message) throws IOException {
        socket.getOutputStream()
                .write(("\u000b" + message + "\u001c\r").getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int read = in.read(); read != 0x1c; read = in.read()) {
            if (read < 0) {
                throw new IOException("the connection ended before the answer did");
            }
            answer.write(read);
        }
        if (in.read() != '\r') {
            throw new IOException("the answer has no end");
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** Whether a message was accepted under its control id. */
    static boolean isAccepted(String answer, String controlId) {
        return List.of(answer.split("\r")).contains("MSA|AA|" + controlId + "|");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
