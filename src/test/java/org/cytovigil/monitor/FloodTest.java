package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.GradeRange;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of entries in one second: graded the same in whatever order they come, and in bounded
 * time. The time limits are a hundred times what it takes; what costs the square or the cube of the
 * number takes minutes.
 */
// [utest->req~grading.bad-input~1]
class FloodTest {
    private static final int ENTRIES = 5_000;
    private static final Instant SECOND = Facts.hour(5);
    private static final Vasopressor[] DRUGS = Vasopressor.values();

    /** What a device or a person gone mad sends. */
    enum Flood {
        TEMPERATURES(i -> Facts.celsius(36 + i % 400 / 100.0)),
        PRESSURES_THAT_DIFFER_IN_A_PART(i -> Facts.pressure(120, 40 + i / 100.0)),
        IMPOSSIBLE_SATURATIONS(i -> Facts.spo2(101 + i)),
        OXYGEN_SETTINGS(
                i ->
                        i % 2 == 0
                                ? Facts.cannula(i % 90)
                                : new Observation.OxygenSettings(new OxygenFlow(i % 120), null)),
        STARTS_AND_STOPS(
                i ->
                        i % 2 == 0
                                ? Facts.stopped(DRUGS[i / 2 % DRUGS.length])
                                : Facts.running(
                                        DRUGS[i / 3 % DRUGS.length],
                                        0.001 * (i + 1),
                                        DoseUnit.UG_PER_MIN)),
        LISTS_AND_DOSES(
                i ->
                        i % 3 == 0
                                ? Facts.list(
                                        Facts.infusion(DRUGS[i % 4], i * 0.01, DoseUnit.UG_PER_MIN))
                                : Facts.running(DRUGS[i % 4], i * 0.02, DoseUnit.UG_PER_MIN)),
        TREATMENTS(i -> Facts.given("drug " + i)),
        BOLUSES(i -> new Observation.FluidBolus(i)),
        EVERY_KIND(i -> MIXED.get(i % MIXED.size()));

        @SuppressWarnings("ImmutableEnumChecker") // functions without state
        private final IntFunction<Observation> sent;

        Flood(IntFunction<Observation> sent) {
            this.sent = sent;
        }

        List<TimedFact> facts(boolean oneMoment) {
            List<TimedFact> facts = new ArrayList<>();
            for (int i = 0; i < ENTRIES; i++) {
                Instant at = oneMoment ? SECOND : SECOND.plusMillis(i * 1_000L / ENTRIES);
                facts.add(new TimedFact(at, sent.apply(i)));
            }
            return facts;
        }
    }

    private static final List<Observation> MIXED = mixed();

    private static List<Observation> mixed() {
        List<Observation> mixed = new ArrayList<>(BadFacts.all());
        Watch.COURSE.forEach(fact -> mixed.add(fact.observation()));
        Collections.shuffle(mixed, new Random(7));
        return mixed;
    }

    /** Live: the present lies behind the flood already, and everything is read at the end. */
    private static List<Object> live(List<TimedFact> facts) {
        StayMonitor monitor = Watch.told(Watch.COURSE.subList(0, 6), SECOND.plusSeconds(30));
        facts.forEach(fact -> monitor.observe(fact.at(), fact.observation()));
        return outcome(monitor);
    }

    private static List<Object> replayed(List<TimedFact> facts) {
        StayMonitor monitor = Watch.told(Watch.COURSE.subList(0, 6));
        facts.forEach(fact -> monitor.observe(fact.at(), fact.observation()));
        monitor.advance(SECOND.plusSeconds(30), step -> {});
        return outcome(monitor);
    }

    private static List<Object> outcome(StayMonitor monitor) {
        List<Object> outcome = new ArrayList<>(Watch.outcome(monitor));
        outcome.add(monitor.episodes());
        outcome.add(monitor.rejected());
        outcome.add(monitor.picture());
        monitor.series().data();
        return outcome;
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void thousandsOfEntriesInOneMomentAreGradedTheSameInAnyOrder(Flood flood) {
        anyOrder(flood.facts(true));
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void thousandsOfEntriesInOneSecondAreGradedTheSameInAnyOrder(Flood flood) {
        anyOrder(flood.facts(false));
    }

    private static void anyOrder(List<TimedFact> facts) {
        List<Object> expected = replayed(facts);
        assertThat(live(facts)).isEqualTo(expected);
        assertThat(live(facts.reversed())).isEqualTo(expected);
        List<TimedFact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(1));
        assertThat(live(shuffled)).isEqualTo(expected);
        assertThat(replayed(shuffled)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void allOfThemRetractedLeaveNothingBehind(Flood flood) {
        List<TimedFact> facts = flood.facts(true);
        StayMonitor monitor = Watch.told(Watch.COURSE.subList(0, 6), SECOND.plusSeconds(30));
        facts.forEach(fact -> monitor.observe(fact.at(), fact.observation()));
        facts.forEach(
                fact ->
                        monitor.retract(
                                fact.at(), SECOND.plus(Duration.ofHours(1)), fact.observation()));

        assertThat(outcome(monitor)).isEqualTo(replayed(List.of()));
    }

    @ParameterizedTest
    @EnumSource(names = {"TEMPERATURES", "STARTS_AND_STOPS", "EVERY_KIND"})
    @Timeout(60)
    void aFloodDoesNotHideTheDrugThatRunsBesideIt(Flood flood) {
        StayMonitor monitor = Watch.told(Watch.COURSE.subList(0, 6), SECOND.plusSeconds(30));
        flood.facts(true).forEach(fact -> monitor.observe(fact.at(), fact.observation()));
        monitor.observe(SECOND.plusSeconds(70), Facts.norepinephrine(5));
        for (Observation.AttributionScope scope : Observation.AttributionScope.values()) {
            monitor.observe(SECOND.plusSeconds(70), Facts.attributed(scope, true));
        }
        monitor.advance(SECOND.plusSeconds(80), step -> {});

        assertThat(monitor.assessment(ScaleId.PENN))
                .satisfies(
                        graded ->
                                assertThat(
                                                java.util.Objects.requireNonNull(graded)
                                                        .range()
                                                        .worse(GradeRange.of(3)))
                                        .isEqualTo(graded.range()));
    }
}
