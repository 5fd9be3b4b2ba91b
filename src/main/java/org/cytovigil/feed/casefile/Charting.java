package org.cytovigil.feed.casefile;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a case with its two clocks, and what it revises.
 *
 * @param place where it stands in the file
 * @param charted when it was charted
 * @param at when what it says was so: then too, or at the time of the entry that it revises
 * @param revised the place in the list of the entry that it corrects or retracts, or -1 for none
 * @param retracts whether it takes that entry back and says nothing in its place
 * @param stands whether no other entry revises it
 */
record Charting(
        Place place, Instant charted, Instant at, int revised, boolean retracts, boolean stands) {

    /** Why it revises another, in words. */
    String reason() throws CaseFileException {
        String reason = place.text("reason");
        return reason == null || reason.isBlank() ? "not stated" : reason;
    }

    /**
     * A charting with what it says.
     *
     * @param charting which
     * @param observations what it says; empty for a retraction
     */
    record Read(Charting charting, List<Observation> observations) {
        /** Whether this says the same of the same moment, and still stands. */
        boolean upholds(Instant at, Observation observation) {
            return charting.stands && charting.at.equals(at) && observations.contains(observation);
        }

        @Nullable Read revisedIn(List<Read> all) {
            return charting.revised < 0 ? null : all.get(charting.revised);
        }
    }
}
