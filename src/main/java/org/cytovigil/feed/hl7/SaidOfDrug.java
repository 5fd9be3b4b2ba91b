package org.cytovigil.feed.hl7;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cytovigil.clinical.VasopressorInfusion;

/** What the pumps of a stay said of one drug, and what is charted beside that. */
final class SaidOfDrug {
    /**
     * Beyond this an infusion without any charting is unconfirmed (Clinical basis section 1); a
     * pump that has been silent for so long does not outweigh another's stop.
     */
    static final Duration CONFIRMED = Duration.ofHours(12);

    /** What is older can outweigh nothing any more, also of what comes a day late. */
    private static final Duration KEPT = Duration.ofDays(2);

    private static final int MOST = 8_192;

    /** What a pump said, and when that was learned. */
    private record Said(VasopressorInfusion infusion, Instant learned) {}

    /** By time, then by pump. */
    private final NavigableMap<Instant, Map<String, Said>> said = new TreeMap<>();

    private final NavigableMap<Instant, VasopressorInfusion> together = new TreeMap<>();

    /** What persons and files charted. */
    private final NavigableMap<Instant, List<VasopressorInfusion>> others = new TreeMap<>();

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

    /** Notes what no pump said; what is told twice counts once. */
    void sayOther(Instant at, VasopressorInfusion infusion) {
        List<VasopressorInfusion> then = others.computeIfAbsent(at, time -> new ArrayList<>());
        if (!then.contains(infusion)) {
            then.add(infusion);
        }
    }

    void unsayOther(Instant at, VasopressorInfusion infusion) {
        others.computeIfPresent(
                at,
                (time, then) -> {
                    then.remove(infusion);
                    return then.isEmpty() ? null : then;
                });
    }

    /**
     * Whether the drug runs as no pump charted it, and that pump did not give it: its stop is none
     * of that.
     */
    boolean isOfAnother(String pump, Instant at) {
        Map.Entry<Instant, List<VasopressorInfusion>> last = others.floorEntry(at);
        if (last == null || last.getValue().stream().noneMatch(VasopressorInfusion::running)) {
            return false;
        }
        boolean pumpsSince =
                said.subMap(last.getKey(), true, at, true).values().stream()
                        .anyMatch(pumps -> !pumps.isEmpty());
        return !pumpsSince
                && said.headMap(at, false).descendingMap().values().stream()
                        .flatMap(pumps -> Optional.ofNullable(pumps.get(pump)).stream())
                        .findFirst()
                        .filter(one -> one.infusion().running())
                        .isEmpty();
    }

    /** Notes what is charted beside what the pumps say. */
    void chart(Instant at, VasopressorInfusion infusion, Instant learned) {
        together.put(at, infusion);
        changed.put(at, learned);
    }

    /** Notes that it is charted no more. */
    void unchart(Instant at, Instant learned) {
        together.remove(at);
        changed.put(at, learned);
    }

    Optional<VasopressorInfusion> charted(Instant at) {
        return Optional.ofNullable(together.get(at));
    }

    Instant changed(Instant at) {
        return changed.getOrDefault(at, Instant.MIN);
    }

    /** When anything was said or charted, both ends included. */
    Set<Instant> moments(Instant from, Instant to) {
        Set<Instant> moments = new HashSet<>(said.subMap(from, true, to, true).keySet());
        moments.addAll(together.subMap(from, true, to, true).keySet());
        return moments;
    }

    /** Whether a pump itself says so for that moment. */
    boolean says(Instant at, VasopressorInfusion infusion) {
        return said.getOrDefault(at, Map.of()).values().stream()
                .anyMatch(one -> one.infusion().equals(infusion));
    }

    /** Whether a pump says at that moment that it gives the drug. */
    boolean gives(String pump, Instant at) {
        Said one = said.getOrDefault(at, Map.of()).get(pump);
        return one != null && one.infusion().running();
    }

    /**
     * Whether a pump gave the drug last before a moment, and was not programmed to another since.
     */
    boolean gaveBefore(String pump, Instant at, List<SaidOfDrug> others) {
        for (Map.Entry<Instant, Map<String, Said>> then :
                said.subMap(at.minus(CONFIRMED), true, at, false).descendingMap().entrySet()) {
            Said last = then.getValue().get(pump);
            if (last != null) {
                return last.infusion().running()
                        && !programmed(pump, then.getKey(), at, false, others);
            }
        }
        return false;
    }

    /**
     * Whether a pump gave another drug between two moments, neither of them or the last included.
     */
    private static boolean programmed(
            String pump, Instant after, Instant to, boolean included, List<SaidOfDrug> others) {
        return after.isBefore(to)
                && others.stream()
                        .flatMap(
                                other ->
                                        other
                                                .said
                                                .subMap(after, false, to, included)
                                                .values()
                                                .stream())
                        .map(pumps -> pumps.get(pump))
                        .anyMatch(one -> one != null && one.infusion().running());
    }

    /**
     * What is to be charted beside what the pumps say: what goes on although a pump stopped at that
     * moment, or the end of a drug whose pump was programmed to another then; empty for nothing.
     *
     * @param others what was said of the other drugs
     * @param one whether a pump is one channel for sure
     */
    Optional<VasopressorInfusion> beside(
            Instant at, List<SaidOfDrug> others, Predicate<String> one) {
        Map<String, Said> now = said.getOrDefault(at, Map.of());
        if (now.values().stream().anyMatch(each -> each.infusion().running())) {
            return Optional.empty();
        }
        Optional<VasopressorInfusion> ended =
                others.stream()
                        .flatMap(other -> other.said.getOrDefault(at, Map.of()).keySet().stream())
                        .distinct()
                        .filter(pump -> !now.containsKey(pump) && one.test(pump))
                        .filter(pump -> others.stream().anyMatch(other -> other.gives(pump, at)))
                        .flatMap(pump -> lastGiven(pump, at, others).stream())
                        .findFirst();
        if (now.isEmpty() && ended.isEmpty()) {
            return Optional.empty();
        }
        Optional<VasopressorInfusion> goesOn = goesOn(at, others, one);
        return goesOn.isPresent() || !now.isEmpty()
                ? goesOn
                : ended.map(infusion -> VasopressorInfusion.stopped(infusion.drug()));
    }

    private Optional<VasopressorInfusion> lastGiven(
            String pump, Instant at, List<SaidOfDrug> others) {
        if (!gaveBefore(pump, at, others)) {
            return Optional.empty();
        }
        return said.headMap(at, false).descendingMap().values().stream()
                .flatMap(pumps -> Optional.ofNullable(pumps.get(pump)).stream())
                .map(Said::infusion)
                .findFirst();
    }

    private Optional<VasopressorInfusion> goesOn(
            Instant at, List<SaidOfDrug> others, Predicate<String> one) {
        Set<String> seen = new HashSet<>();
        for (Map.Entry<Instant, Map<String, Said>> then :
                said.subMap(at.minus(CONFIRMED), true, at, true).descendingMap().entrySet()) {
            for (Map.Entry<String, Said> pump : then.getValue().entrySet()) {
                VasopressorInfusion infusion = pump.getValue().infusion();
                if (seen.add(pump.getKey())
                        && infusion.running()
                        && !(one.test(pump.getKey())
                                && programmed(pump.getKey(), then.getKey(), at, true, others))) {
                    return Optional.of(infusion);
                }
            }
        }
        return Optional.empty();
    }
}
