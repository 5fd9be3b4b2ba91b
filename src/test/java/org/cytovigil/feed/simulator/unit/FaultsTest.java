package org.cytovigil.feed.simulator.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.LaboratoryResult;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.simulator.unit.Delivery.Mishap;
import org.cytovigil.feed.simulator.unit.Report.Results;
import org.cytovigil.feed.simulator.unit.Report.Source;
import org.cytovigil.feed.simulator.unit.Report.Status;
import org.cytovigil.feed.simulator.unit.UnitPlan.FaultLevel;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;

/** Each fault gives the entries, or the reason in the quarantine, that stands in the guide. */
// [utest->req~feed.simulator.faults~1]
class FaultsTest {
    private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");
    private static final Instant UNTIL = START.plus(Duration.ofHours(6));

    private static UnitPlan plan(long seed) {
        return UnitPlan.of(6, seed, START, ZoneOffset.UTC).with(FaultLevel.MANY);
    }

    /** The beds of a unit whose patient needs vasopressors or much oxygen. */
    private static List<Integer> severe(UnitPlan plan) {
        List<Integer> beds = new ArrayList<>();
        for (int bed = 1; bed <= plan.beds(); bed++) {
            if (new GuestDraw(plan, bed).first().guest().profile().peakGrade() >= 3) {
                beds.add(bed);
            }
        }
        return beds;
    }

    /** What the faults of the sick of some units gave, by kind. */
    @Test
    void everyFaultOccursAndIsTakenAsPromised() {
        Set<String> seen = new HashSet<>();
        for (long seed = 1; seed <= 12; seed++) {
            UnitPlan plan = plan(seed);
            Listener listener = new Listener(plan);
            for (int bed : severe(plan)) {
                int number = 0;
                Set<VasopressorStart> starts = starts(plan, bed);
                for (Delivery delivery : Listener.due(plan, bed, UNTIL)) {
                    String id = "B" + bed + "-" + number++;
                    Listener.Came came = listener.take(delivery, id);
                    assertThat(came.code()).isEqualTo("AA");
                    seen.add(check(delivery, came, starts));
                    if (delivery.mishap() != Mishap.NONE) {
                        Listener.Came again = listener.take(delivery, id);
                        assertThat(again.code()).isEqualTo("AA");
                        assertThat(again.entries()).isEmpty();
                        assertThat(again.reasons()).isEmpty();
                        seen.add(delivery.mishap().name());
                    }
                }
            }
        }
        assertThat(seen)
                .contains(
                        "plain",
                        "sentinel",
                        "corrected",
                        "deleted",
                        "unknown dose",
                        "bag",
                        "late",
                        "SENT_TWICE",
                        "CONNECTION_LOST");
    }

    /** A pump that gives a drug from that minute on. */
    private record VasopressorStart(Vasopressor drug, Instant at) {}

    private static Set<VasopressorStart> starts(UnitPlan plan, int bed) {
        Set<VasopressorStart> starts = new HashSet<>();
        for (Results results : of(plan, bed, Source.PUMP)) {
            for (VasopressorInfusion infusion : infusions(Listener.events(results))) {
                if (infusion.running()) {
                    starts.add(new VasopressorStart(infusion.drug(), results.at()));
                }
            }
        }
        return starts;
    }

    private static String check(
            Delivery delivery, Listener.Came came, Set<VasopressorStart> starts) {
        Report report = delivery.report();
        List<Entry.Event> told = Listener.events(report);
        if (!(report instanceof Results results)) {
            assertThat(came.events()).isEqualTo(told);
            return "plain";
        }
        if (results.status() == Status.CORRECTED) {
            assertThat(came.events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Entry.Corrected.class,
                            corrected -> {
                                assertThat(corrected.is()).isEqualTo(results.facts().getFirst());
                                assertThat(corrected.was()).isInstanceOf(LaboratoryResult.class);
                            });
            return "corrected";
        }
        if (results.status() == Status.DELETED) {
            assertThat(came.events())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Entry.Retracted.class,
                            retracted ->
                                    assertThat(retracted.observation())
                                            .isInstanceOf(HeartRate.class));
            return "deleted";
        }
        if (results.source() == Source.PUMP) {
            return pump(results, came, starts);
        }
        List<Entry.Event> kept = told.stream().filter(event -> !isSentinel(event)).toList();
        assertThat(came.events()).containsExactlyInAnyOrderElementsOf(kept);
        if (kept.size() < told.size()) {
            assertThat(came.reasons())
                    .singleElement()
                    .isIn("8388607 stands for no value", "-100 stands for no value");
            return "sentinel";
        }
        assertThat(came.reasons()).isEmpty();
        return delivery.due().isAfter(report.at()) ? "late" : "plain";
    }

    private static boolean isSentinel(Entry.Event event) {
        return event instanceof Entry.Observed(OxygenSaturation(double percent))
                && (percent > 100 || percent < 0);
    }

    private static String pump(Results results, Listener.Came came, Set<VasopressorStart> starts) {
        VasopressorInfusion told = infusions(Listener.events(results)).getFirst();
        List<VasopressorInfusion> kept = infusions(came.events());
        assertThat(kept).hasSize(1);
        if (told.rate() == null) {
            assertThat(kept.getFirst()).isEqualTo(told);
            assertThat(came.reasons())
                    .containsExactly(
                            "accepted, but no dose and no concentration are known: the drug is charted as running at an unknown dose");
            return "unknown dose";
        }
        assertThat(came.reasons()).isEmpty();
        assertThat(kept.getFirst()).isEqualTo(told);
        // The stop of the old bag and the start of the new one in the same minute: of two facts of
        // one moment the graver stands, so that the drug goes on.
        boolean changed = starts.contains(new VasopressorStart(told.drug(), results.at()));
        return !told.running() && changed ? "bag" : "plain";
    }

    private static List<VasopressorInfusion> infusions(List<Entry.Event> events) {
        List<VasopressorInfusion> infusions = new ArrayList<>();
        for (Entry.Event event : events) {
            if (event instanceof Entry.Observed(VasopressorCharted(VasopressorInfusion one))) {
                infusions.add(one);
            }
        }
        return infusions;
    }

    @Test
    void oneMonitorOfTheUnitIsNinetySecondsAhead() {
        // Seed 2 of six beds: the third bed.
        UnitPlan faulty = plan(2);
        UnitPlan sound = faulty.with(FaultLevel.NONE);
        for (int bed = 1; bed <= 6; bed++) {
            long expected = bed == 3 ? 90 : 0;
            Set<Instant> monitors = new HashSet<>();
            for (Delivery delivery : Listener.due(sound, bed, UNTIL)) {
                if (delivery.report() instanceof Results seen && seen.source() == Source.MONITOR) {
                    monitors.add(seen.at().plusSeconds(expected));
                }
            }
            assertThat(of(faulty, bed, Source.MONITOR))
                    .isNotEmpty()
                    .allSatisfy(seen -> assertThat(monitors).contains(seen.at()));
        }
    }

    @Test
    void aSilentBedSaysNothingForTwentyMinutes() {
        Duration longest = Duration.ZERO;
        for (int bed = 1; bed <= 6; bed++) {
            List<Instant> live =
                    of(plan(4), bed, Source.MONITOR).stream()
                            .map(Results::at)
                            .filter(at -> at.isAfter(START))
                            .sorted()
                            .toList();
            for (int i = 1; i < live.size(); i++) {
                Duration gap = Duration.between(live.get(i - 1), live.get(i));
                longest = gap.compareTo(longest) > 0 ? gap : longest;
            }
        }
        assertThat(longest).isBetween(Duration.ofMinutes(20), Duration.ofMinutes(62));
    }

    @Test
    void artefactsAreNoMeasurements() {
        List<Observation> facts =
                LongStream.rangeClosed(1, 12)
                        .boxed()
                        .flatMap(
                                seed ->
                                        severe(plan(seed)).stream()
                                                .flatMap(
                                                        bed ->
                                                                of(plan(seed), bed, Source.MONITOR)
                                                                        .stream()))
                        .flatMap(seen -> seen.facts().stream())
                        .toList();

        assertThat(facts).contains(Artefacts.FLUSHED, Artefacts.MOVED, Artefacts.PROBE_OFF);
        assertThat(facts)
                .filteredOn(BodyTemperature.class::isInstance)
                .extracting(fact -> ((BodyTemperature) fact).value().celsius())
                .allSatisfy(
                        celsius ->
                                assertThat(celsius == 22.4 || (celsius > 35 && celsius < 42))
                                        .isTrue());
    }

    private static List<Results> of(UnitPlan plan, int bed, Source source) {
        List<Results> found = new ArrayList<>();
        for (Delivery delivery : Listener.due(plan, bed, UNTIL)) {
            if (delivery.report() instanceof Results results
                    && results.source() == source
                    && results.status() == Status.FINAL) {
                found.add(results);
            }
        }
        return found;
    }
}
