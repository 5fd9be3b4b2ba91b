package org.cytovigil.feed.hl7;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/**
 * Finds the messages in a stream of bytes: start block (0x0B), message, end block (0x1C) and
 * carriage return, as in the HL7 Minimal Lower Layer Protocol, release 1. How the bytes are cut
 * into packets makes no difference.
 *
 * <p>Read leniently: a line feed may stand for the carriage return after the end block, and that
 * may be missing before the next start block or the end of the stream. Between messages carriage
 * returns, line feeds and zero bytes keep a connection alive; other bytes are noise.
 */
final class MllpFrames implements AutoCloseable {
    static final int START_BLOCK = 0x0B;
    static final int END_BLOCK = 0x1C;
    static final int CARRIAGE_RETURN = 0x0D;

    /** How much of a message that is too long is shown to the handler. */
    static final int START_BYTES = 64 << 10;

    /** More noise than this before a message comes from something that speaks no MLLP. */
    static final int MOST_NOISE = 64 << 10;

    private static final int LINE_FEED = 0x0A;
    private static final int NOTHING = -1;
    private static final int FIRST_CAPACITY = 4 << 10;

    private final InputStream in;
    private final int maxBytes;
    private final MllpCounters counters;
    private final MllpRoom room;
    private final Patience patience;
    private final byte[] buffer = new byte[8 << 10];
    private int next;
    private int end;
    private boolean started;
    private byte[] payload = {};
    private int size;
    private long taken;
    private boolean inMessage;

    /** How long a message may take from its first byte to its last. */
    interface Patience {
        /** A message begins. */
        void begin();

        /** Whether the message that began last should have ended. */
        boolean isOver();

        /** Waits as long as the bytes come. */
        static Patience endless() {
            return new Patience() {
                @Override
                public void begin() {}

                @Override
                public boolean isOver() {
                    return false;
                }
            };
        }
    }

    /** What came next in the stream. */
    enum Found {
        /** A whole message. */
        MESSAGE,
        /** A message longer than the limit; the rest of it has not been read. */
        OVERSIZE,
        /** A long message while too many others are under way; the rest of it has not been read. */
        CROWDED,
        /** Noise without end; no message is to be expected. */
        NOISE,
        /** The end of the stream; a message that was not whole by then is counted. */
        END
    }

    MllpFrames(InputStream in, int maxBytes, MllpCounters counters) {
        this(in, maxBytes, counters, MllpRoom.of(maxBytes), Patience.endless());
    }

    MllpFrames(
            InputStream in, int maxBytes, MllpCounters counters, MllpRoom room, Patience patience) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.counters = counters;
        this.room = room;
        this.patience = patience;
    }

    /** Gives back what a long message took. */
    @Override
    public void close() {
        room.give(taken);
        taken = 0;
    }

    /**
     * Waits for the next message. It must not be called again after anything but a message was
     * found.
     */
    Found next() throws IOException {
        int noise = 0;
        while (!started) {
            int read = read();
            if (read == NOTHING) {
                return Found.END;
            }
            if (read == START_BLOCK) {
                started = true;
            } else if (read != CARRIAGE_RETURN && read != LINE_FEED && read != 0) {
                counters.noise();
                noise++;
                if (noise > MOST_NOISE) {
                    return Found.NOISE;
                }
            }
        }
        started = false;
        return message();
    }

    /** The message just found, or of one that is too long the start. */
    byte[] bytes() {
        return Arrays.copyOf(payload, size);
    }

    private Found message() throws IOException {
        payload = new byte[Math.min(FIRST_CAPACITY, maxBytes)];
        size = 0;
        close();
        patience.begin();
        inMessage = true;
        Found found = wholeMessage();
        inMessage = false;
        return found;
    }

    private Found wholeMessage() throws IOException {
        for (int read = read(); read != NOTHING; read = read()) {
            if (read == START_BLOCK) {
                // What began before has no end: nobody knows whether it was whole.
                counters.unfinished();
                size = 0;
                patience.begin();
            } else if (read == END_BLOCK && ends()) {
                return Found.MESSAGE;
            } else if (size == maxBytes) {
                size = Math.min(size, START_BYTES);
                return Found.OVERSIZE;
            } else if (size == payload.length && !grow()) {
                size = Math.min(size, START_BYTES);
                return Found.CROWDED;
            } else {
                payload[size++] = (byte) read;
            }
        }
        counters.unfinished();
        return Found.END;
    }

    /** Makes room for more; {@code false} when there is none. */
    private boolean grow() {
        int larger = (int) Math.min(2L * size, maxBytes);
        long more = Math.max(0, larger - MllpRoom.OWN) - taken;
        if (!room.take(more)) {
            return false;
        }
        taken += more;
        payload = Arrays.copyOf(payload, larger);
        return true;
    }

    /** Whether the message ends with the end block just read. */
    private boolean ends() throws IOException {
        int after = read();
        if (after == START_BLOCK) {
            started = true;
            return true;
        }
        if (after == CARRIAGE_RETURN || after == LINE_FEED || after == NOTHING) {
            return true;
        }
        next--;
        return false;
    }

    private int read() throws IOException {
        if (next == end) {
            int count = in.read(buffer, 0, buffer.length);
            if (inMessage && patience.isOver()) {
                counters.unfinished();
                throw new SocketTimeoutException("a message did not end");
            }
            if (count < 0) {
                return NOTHING;
            }
            counters.received(count);
            next = 0;
            end = count;
        }
        return buffer[next++] & 0xff;
    }

    /** Puts a message into its frame. */
    static byte[] framed(byte[] payload) {
        byte[] frame = new byte[payload.length + 3];
        frame[0] = START_BLOCK;
        System.arraycopy(payload, 0, frame, 1, payload.length);
        frame[payload.length + 1] = END_BLOCK;
        frame[payload.length + 2] = CARRIAGE_RETURN;
        return frame;
    }
}
