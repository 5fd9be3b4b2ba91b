package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
     * @param waits whether it is a correction whose original has not come
     */
    record Fact(Observation observation, String device, boolean waits) {
        boolean is(Observation other) {
            return observation.equals(other);
        }
    }

    /**
     * What is charted for a moment.
     *
     * @param facts those that stand
     * @param replaced those that were corrected or taken back
     */
    record Moment(List<Fact> facts, List<Fact> replaced) {}

    Standing(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The facts of a moment that fit, as they were charted.
     *
     * @param pending what of the same message is not in the ledger yet
     */
    List<Fact> fitting(StayId stay, Instant at, Predicate<Observation> fits, List<Entry> pending) {
        return facts(stay, at, pending).stream()
                .filter(fact -> fits.test(fact.observation()))
                .toList();
    }

    /** Whether exactly this fact stands already. */
    boolean holds(StayId stay, Instant at, Observation observation) {
        return facts(stay, at, List.of()).stream()
                .anyMatch(fact -> fact.observation().equals(observation));
    }

    private List<Fact> facts(StayId stay, Instant at, List<Entry> pending) {
        return at(stay, at, pending).facts();
    }

    /**
     * Everything that is charted for a moment, as the ledger has it in its order, but for what is
     * charted beside the stop of a pump.
     *
     * @param pending what of the same message is not in the ledger yet
     */
    Moment at(StayId stay, Instant at, List<Entry> pending) {
        List<Entry> all = new ArrayList<>(ledger.entriesOf(stay, at, at));
        all.addAll(pending);
        Instant kept = at.truncatedTo(ChronoUnit.MILLIS);
        Moment moment = new Moment(new ArrayList<>(), new ArrayList<>());
        all.stream()
                .filter(
                        entry ->
                                entry.stay().equals(stay)
                                        && entry.at().truncatedTo(ChronoUnit.MILLIS).equals(kept)
                                        && !entry.author().equals(RunningPumps.TOGETHER))
                .forEach(entry -> apply(entry, moment));
        return moment;
    }

    private static void apply(Entry entry, Moment moment) {
        String device = entry.author().name();
        List<Fact> facts = moment.facts();
        if (entry.event() instanceof Entry.Observed(Observation observation)) {
            facts.removeIf(fact -> fact.is(observation) && fact.waits());
            facts.add(new Fact(observation, device, false));
        } else if (entry.event()
                instanceof Entry.Corrected(Observation was, Observation is, String reason)) {
            boolean waits = was.equals(is);
            String first =
                    facts.stream()
                            .filter(fact -> fact.is(was))
                            .findFirst()
                            .map(Fact::device)
                            .orElse(device);
            facts.removeIf(fact -> fact.is(was) || fact.is(is));
            facts.add(new Fact(is, first, waits));
            if (!waits) {
                moment.replaced().add(new Fact(was, first, false));
            }
        } else if (entry.event()
                instanceof Entry.Retracted(Observation observation, String reason)) {
            facts.stream()
                    .filter(fact -> fact.is(observation) && !fact.waits())
                    .forEach(moment.replaced()::add);
            facts.removeIf(fact -> fact.is(observation));
        }
    }
}
