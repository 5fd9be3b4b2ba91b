package org.cytovigil.feed.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** MLLP through a pipe, one way: frames without answers. */
public final class MllpPipe implements AutoCloseable {
    private static final Sender SENDER = new Sender("standard input", null);

    private final MessageHandler handler;
    private final MllpCounters counters;
    private boolean closed;

    /** A pipe whose messages are taken in by that handler. */
    public MllpPipe(MessageHandler handler, MllpCounters counters) {
        this.handler = handler;
        this.counters = counters;
    }

    /**
     * Reads messages to the end of a stream, or until this is closed, and has each of them taken
     * in; nobody hears the answers.
     *
     * @throws IOException when the stream cannot be read, or is no MLLP, or holds a message that is
     *     too long
     */
    public void read(InputStream in) throws IOException {
        MllpFrames frames = new MllpFrames(in, MllpSettings.DEFAULT_MESSAGE_BYTES, counters);
        boolean going = true;
        while (going) {
            going =
                    switch (frames.next()) {
                        case MESSAGE -> take(frames.bytes());
                        case OVERSIZE -> {
                            counters.oversize();
                            handler.refuseOversize(
                                    frames.bytes(), MllpSettings.DEFAULT_MESSAGE_BYTES, SENDER);
                            throw new IOException("a message is too long");
                        }
                        // The pipe has the room for long messages for itself.
                        case CROWDED -> throw new IllegalStateException("no room in a pipe");
                        case NOISE -> throw new IOException("what comes is no MLLP");
                        case END -> false;
                    };
        }
    }

    private synchronized boolean take(byte[] message) {
        if (closed) {
            return false;
        }
        counters.message();
        counters.answered(handler.answer(message, SENDER));
        return true;
    }

    /** Takes no more messages, once that at hand is taken. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    /**
     * Writes messages as text, each of them taken for accepted.
     *
     * @param out in UTF-8, as the messages say
     */
    public static Outlet writing(PrintWriter out) {
        return new Outlet() {
            @Override
            public Answer send(byte[] message) throws IOException {
                // Frames of several threads must not be mixed up.
                synchronized (out) {
                    out.write(new String(MllpFrames.framed(message), StandardCharsets.UTF_8));
                    if (out.checkError()) {
                        throw new IOException("nobody reads the output any more");
                    }
                }
                return new Answer("AA", "", "");
            }

            @Override
            public void lose(byte[] message) throws IOException {
                send(message);
            }

            @Override
            public void close() {
                // The output is its owner's.
            }
        };
    }
}
