package org.cytovigil.feed.hl7;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;

/** The sample messages, and the stays that they are about. */
final class Samples {
    static final Path FOLDER = Path.of("src/test/resources/hl7");
    static final Instant NOW = Instant.parse("2026-03-02T12:30:00Z");
    private static final Pattern PATIENT = Pattern.compile("\rPID\\|[^|]*\\|[^|]*\\|([^|^~]+)");

    /**
     * A message.
     *
     * @param name of its file, with its number when the file has several
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares samples
    record Sample(String name, byte[] bytes) {}

    private Samples() {}

    /** The messages of a folder, in the order of the names of their files. */
    static List<Sample> of(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Sample> samples = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                samples.addAll(read(file));
            }
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Sample> read(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!name.contains(".mllp")) {
            return List.of(new Sample(name, Files.readAllBytes(file)));
        }
        List<Sample> samples = new ArrayList<>();
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (byte one : unpacked(file)) {
            if (one == 0x0B) {
                frame.reset();
            } else if (one == 0x1C) {
                samples.add(new Sample(name + " " + (samples.size() + 1), frame.toByteArray()));
            } else {
                frame.write(one);
            }
        }
        return samples;
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz")
                    ? new GZIPInputStream(stream).readAllBytes()
                    : stream.readAllBytes();
        }
    }

    /** The stays of two invented patients, of record numbers 70001 and 70002. */
    static void admitOwn(Ledger ledger) {
        admit(ledger, "S-1", "70001", Facts.ZERO);
        admit(ledger, "S-2", "70002", Facts.ZERO);
    }

    static void admit(Ledger ledger, String id, String recordNumber, Instant at) {
        Stay stay =
                new Stay(
                        new StayId(id),
                        new Patient("Sample", recordNumber, 50.0, null, Patient.Baseline.NONE),
                        new Infusion("axi-cel", at),
                        at,
                        null,
                        "",
                        Stay.Origin.LIVE);
        ledger.append(
                List.of(
                        new Entry(
                                stay.id(),
                                at,
                                at,
                                new Author(Author.Kind.PERSON, "nurse"),
                                new Entry.Admitted(stay))));
    }

    /** A stay for every patient that messages name, of the same name as the record number. */
    static void admitAll(Ledger ledger, List<Sample> samples) {
        Set<String> numbers = new LinkedHashSet<>();
        for (Sample sample : samples) {
            Matcher patient =
                    PATIENT.matcher(new String(sample.bytes(), StandardCharsets.ISO_8859_1));
            while (patient.find()) {
                numbers.add(patient.group(1).strip());
            }
        }
        numbers.forEach(
                number -> admit(ledger, number, number, Instant.parse("2009-01-01T00:00:00Z")));
    }
}
