package org.cytovigil.feed.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The sending end of a connection, a bare socket. */
final class MllpClient implements AutoCloseable {
    private static final int PATIENCE = 30_000;

    private final Socket socket;
    private final InputStream in;

    MllpClient(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static MllpClient to(MllpListener listener) throws IOException {
        return new MllpClient(new Socket(InetAddress.getLoopbackAddress(), listener.port()));
    }

    Socket socket() {
        return socket;
    }

    void send(String message) throws IOException {
        raw(MllpFrames.framed(message.getBytes(ISO_8859_1)));
    }

    void raw(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next answer, or {@code null} when the connection was closed between two answers. */
    @Nullable String answer() throws IOException {
        int start = in.read();
        if (start < 0) {
            return null;
        }
        if (start != MllpFrames.START_BLOCK) {
            throw new AssertionError("an answer begins with " + start);
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int read = in.read(); read != MllpFrames.END_BLOCK; read = in.read()) {
            if (read < 0) {
                throw new AssertionError("half an answer: " + answer);
            }
            answer.write(read);
        }
        if (in.read() != MllpFrames.CARRIAGE_RETURN) {
            throw new AssertionError("an answer without its last byte: " + answer);
        }
        return answer.toString(ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
