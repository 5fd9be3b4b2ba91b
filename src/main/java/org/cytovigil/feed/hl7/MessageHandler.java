package org.cytovigil.feed.hl7;

/**
 * Answers messages. It is called on many threads at once, yet for one connection with one message
 * after the other.
 */
public interface MessageHandler {
    /**
     * Answers a message. It may block until what the message says is durable: the sender waits
     * meanwhile, and its connection is not read.
     *
     * @param payload the bytes between the frame's start and end, in the encoding that the message
     *     names; empty when the frame was
     * @return the answer without its frame; it is sent as it is
     * @throws RuntimeException when it cannot answer; the connection is then closed without an
     *     answer, so that the sender keeps the message
     */
    byte[] answer(byte[] payload, Sender sender);

    /**
     * Is told of a message over the limit of size, which was not read to its end. The connection is
     * closed once this returns. Nothing is done and answered unless this is overridden.
     *
     * @param start the first bytes of the message, at most 64 KiB: enough for its first segments
     * @param limit the limit in bytes
     * @return an answer that refuses it, without its frame; empty for none
     */
    default byte[] refuseOversize(byte[] start, long limit, Sender sender) {
        return new byte[0];
    }

    /**
     * Is told of a message that was not read to its end because too many long ones are under way at
     * once. The connection is closed once this returns. Nothing is done and answered unless this is
     * overridden.
     *
     * @param start the first bytes of the message, at most 64 KiB
     * @return an answer that asks to send it again, without its frame; empty for none
     */
    default byte[] postpone(byte[] start, Sender sender) {
        return new byte[0];
    }
}
