package org.cytovigil.feed.hl7;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/**
 * Tells that a drug goes on when one of several pumps that give it is stopped, as when the bag is
 * changed to a second pump: beside the stop it charts what the other pump gives. What it charts
 * depends on what the pumps have said in the ledger and on nothing else, neither on the order in
 * which that came nor on when the program was started. Safe for use by several threads.
 */
// [impl->req~feed.pumps~1]
final class RunningPumps {
    /** Who says what all pumps of a drug do together. */
    static final Author TOGETHER = new Author(Author.Kind.IMPORT, "pumps together");

    /**
     * Beyond this an infusion without any charting is unconfirmed (Clinical basis section 1); a
     * pump that has been silent for so long does not outweigh another's stop.
     */
    private static final Duration CONFIRMED = Duration.ofHours(12);

    /** What is older can outweigh nothing any more, also of what comes a day late. */
    private static final Duration KEPT = Duration.ofDays(2);

    private static final int MOST = 8_192;

    private final Map<Key, Drug> drugs = new HashMap<>();

    private record Key(StayId stay, Vasopressor drug) {}

    /** What a pump said, and when that was learned. */
    private record Said(VasopressorInfusion infusion, Instant learned) {}

    /** One drug of one stay. */
    private static final class Drug {
        /** By time, then by pump. */
        private final NavigableMap<Instant, Map<String, Said>> said = new TreeMap<>();

        private final NavigableMap<Instant, VasopressorInfusion> together = new TreeMap<>();

        /** When what is charted beside a stop was changed last. */
        private final NavigableMap<Instant, Instant> changed = new TreeMap<>();

        void say(Instant at, String pump, VasopressorInfusion infusion, Instant learned) {
            said.computeIfAbsent(at, time -> new TreeMap<>())
                    .merge(
                            pump,
                            new Said(infusion, learned),
                            (one, other) -> other.learned().isBefore(one.learned()) ? one : other);
            while (said.size() > MOST && said.firstKey().plus(KEPT).isBefore(said.lastKey())) {
                Instant oldest = said.firstKey();
                said.remove(oldest);
                together.remove(oldest);
                changed.remove(oldest);
            }
        }

        void unsay(Instant at, String pump, VasopressorInfusion infusion) {
            Map<String, Said> pumps = said.getOrDefault(at, new TreeMap<>());
            Said before = pumps.get(pump);
            if (before != null && before.infusion().equals(infusion)) {
                pumps.remove(pump);
            }
        }

        /** Whether a pump itself says so for that moment. */
        boolean says(Instant at, VasopressorInfusion infusion) {
            return said.getOrDefault(at, Map.of()).values().stream()
                    .anyMatch(one -> one.infusion().equals(infusion));
        }

        /** What goes on although a pump stopped at that moment; empty for nothing. */
        Optional<VasopressorInfusion> goesOn(Instant at) {
            Map<String, Said> now = said.getOrDefault(at, Map.of());
            boolean stopped = now.values().stream().anyMatch(one -> !one.infusion().running());
            boolean started = now.values().stream().anyMatch(one -> one.infusion().running());
            if (!stopped || started) {
                return Optional.empty();
            }
            Map<String, VasopressorInfusion> latest = new HashMap<>();
            Optional<VasopressorInfusion> found = Optional.empty();
            for (Map<String, Said> then :
                    said.subMap(at.minus(CONFIRMED), true, at, true).descendingMap().values()) {
                for (Map.Entry<String, Said> pump : then.entrySet()) {
                    VasopressorInfusion infusion = pump.getValue().infusion();
                    if (latest.putIfAbsent(pump.getKey(), infusion) == null
                            && infusion.running()
                            && found.isEmpty()) {
                        found = Optional.of(infusion);
                    }
                }
            }
            return found;
        }
    }

    /** Takes in what is in the ledger; an entry told twice counts once. */
    synchronized void learn(Entry entry) {
        take(entry, true);
    }

    private void take(Entry entry, boolean committed) {
        switch (entry.event()) {
            case Entry.Observed(Observation fact) -> said(entry, fact, committed);
            case Entry.Corrected(Observation was, Observation is, String reason) -> {
                unsaid(entry, was, committed);
                said(entry, is, committed);
            }
            case Entry.Retracted(Observation fact, String reason) -> unsaid(entry, fact, committed);
            default -> {
                // Nothing else speaks of pumps.
            }
        }
    }

    private static Optional<VasopressorInfusion> infusion(Entry entry, Observation fact) {
        boolean ofPumps =
                entry.author().equals(TOGETHER) || entry.author().kind() == Author.Kind.DEVICE;
        return ofPumps && fact instanceof VasopressorCharted(VasopressorInfusion infusion)
                ? Optional.of(infusion)
                : Optional.empty();
    }

    private Drug drug(StayId stay, VasopressorInfusion infusion) {
        return drugs.computeIfAbsent(new Key(stay, infusion.drug()), key -> new Drug());
    }

    private void said(Entry entry, Observation fact, boolean committed) {
        infusion(entry, fact)
                .ifPresent(
                        infusion -> {
                            Drug drug = drug(entry.stay(), infusion);
                            if (!entry.author().equals(TOGETHER)) {
                                drug.say(
                                        entry.at(),
                                        entry.author().name(),
                                        infusion,
                                        entry.learned());
                            } else if (committed) {
                                drug.together.put(entry.at(), infusion);
                                drug.changed.put(entry.at(), entry.learned());
                            }
                        });
    }

    private void unsaid(Entry entry, Observation fact, boolean committed) {
        infusion(entry, fact)
                .ifPresent(
                        infusion -> {
                            Drug drug = drug(entry.stay(), infusion);
                            if (!entry.author().equals(TOGETHER)) {
                                drug.unsay(entry.at(), entry.author().name(), infusion);
                            } else if (committed) {
                                drug.together.remove(entry.at());
                                drug.changed.put(entry.at(), entry.learned());
                            }
                        });
    }

    /**
     * Charts, for what a message says of pumps, what goes on beside each stop: of the message
     * itself, and of stops that it shows in another light because it came late.
     */
    synchronized void complete(Readout out) {
        Map<Key, TreeSet<Instant>> touched = new HashMap<>();
        for (Entry entry : out.entries()) {
            take(entry, false);
            for (Observation fact : facts(entry.event())) {
                infusion(entry, fact)
                        .ifPresent(
                                infusion ->
                                        touched.computeIfAbsent(
                                                        new Key(entry.stay(), infusion.drug()),
                                                        key -> new TreeSet<>())
                                                .add(entry.at()));
            }
        }
        touched.forEach(
                (key, times) -> complete(key, times.first(), times.last().plus(CONFIRMED), out));
    }

    private static List<Observation> facts(Entry.Event event) {
        return switch (event) {
            case Entry.Observed(Observation fact) -> List.of(fact);
            case Entry.Corrected(Observation was, Observation is, String reason) ->
                    List.of(was, is);
            case Entry.Retracted(Observation fact, String reason) -> List.of(fact);
            default -> List.of();
        };
    }

    private void complete(Key key, Instant from, Instant to, Readout out) {
        Drug drug = drugs.getOrDefault(key, new Drug());
        Set<Instant> moments = new TreeSet<>(Comparator.naturalOrder());
        moments.addAll(drug.said.subMap(from, true, to, true).keySet());
        moments.addAll(drug.together.subMap(from, true, to, true).keySet());
        for (Instant at : moments) {
            Optional<VasopressorInfusion> is = drug.goesOn(at);
            Optional<VasopressorInfusion> was = Optional.ofNullable(drug.together.get(at));
            // A fact is known by its time and what it says: taking back what a pump now says itself
            // would take back that.
            boolean saidByPump = was.isPresent() && drug.says(at, was.get());
            if (!is.equals(was) && !saidByPump) {
                Instant learned = learned(key.stay(), at, drug, out);
                out.accept(new Entry(key.stay(), at, learned, TOGETHER, event(was, is)));
            }
        }
    }

    /** After anything of that moment that was taken back: of two, the later stands. */
    private static Instant learned(StayId stay, Instant at, Drug drug, Readout out) {
        Instant before = drug.changed.getOrDefault(at, Instant.MIN);
        boolean takenBack =
                out.entries().stream()
                        .anyMatch(
                                entry ->
                                        entry.stay().equals(stay)
                                                && entry.at().equals(at)
                                                && (entry.event() instanceof Entry.Corrected
                                                        || entry.event()
                                                                instanceof Entry.Retracted));
        Instant earliest = takenBack ? out.received().plusMillis(1) : out.received();
        return before.isBefore(earliest) ? earliest : before.plusMillis(1);
    }

    private static Entry.Event event(
            Optional<VasopressorInfusion> was, Optional<VasopressorInfusion> is) {
        String reason = "what the pumps say together changed";
        if (was.isEmpty()) {
            return new Entry.Observed(new VasopressorCharted(is.orElseThrow()));
        }
        Observation before = new VasopressorCharted(was.get());
        return is.<Entry.Event>map(
                        now -> new Entry.Corrected(before, new VasopressorCharted(now), reason))
                .orElseGet(() -> new Entry.Retracted(before, reason));
    }
}
