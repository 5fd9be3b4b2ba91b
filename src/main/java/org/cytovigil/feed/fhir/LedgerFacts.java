package org.cytovigil.feed.fhir;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;

/** Finds what one author has charted in the ledger, and what of it still stands. */
final class LedgerFacts {
    private final Ledger ledger;

    LedgerFacts(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Said(Instant at, Observation observation, String author) {
        boolean is(Instant time, Observation other) {
            return at.equals(time) && observation.equals(other);
        }
    }

    /** What stands by an author between two moments, both included, in the order of the ledger. */
    List<Charted> standing(StayId stay, String author, Instant from, Instant to) {
        List<Said> facts = new ArrayList<>();
        ledger.entriesOf(stay, from, to).forEach(entry -> apply(entry, facts));
        return facts.stream()
                .filter(said -> said.author().equals(author))
                .map(said -> new Charted(stay, said.at(), said.observation()))
                .toList();
    }

    /** Whether an author has taken that fact back. */
    boolean tookBack(Charted fact, String author) {
        Instant at = kept(fact.at());
        return ledger.entriesOf(fact.stay(), at, at).stream()
                .anyMatch(
                        entry ->
                                entry.author().name().equals(author)
                                        && entry.event() instanceof Entry.Retracted gone
                                        && gone.observation().equals(fact.observation()));
    }

    /** The ledger keeps milliseconds. */
    private static Instant kept(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }

    private static void apply(Entry entry, List<Said> facts) {
        Instant at = kept(entry.at());
        String author = entry.author().name();
        if (entry.event() instanceof Entry.Observed(Observation observation)) {
            facts.add(new Said(at, observation, author));
        } else if (entry.event()
                instanceof Entry.Corrected(Observation was, Observation is, String reason)) {
            if (facts.stream().noneMatch(said -> said.is(at, was))) {
                facts.add(new Said(at, is, author));
            }
            facts.replaceAll(said -> said.is(at, was) ? new Said(at, is, said.author()) : said);
        } else if (entry.event()
                instanceof Entry.Retracted(Observation observation, String reason)) {
            facts.removeIf(said -> said.is(at, observation));
        }
    }
}
