package org.cytovigil.ledger.jdbc;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Counts what is missing between the entries that were saved, and from when. */
final class Losses {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** A number beyond it is itself damaged. */
    private static final long MOST_BELIEVED = 10_000_000;

    private final Instant now;
    private long last;
    private Instant lastLearned;
    private long missing;
    private @Nullable Instant from;
    private Instant until = Instant.EPOCH;
    private boolean isEndKnown = true;

    /**
     * @param last the last place of which nothing before is missing
     * @param learned when that entry was learned
     */
    Losses(long last, Instant learned, Instant now) {
        this.last = last;
        this.lastLearned = learned;
        this.now = now;
    }

    /** An entry was saved that stood at that place. */
    void saved(long place, Instant learned) {
        note(place - last - 1, learned);
        last = place;
        lastLearned = learned;
    }

    /**
     * Nothing more can be read.
     *
     * @param stated the last place that was ever given; -1 when that is not known
     */
    void end(long stated) {
        if (stated < last || stated - last > MOST_BELIEVED) {
            isEndKnown = false;
            from = from == null ? lastLearned : from;
        } else {
            note(stated - last, now);
        }
    }

    private void note(long count, Instant next) {
        if (count > 0) {
            missing += count;
            from = from == null ? lastLearned : from;
            until = next;
        }
    }

    /** From when on something is or may be missing; {@code null} when nothing is. */
    @Nullable Instant from() {
        return from;
    }

    /** What is missing, for a person to act on. */
    String words() {
        Instant since = from;
        if (since == null) {
            return "No entry is missing.";
        }
        StringBuilder words = new StringBuilder();
        String start = since.equals(Instant.EPOCH) ? "the beginning" : TIME.format(since);
        if (missing > 0) {
            words.append(
                    "%d entries are missing, learned between %s and %s. "
                            .formatted(missing, start, TIME.format(until)));
        }
        if (!isEndKnown) {
            words.append(
                    "Whatever came after %s may be missing. "
                            .formatted(
                                    lastLearned.equals(Instant.EPOCH)
                                            ? "the beginning"
                                            : TIME.format(lastLearned)));
        }
        return words.append("Compare with the bedside and chart it again.").toString();
    }
}
