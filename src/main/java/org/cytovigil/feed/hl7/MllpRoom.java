package org.cytovigil.feed.hl7;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Memory for the long messages of all connections of a listener. A thousand senders whose messages
 * never end must not take the memory of the program. Safe for all threads.
 */
final class MllpRoom {
    /** What every connection has for itself: any message of a monitor. */
    static final int OWN = 64 << 10;

    /** Beside that, for all together. */
    private static final long SHARED = 64L << 20;

    /** A few of the longest messages must always fit. */
    private static final int LONGEST = 4;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    private MllpRoom(long most) {
        this.most = most;
    }

    static MllpRoom of(int maxMessageBytes) {
        return new MllpRoom(Math.max(SHARED, (long) LONGEST * maxMessageBytes));
    }

    /** Whether so many bytes more could be taken; otherwise none are. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** What is taken now. */
    long taken() {
        return taken.get();
    }
}
