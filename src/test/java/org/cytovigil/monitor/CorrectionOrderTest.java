package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.GradeOverridden;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.GradeCourse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Corrections, retractions and grades set by a clinician come to the same grades, episodes and
 * present picture in whatever order and however often they are told: as if only what stands in the
 * end had ever been charted.
 */
// [utest->req~monitor.fold~1]
class CorrectionOrderTest {
    private static final Instant END = Facts.hour(30);

    /** What a ledger entry tells a monitor. */
    private sealed interface Message {}

    private record Observed(Instant at, Instant learned, Observation is) implements Message {}

    private record Retracted(Instant at, Instant learned, Observation was) implements Message {}

    private record Corrected(Instant at, Instant learned, Observation was, Observation is)
            implements Message {}

    private static Message observed(double at, Observation is) {
        return new Observed(Facts.hour(at), Facts.hour(at), is);
    }

    private static void tell(StayMonitor monitor, Message message) {
        switch (message) {
            case Observed m -> monitor.observe(m.at, m.learned, "device", m.is);
            case Retracted m -> monitor.retract(m.at, m.learned, m.was);
            case Corrected m -> {
                monitor.retract(m.at, m.learned, m.was);
                monitor.observe(m.at, m.learned, "device", m.is);
            }
        }
    }

    /** Histories, present grades, episodes and the present picture. */
    private static List<Object> outcome(StayMonitor monitor) {
        List<Object> outcome = new ArrayList<>(Watch.outcome(monitor));
        outcome.add(monitor.episodes());
        outcome.add(monitor.picture());
        outcome.add(monitor.rejected());
        return outcome;
    }

    private static List<Object> told(List<Message> messages, List<Instant> advances) {
        StayMonitor monitor = Watch.monitor();
        int next = 0;
        for (int i = 0; i < messages.size(); i++) {
            tell(monitor, messages.get(i));
            if (i % 2 == 1 && next < advances.size()) {
                monitor.advance(advances.get(next++), step -> {});
            }
        }
        monitor.advance(END, step -> {});
        return outcome(monitor);
    }

    private static List<Object> stands(List<TimedFact> facts) {
        return outcome(Watch.told(facts, END));
    }

    /** A false fever is retracted, and the cannula's flow corrected from 2 to 8 L/min. */
    @Test
    void everyOrderOfSixMessagesWithTwoToldTwice() {
        List<Message> six =
                List.of(
                        observed(1, Facts.celsius(39.4)),
                        observed(2, Facts.celsius(38.2)),
                        observed(3, Facts.cannula(2)),
                        observed(4, Facts.norepinephrine(20)),
                        new Retracted(Facts.hour(1), Facts.hour(5), Facts.celsius(39.4)),
                        new Corrected(
                                Facts.hour(3), Facts.hour(6), Facts.cannula(2), Facts.cannula(8)));
        List<Object> expected =
                stands(
                        List.of(
                                Watch.at(2, Facts.celsius(38.2)),
                                Watch.at(3, Facts.cannula(8)),
                                Watch.at(4, Facts.norepinephrine(20))));
        List<Instant> advances = List.of(Facts.hour(2.5), Facts.hour(7), Facts.hour(9));
        Set<List<Integer>> orders = Orders.of(0, 1, 2, 3, 4, 5, 0, 5);
        assertThat(orders).hasSize(10_080);
        for (List<Integer> order : orders) {
            List<Message> messages = order.stream().map(six::get).toList();
            assertThat(told(messages, advances)).as("%s", order).isEqualTo(expected);
        }
    }

    /** An override is retracted, another corrected from 1 to 3, and a retracted bolus told anew. */
    @Test
    void everyOrderOfSixMessagesWithGradesSetByAClinician() {
        Observation one = set(1);
        Observation three = set(3);
        Observation four = set(4);
        List<Message> six =
                List.of(
                        observed(1, Facts.FEVER),
                        observed(2, one),
                        observed(6, four),
                        new Retracted(Facts.hour(6), Facts.hour(7), four),
                        new Corrected(Facts.hour(2), Facts.hour(8), one, three),
                        observed(9, Facts.device("bipap", null, 0.5)));
        List<Object> expected =
                stands(
                        List.of(
                                Watch.at(1, Facts.FEVER),
                                Watch.at(2, three),
                                Watch.at(9, Facts.device("bipap", null, 0.5))));
        List<Instant> advances = List.of(Facts.hour(1.5), Facts.hour(6.5), Facts.hour(10));
        Set<List<Integer>> orders = Orders.of(0, 1, 2, 3, 4, 5, 2, 3);
        assertThat(orders).hasSize(10_080);
        for (List<Integer> order : orders) {
            List<Message> messages = order.stream().map(six::get).toList();
            assertThat(told(messages, advances)).as("%s", order).isEqualTo(expected);
        }
    }

    @Test
    void aFactChartedAnewAfterItsRetractionStandsInEveryOrder() {
        Message first = observed(2, Facts.bolus());
        Message out = new Retracted(Facts.hour(2), Facts.hour(3), Facts.bolus());
        Message anew = new Observed(Facts.hour(2), Facts.hour(4), Facts.bolus());
        List<Message> messages = List.of(first, out, anew, observed(1, Facts.FEVER));
        List<Object> expected =
                stands(List.of(Watch.at(1, Facts.FEVER), Watch.at(2, Facts.bolus())));
        Set<List<Integer>> orders = Orders.of(0, 1, 2, 3, 1, 2);
        assertThat(orders).hasSize(180);
        for (List<Integer> order : orders) {
            List<Message> shuffled = order.stream().map(messages::get).toList();
            assertThat(told(shuffled, List.of(Facts.hour(2.5), Facts.hour(8))))
                    .as("%s", order)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aLateStopTakesBackThePeakThatTimeAloneHadBrought() {
        StayMonitor monitor = Watch.monitor();
        monitor.observe(Facts.hour(1), Facts.FEVER);
        monitor.observe(Facts.hour(1), Facts.ROOM_AIR);
        monitor.observe(Facts.hour(1), Facts.norepinephrine(20));
        monitor.advance(Facts.hour(6), step -> {});
        assertThat(lee(monitor).peak()).isEqualTo(3);

        monitor.observe(Facts.hour(2), Facts.stopped(Vasopressor.NOREPINEPHRINE));
        assertThat(lee(monitor).peak()).isEqualTo(2);
        // Grade 2 from hour 1 to 2; fever alone, and a pressure nobody knows, from then on.
        assertThat(lee(monitor).atGrade())
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofHours(4),
                        Duration.ofHours(1),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ZERO);
    }

    private static GradeCourse lee(StayMonitor monitor) {
        return Objects.requireNonNull(
                monitor.episodes().getFirst().courses().get(ScaleId.LEE_2014));
    }

    @Test
    void aLateDoseGivesBackTheGradeSetThatTimeAloneHadEnded() {
        Observation two = new GradeOverridden(ScaleId.LEE_2014, 2, "seen at the bed", "Dr. Roe");
        StayMonitor monitor = Watch.monitor();
        monitor.observe(Facts.hour(1), Facts.FEVER);
        monitor.observe(Facts.hour(1), Facts.norepinephrine(20));
        monitor.observe(Facts.hour(1), two);
        monitor.advance(Facts.hour(6), step -> {});
        assertThat(monitor.picture().overrides()).isEmpty();

        monitor.observe(Facts.hour(2), Facts.norepinephrine(5));
        assertThat(monitor.picture().overrides()).containsOnlyKeys(ScaleId.LEE_2014);
    }

    @Test
    void timeAtEachGradeIsCountedOnceHoweverFarBackALateFactReaches() {
        StayMonitor monitor = Watch.monitor();
        monitor.observe(Facts.hour(1), Facts.FEVER);
        monitor.observe(Facts.hour(1), Facts.ROOM_AIR);
        monitor.observe(Facts.hour(1), Facts.pressure(80, 50));
        // With these the stay is long enough for a checkpoint between hour 1 and hour 20.
        for (int i = 1; i <= 253; i++) {
            monitor.observe(Facts.hour(1).plusSeconds(i), new Observation.HeartRate(90));
        }
        monitor.observe(Facts.hour(20), new Observation.HeartRate(80));
        monitor.advance(Facts.hour(21), step -> {});
        monitor.observe(Facts.hour(15), new Observation.HeartRate(85));
        // Low pressure until it is stale after hour 7, fever until it is stale after hour 9.
        assertThat(lee(monitor).atGrade())
                .startsWith(
                        Duration.ofHours(12).minusMillis(1),
                        Duration.ofHours(2),
                        Duration.ofHours(6).plusMillis(1));
    }

    private static Observation set(@Nullable Integer grade) {
        return new GradeOverridden(ScaleId.ASTCT_2019, grade, "seen at the bed", "Dr. Roe");
    }

    @Test
    void longerRunsWithRetractionsCorrectionsAndOverrides() {
        int retractedInAll = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            Set<TimedFact> standing = new HashSet<>();
            List<Message> messages = drawn(random, standing);
            retractedInAll += messages.size() - standing.size();

            List<Object> expected = stands(new ArrayList<>(standing));
            for (int i = 0; i < 5; i++) {
                messages.add(messages.get(random.nextInt(messages.size())));
            }
            Collections.shuffle(messages, random);
            List<Instant> advances = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                advances.add(Facts.minute(random.nextInt(29 * 60)));
            }
            Collections.sort(advances);
            assertThat(told(messages, advances)).as("seed %d", seed).isEqualTo(expected);
        }
        assertThat(retractedInAll).isGreaterThan(20_000);
    }

    /**
     * Thirty facts within 28 hours, a third of them retracted or corrected later on, some charted
     * again after that.
     *
     * @param standing takes what stands in the end
     */
    private static List<Message> drawn(Random random, Set<TimedFact> standing) {
        Set<TimedFact> charted = new HashSet<>();
        while (charted.size() < 30) {
            // To the quarter of an hour, so that many share a moment.
            Instant at = Facts.minute(15L * random.nextInt(28 * 4)).plusSeconds(random.nextInt(2));
            charted.add(new TimedFact(at, observation(random)));
        }
        List<Message> messages = new ArrayList<>();
        for (TimedFact fact : charted) {
            messages.add(new Observed(fact.at(), fact.at(), fact.observation()));
            standing.add(fact);
        }
        for (TimedFact fact : charted) {
            Instant learned = fact.at().plusSeconds(60 + random.nextInt(7_200));
            Observation other = observation(random);
            boolean fresh = !charted.contains(new TimedFact(fact.at(), other));
            switch (random.nextInt(6)) {
                case 0 -> {
                    messages.add(new Retracted(fact.at(), learned, fact.observation()));
                    standing.remove(fact);
                }
                case 1 -> {
                    if (fresh && standing.add(new TimedFact(fact.at(), other))) {
                        messages.add(new Corrected(fact.at(), learned, fact.observation(), other));
                        standing.remove(fact);
                    }
                }
                case 2 -> {
                    messages.add(new Retracted(fact.at(), learned, fact.observation()));
                    messages.add(
                            new Observed(fact.at(), learned.plusSeconds(1), fact.observation()));
                }
                default -> {
                    // It stands.
                }
            }
        }
        return messages;
    }

    private static Observation observation(Random random) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> Facts.celsius(36 + random.nextInt(40) / 10.0);
            case 2 -> Facts.pressure(70 + random.nextInt(60), 40 + random.nextInt(25));
            case 3 -> Facts.spo2(85 + random.nextInt(15));
            case 4 -> Facts.ROOM_AIR;
            case 5 -> Facts.cannula(1 + random.nextInt(8));
            case 6 -> Facts.device("hfnc", 40.0, 0.3 + random.nextInt(4) / 10.0);
            case 7 -> Facts.norepinephrine(5.0 * random.nextInt(6));
            case 8 -> Facts.stopped(Vasopressor.NOREPINEPHRINE);
            case 9 -> Facts.bolus();
            case 10 -> Facts.given("tocilizumab");
            case 11 -> Facts.attributed(AttributionScope.PRESSURE, random.nextBoolean());
            case 12 -> set(random.nextInt(3) == 0 ? null : Integer.valueOf(random.nextInt(5)));
            default -> new Observation.HypotensionStated();
        };
    }
}
