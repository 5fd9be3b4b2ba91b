package org.cytovigil.feed.hl7;

import java.io.IOException;

/** Sends messages to a listener, one after the other. */
public interface Outlet extends AutoCloseable {
    /**
     * Sends a message and waits for its answer.
     *
     * @param message without its frame
     * @throws IOException when it could not be sent, or no answer to it came; whether it was taken
     *     is then unknown
     */
    Answer send(byte[] message) throws IOException;

    /**
     * Sends a message and breaks off before its answer.
     *
     * @param message without its frame
     */
    void lose(byte[] message) throws IOException;

    @Override
    void close() throws IOException;
}
