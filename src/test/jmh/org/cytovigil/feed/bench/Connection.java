package org.cytovigil.feed.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A sender that waits for each answer, and looks whether it accepts the very message. */
public final class Connection implements AutoCloseable {
    private static final int PATIENCE = 60_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[8 << 10];

    public Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = socket.getInputStream();
    }

    /**
     * Sends a message and waits for its answer.
     *
     * @throws IOException when it is not accepted
     */
    public void exchange(Messages.Sent message) throws IOException {
        socket.getOutputStream().write(message.frame());
        int size = 0;
        while (size < 2 || buffer[size - 2] != 0x1C) {
            int count = in.read(buffer, size, buffer.length - size);
            if (count < 0) {
                throw new IOException("the connection was closed without an answer");
            }
            size += count;
        }
        String answer = new String(buffer, 0, size, StandardCharsets.ISO_8859_1);
        if (!answer.contains("\rMSA|AA|" + message.controlId()) || answer.contains("\rERR|")) {
            throw new IOException("not accepted: " + answer.replace('\r', '\n'));
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
