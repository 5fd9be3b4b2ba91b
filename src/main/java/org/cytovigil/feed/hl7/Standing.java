package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;

/** Finds the facts that stand for a moment: charted, and not corrected or retracted since. */
final class Standing {
    private final Ledger ledger;

    /**
     * A fact that stands.
     *
     * @param observation as it was charted, or corrected last
     * @param device who said so
     */
    record Fact(Observation observation, String device) {}

    Standing(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The fact that a revision means: of those that fit the one of the same device, else the last
     * charted.
     *
     * @param pending what of the same message is not in the ledger yet
     */
    Optional<Fact> find(
            StayId stay,
            Instant at,
            String device,
            Predicate<Observation> fits,
            List<Entry> pending) {
        return facts(stay, at, pending).stream()
                .filter(fact -> fits.test(fact.observation()))
                .reduce((one, other) -> better(one, other, device));
    }

    private static Fact better(Fact earlier, Fact later, String device) {
        return earlier.device().equals(device) && !later.device().equals(device) ? earlier : later;
    }

    /** Whether exactly this fact stands already. */
    boolean holds(StayId stay, Instant at, Observation observation) {
        return facts(stay, at, List.of()).stream()
                .anyMatch(fact -> fact.observation().equals(observation));
    }

    private List<Fact> facts(StayId stay, Instant at, List<Entry> pending) {
        List<Entry> all = new ArrayList<>(ledger.entriesOf(stay));
        all.addAll(pending);
        Instant kept = at.truncatedTo(ChronoUnit.MILLIS);
        List<Fact> facts = new ArrayList<>();
        all.stream()
                .filter(
                        entry ->
                                entry.stay().equals(stay)
                                        && entry.at().truncatedTo(ChronoUnit.MILLIS).equals(kept))
                .sorted(Comparator.comparing(Entry::learned))
                .forEach(entry -> apply(entry, facts));
        return facts;
    }

    private static void apply(Entry entry, List<Fact> facts) {
        String device = entry.author().name();
        if (entry.event() instanceof Entry.Observed(Observation observation)) {
            facts.add(new Fact(observation, device));
        } else if (entry.event()
                instanceof Entry.Corrected(Observation was, Observation is, String reason)) {
            facts.replaceAll(
                    fact -> fact.observation().equals(was) ? new Fact(is, fact.device()) : fact);
        } else if (entry.event()
                instanceof Entry.Retracted(Observation observation, String reason)) {
            facts.removeIf(fact -> fact.observation().equals(observation));
        }
    }
}
