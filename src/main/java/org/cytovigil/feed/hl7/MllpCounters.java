package org.cytovigil.feed.hl7;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a listener does, without anything that identifies a patient. Safe for all threads.
 */
public final class MllpCounters {
    private static final byte[] ACKNOWLEDGEMENT = {'\r', 'M', 'S', 'A'};

    private final LongAdder open = new LongAdder();
    private final LongAdder connections = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final LongAdder messages = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder rejected = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder oversize = new LongAdder();
    private final LongAdder unfinished = new LongAdder();
    private final LongAdder noise = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /**
     * All counts at one moment.
     *
     * @param open connections that are open
     * @param connections connections that were taken, open or not
     * @param refused connections that were closed at once: sender not allowed, too many, or no TLS
     *     handshake
     * @param timedOut connections that were closed because nothing came
     * @param messages whole messages that were read
     * @param accepted answers AA or CA
     * @param errors answers AE or CE
     * @param rejected answers AR or CR
     * @param unanswered messages whose handler failed or whose sender went away before the answer
     * @param oversize messages over the limit of size
     * @param unfinished messages without an end block
     * @param noise bytes outside of messages
     * @param bytes all bytes that came
     */
    public record Counts(
            long open,
            long connections,
            long refused,
            long timedOut,
            long messages,
            long accepted,
            long errors,
            long rejected,
            long unanswered,
            long oversize,
            long unfinished,
            long noise,
            long bytes) {}

    /** The counts so far; those that change meanwhile may be of slightly different moments. */
    public Counts counts() {
        return new Counts(
                open.sum(),
                connections.sum(),
                refused.sum(),
                timedOut.sum(),
                messages.sum(),
                accepted.sum(),
                errors.sum(),
                rejected.sum(),
                unanswered.sum(),
                oversize.sum(),
                unfinished.sum(),
                noise.sum(),
                bytes.sum());
    }

    void opened() {
        open.increment();
        connections.increment();
    }

    void closed() {
        open.decrement();
    }

    void refused() {
        refused.increment();
    }

    void timedOut() {
        timedOut.increment();
    }

    void message() {
        messages.increment();
    }

    void unanswered() {
        unanswered.increment();
    }

    void oversize() {
        oversize.increment();
    }

    void unfinished() {
        unfinished.increment();
    }

    void noise() {
        noise.increment();
    }

    void received(int count) {
        bytes.add(count);
    }

    /** Counts an answer by its MSA-1; one without is not counted. */
    void answered(byte[] answer) {
        for (int i = 0; i + ACKNOWLEDGEMENT.length + 3 <= answer.length; i++) {
            if (startsAt(answer, i)) {
                count(answer[i + ACKNOWLEDGEMENT.length + 2]);
                return;
            }
        }
    }

    private void count(byte secondLetter) {
        switch (secondLetter) {
            case 'A' -> accepted.increment();
            case 'E' -> errors.increment();
            case 'R' -> rejected.increment();
            default -> unanswered.increment();
        }
    }

    private static boolean startsAt(byte[] answer, int from) {
        for (int i = 0; i < ACKNOWLEDGEMENT.length; i++) {
            if (answer[from + i] != ACKNOWLEDGEMENT[i]) {
                return false;
            }
        }
        return true;
    }
}
