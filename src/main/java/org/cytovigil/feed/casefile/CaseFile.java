package org.cytovigil.feed.casefile;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Stay;
import org.cytovigil.ledger.Entry;

/**
 * What a case file holds.
 *
 * @param cases the cases, in the order of the file; at least one
 * @param remarks what was read in another way than it was written, or not at all, each with its
 *     place; empty when nothing
 */
public record CaseFile(List<Course> cases, List<String> remarks) {
    /**
     * One case.
     *
     * @param stay the patient and the infusion
     * @param entries admission and facts, in the order of their times
     * @param lastEntryAt when the last entry of the case was charted
     */
    public record Course(Stay stay, List<Entry> entries, Instant lastEntryAt) {}
}
