package org.cytovigil.feed.simulator.unit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.cytovigil.feed.hl7.Answer;

/** Counts what became of the messages. Safe for use by several threads. */
public final class Tally {
    /** Of more answers than this the latest decide on the median. */
    private static final int TIMES_KEPT = 100_000;

    private static final int REASONS_KEPT = 50;
    private static final int REASONS_SHOWN = 8;

    private final Map<String, Long> reasons = new HashMap<>();
    private final int[] millis = new int[TIMES_KEPT];
    private long sent;
    private long accepted;
    private long errors;
    private long rejected;
    private long resent;
    private long duplicates;
    private long connections;
    private long timed;

    /**
     * What became of them so far.
     *
     * @param sent messages, each once
     * @param accepted answered AA
     * @param errors answers AE
     * @param rejected answers AR
     * @param resent sendings after an error, a time-out or a lost connection
     * @param duplicates sent twice on purpose
     * @param connections made
     * @param medianMillis from sending to answer
     * @param p99Millis the same for the slowest of a hundred
     */
    public record Counts(
            long sent,
            long accepted,
            long errors,
            long rejected,
            long resent,
            long duplicates,
            long connections,
            int medianMillis,
            int p99Millis) {}

    synchronized void sent() {
        sent++;
    }

    synchronized void resent() {
        resent++;
    }

    synchronized void duplicate() {
        duplicates++;
    }

    synchronized void connected() {
        connections++;
    }

    synchronized void answered(Answer answer, long took) {
        millis[(int) (timed++ % TIMES_KEPT)] = Math.clamp(took, 0, Integer.MAX_VALUE);
        switch (answer.verdict()) {
            case ACCEPTED -> accepted++;
            case ERROR -> errors++;
            case REJECTED -> rejected++;
        }
        String reason = answer.code() + (answer.text().isEmpty() ? "" : ": " + answer.text());
        boolean plain = answer.verdict() == Answer.Verdict.ACCEPTED && answer.text().isEmpty();
        if (!plain && (reasons.containsKey(reason) || reasons.size() < REASONS_KEPT)) {
            reasons.merge(reason, 1L, Long::sum);
        }
    }

    /** What became of them so far. */
    public synchronized Counts counts() {
        int kept = (int) Math.min(timed, TIMES_KEPT);
        int[] sorted = Arrays.copyOf(millis, kept);
        Arrays.sort(sorted);
        return new Counts(
                sent,
                accepted,
                errors,
                rejected,
                resent,
                duplicates,
                connections,
                kept == 0 ? 0 : sorted[kept / 2],
                kept == 0 ? 0 : sorted[Math.min(kept - 1, kept * 99 / 100)]);
    }

    /** The counts in a line. */
    public String line() {
        Counts now = counts();
        return String.format(
                Locale.ROOT,
                "sent %d, AA %d, AE %d, AR %d, resent %d, twice on purpose %d, connections %d, answer after %d ms (median), %d ms (p99)",
                now.sent(),
                now.accepted(),
                now.errors(),
                now.rejected(),
                now.resent(),
                now.duplicates(),
                now.connections(),
                now.medianMillis(),
                now.p99Millis());
    }

    /** What the listener refused or put aside, the most frequent first; empty when nothing. */
    public synchronized String refusals() {
        StringBuilder text = new StringBuilder();
        reasons.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS_SHOWN)
                .forEach(one -> text.append("%8d  %s%n".formatted(one.getValue(), one.getKey())));
        if (reasons.size() > REASONS_SHOWN) {
            text.append("          and %d more%n".formatted(reasons.size() - REASONS_SHOWN));
        }
        return text.toString();
    }
}
