package org.cytovigil.feed.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Sends messages over one MLLP connection, and waits for the answer to each. For one thread. */
public final class MllpSender implements Outlet {
    private static final int MOST_ANSWER_BYTES = 1 << 20;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final MllpFrames frames;

    private MllpSender(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.frames = new MllpFrames(in, MOST_ANSWER_BYTES, new MllpCounters());
    }

    /**
     * Connects to a listener.
     *
     * @param patience for the connection, and then for each answer
     * @param tls encrypts; {@code null} for a plain connection
     * @throws IOException when nobody listens there, or the listener proves no certificate that
     *     {@code tls} trusts
     */
    public static MllpSender connect(
            String host, int port, Duration patience, @Nullable SSLContext tls) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new UnknownHostException("no computer is called " + host);
        }
        Socket socket = new Socket();
        try {
            socket.connect(address, millis);
            socket.setSoTimeout(millis);
            socket.setTcpNoDelay(true);
            if (tls == null) {
                return new MllpSender(socket);
            }
            SSLSocket encrypted =
                    (SSLSocket) tls.getSocketFactory().createSocket(socket, host, port, true);
            encrypted.startHandshake();
            return new MllpSender(encrypted);
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Answer send(byte[] message) throws IOException {
        write(message);
        MllpFrames.Found found = frames.next();
        if (found != MllpFrames.Found.MESSAGE) {
            throw new IOException("the connection ended without an answer");
        }
        Answer answer =
                Answer.of(frames.bytes())
                        .orElseThrow(() -> new IOException("what came is no answer"));
        String asked =
                Header.of(Hl7Parser.lines(Hl7Text.of(message).text())[0])
                        .map(Header::controlId)
                        .orElse("");
        if (!answer.controlId().equals(asked)) {
            // Whose answer it is cannot be told any more on this connection.
            throw new IOException("the answer is to another message");
        }
        return answer;
    }

    @Override
    public void lose(byte[] message) throws IOException {
        write(message);
        close();
    }

    private void write(byte[] message) throws IOException {
        out.write(MllpFrames.framed(message));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
