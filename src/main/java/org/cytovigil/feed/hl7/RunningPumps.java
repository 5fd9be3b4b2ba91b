package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/**
 * Tells that a drug goes on when one of several pumps that give it is stopped, as when the bag is
 * changed to a second pump: beside the stop it charts what the other pump gives. A drug ends when
 * its pump is programmed to another, as if that pump had stopped it. What it charts depends on what
 * the pumps have said in the ledger and on nothing else, neither on the order in which that came
 * nor on when the program was started. Safe for use by several threads.
 */
// [impl->req~feed.pumps~1]
final class RunningPumps {
    /** Who says what all pumps of a drug do together. */
    static final Author TOGETHER = new Author(Author.Kind.IMPORT, "pumps together");

    /**
     * A device with the first two numbers of OBX-4. Pumps without a device of their own stand under
     * the name of their sender, its application and facility: two of them can be named alike.
     */
    private static final Pattern CHANNEL = Pattern.compile("[^/]+ \\d+\\.\\d+");

    private final Map<Key, SaidOfDrug> drugs = new HashMap<>();

    private record Key(StayId stay, Vasopressor drug) {}

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

    /**
     * Whether a stop is none of the drug that runs: a person or a file charted that, and the pump
     * that says so did not give it.
     *
     * @param out what the same message has said before
     */
    synchronized boolean isOfAnother(
            StayId stay, Instant at, String pump, Vasopressor drug, Readout out) {
        boolean givenInMessage =
                out.entries().stream()
                        .filter(entry -> entry.stay().equals(stay) && !entry.at().isAfter(at))
                        .filter(entry -> entry.author().name().equals(pump))
                        .flatMap(entry -> facts(entry.event()).stream())
                        .anyMatch(
                                fact ->
                                        fact instanceof VasopressorCharted(VasopressorInfusion one)
                                                && one.drug() == drug
                                                && one.running());
        SaidOfDrug said = drugs.get(new Key(stay, drug));
        return said != null && !givenInMessage && said.isOfAnother(pump, at);
    }

    private static boolean isOther(Entry entry) {
        return !entry.author().equals(TOGETHER) && entry.author().kind() != Author.Kind.DEVICE;
    }

    private static Optional<VasopressorInfusion> infusion(Entry entry, Observation fact) {
        boolean ofPumps =
                entry.author().equals(TOGETHER) || entry.author().kind() == Author.Kind.DEVICE;
        return ofPumps && fact instanceof VasopressorCharted(VasopressorInfusion infusion)
                ? Optional.of(infusion)
                : Optional.empty();
    }

    private SaidOfDrug drug(StayId stay, VasopressorInfusion infusion) {
        return drugs.computeIfAbsent(new Key(stay, infusion.drug()), key -> new SaidOfDrug());
    }

    private void said(Entry entry, Observation fact, boolean committed) {
        if (isOther(entry) && fact instanceof VasopressorCharted(VasopressorInfusion infusion)) {
            drug(entry.stay(), infusion).sayOther(entry.at(), infusion);
        }
        infusion(entry, fact)
                .ifPresent(
                        infusion -> {
                            SaidOfDrug drug = drug(entry.stay(), infusion);
                            if (!entry.author().equals(TOGETHER)) {
                                drug.say(
                                        entry.at(),
                                        entry.author().name(),
                                        infusion,
                                        entry.learned());
                            } else if (committed) {
                                drug.chart(entry.at(), infusion, entry.learned());
                            }
                        });
    }

    private void unsaid(Entry entry, Observation fact, boolean committed) {
        if (fact instanceof VasopressorCharted(VasopressorInfusion infusion)) {
            drug(entry.stay(), infusion).unsayOther(entry.at(), infusion);
        }
        infusion(entry, fact)
                .ifPresent(
                        infusion -> {
                            SaidOfDrug drug = drug(entry.stay(), infusion);
                            if (!entry.author().equals(TOGETHER)) {
                                drug.unsay(entry.at(), entry.author().name(), infusion);
                            } else if (committed) {
                                drug.unchart(entry.at(), entry.learned());
                            }
                        });
    }

    /**
     * Charts, for what a message says of pumps, what goes on beside each stop, and the end of a
     * drug whose pump was programmed to another: of the message itself, and of what it shows in
     * another light because it came late.
     */
    synchronized void complete(Readout out) {
        out.entries().forEach(entry -> take(entry, false));
        out.otherDrugs().forEach(other -> endBefore(other, out));
        Map<StayId, TreeSet<Instant>> touched = new HashMap<>();
        for (Entry entry : out.entries()) {
            for (Observation fact : facts(entry.event())) {
                infusion(entry, fact)
                        .ifPresent(
                                infusion ->
                                        touched.computeIfAbsent(
                                                        entry.stay(), key -> new TreeSet<>())
                                                .add(entry.at()));
            }
        }
        touched.forEach(
                (stay, times) -> {
                    Instant to = times.last().plus(SaidOfDrug.CONFIRMED);
                    for (Vasopressor drug : Vasopressor.values()) {
                        if (drugs.containsKey(new Key(stay, drug))) {
                            complete(new Key(stay, drug), times.first(), to, out);
                        }
                    }
                });
    }

    /** A drug of no interest leaves nothing in the ledger but the stop of the one before it. */
    private void endBefore(Readout.OtherDrug other, Readout out) {
        if (!isOnePump(other.pump(), out)) {
            return;
        }
        for (Vasopressor one : Vasopressor.values()) {
            SaidOfDrug drug = drugs.get(new Key(other.stay(), one));
            if (drug != null
                    && !drug.gives(other.pump(), other.at())
                    && drug.gaveBefore(other.pump(), other.at(), besides(other.stay(), one))) {
                Entry stop =
                        new Entry(
                                other.stay(),
                                other.at(),
                                out.received(),
                                new Author(Author.Kind.DEVICE, other.pump()),
                                new Entry.Observed(
                                        new VasopressorCharted(VasopressorInfusion.stopped(one))));
                out.accept(stop);
                take(stop, false);
            }
        }
    }

    /** Whether an author is one channel for sure: a device with two numbers, and no gateway. */
    private static boolean isOnePump(String author, Readout out) {
        return CHANNEL.matcher(author).matches() && !author.startsWith(out.sender() + " ");
    }

    private List<SaidOfDrug> besides(StayId stay, Vasopressor drug) {
        return Arrays.stream(Vasopressor.values())
                .filter(other -> other != drug)
                .map(other -> drugs.get(new Key(stay, other)))
                .filter(Objects::nonNull)
                .toList();
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
        SaidOfDrug drug = drugs.getOrDefault(key, new SaidOfDrug());
        List<SaidOfDrug> others = besides(key.stay(), key.drug());
        Set<Instant> moments = new TreeSet<>(Comparator.naturalOrder());
        moments.addAll(drug.moments(from, to));
        others.forEach(other -> moments.addAll(other.moments(from, to)));
        for (Instant at : moments) {
            Optional<VasopressorInfusion> is =
                    drug.beside(at, others, pump -> isOnePump(pump, out));
            Optional<VasopressorInfusion> was = drug.charted(at);
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
    private static Instant learned(StayId stay, Instant at, SaidOfDrug drug, Readout out) {
        Instant before = drug.changed(at);
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
