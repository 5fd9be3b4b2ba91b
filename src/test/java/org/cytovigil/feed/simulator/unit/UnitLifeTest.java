package org.cytovigil.feed.simulator.unit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.feed.simulator.unit.Report.Results;
import org.cytovigil.feed.simulator.unit.Report.Source;
import org.cytovigil.feed.simulator.unit.UnitPlan.FaultLevel;
import org.junit.jupiter.api.Test;

/** What a unit tells, in which order, and how plausible it is. */
// [utest->req~feed.simulator~1]
class UnitLifeTest {
    private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void theSamePlanTellsTheSame() {
        UnitPlan plan = UnitPlan.of(3, 5, START, ZoneOffset.UTC).with(FaultLevel.MANY);

        assertThat(Listener.due(plan, 2, START.plus(Duration.ofHours(1))))
                .isEqualTo(Listener.due(plan, 2, START.plus(Duration.ofHours(1))));
    }

    @Test
    void aStayBeginsWithItsAdmissionAndEndsWithItsDischarge() {
        // Three hundred hours on, every first patient has left and another one has come.
        UnitPlan plan =
                UnitPlan.of(2, 3, START, ZoneOffset.UTC)
                        .timed(Duration.ZERO, 1, Duration.ofHours(6))
                        .startingAt(100);
        List<Delivery> all = Listener.due(plan, 1, START.plus(Duration.ofHours(300)));
        Set<String> admitted = new HashSet<>();
        Set<String> left = new HashSet<>();
        for (Delivery delivery : all) {
            String visit = delivery.report().guest().visit();
            switch (delivery.report()) {
                case Report.Admitted arrival -> {
                    assertThat(left).containsAll(admitted);
                    assertThat(admitted.add(visit)).isTrue();
                }
                case Report.Discharged discharge -> assertThat(left.add(visit)).isTrue();
                default -> {
                    assertThat(admitted).contains(visit);
                    assertThat(left).doesNotContain(visit);
                }
            }
        }
        assertThat(admitted).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theHistoryGoesBackToTheAdmissionAndItsMonitorsTwoDays() {
        UnitPlan plan = UnitPlan.of(1, 1, START, ZoneOffset.UTC).startingAt(100);
        List<Report> reports =
                Listener.due(plan, 1, START.plus(Duration.ofMinutes(10))).stream()
                        .map(Delivery::report)
                        .toList();

        assertThat(reports.getFirst()).isInstanceOf(Report.Admitted.class);
        assertThat(reports.getFirst().at()).isEqualTo(START.minus(Duration.ofHours(102)));
        List<Instant> monitors = new ArrayList<>();
        for (Report report : reports) {
            if (report instanceof Results results && results.source() == Source.MONITOR) {
                monitors.add(results.at());
            }
        }
        // Every five minutes for 48 hours, then every minute: at 0 to 10 minutes.
        assertThat(monitors.getFirst()).isEqualTo(START.minus(Duration.ofDays(2)));
        assertThat(monitors).hasSize(48 * 12 + 11).isSorted();
    }

    @Test
    void withoutHistoryWhatStandsIsToldAndNothingBefore() {
        UnitPlan plan =
                UnitPlan.of(1, 1, START, ZoneOffset.UTC)
                        .timed(Duration.ZERO, 1, Duration.ofMinutes(1))
                        .startingAt(100);
        List<Report> reports = Listener.due(plan, 1, START).stream().map(Delivery::report).toList();

        assertThat(reports.get(0)).isInstanceOf(Report.Admitted.class);
        assertThat(reports.get(1)).isInstanceOf(Results.class);
        assertThat(reports.get(2)).isInstanceOf(Report.Infused.class);
        assertThat(reports.get(2).at()).isEqualTo(START.minus(Duration.ofHours(100)));
        assertThat(reports.subList(3, reports.size()))
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.at()).isEqualTo(START));
    }

    @Test
    void fasterCoursesHaveShorterDurationsAndTimesOfThePresent() {
        UnitPlan slow =
                UnitPlan.of(1, 1, START, ZoneOffset.UTC)
                        .timed(Duration.ZERO, 1, Duration.ofDays(1))
                        .startingAt(40);
        UnitPlan fast = slow.timed(Duration.ZERO, 60, Duration.ofDays(1));
        List<Instant> slowly = charted(slow, START.plus(Duration.ofHours(60)));
        List<Instant> quickly = charted(fast, START.plus(Duration.ofHours(1)));

        assertThat(quickly).hasSameSizeAs(slowly).hasSizeGreaterThan(15);
        for (int i = 0; i < slowly.size(); i++) {
            long expected = Math.round(Duration.between(START, slowly.get(i)).toMillis() / 60.0);
            assertThat(Duration.between(START, quickly.get(i)).toMillis())
                    .isBetween(expected - 1, expected + 1);
        }
    }

    private static List<Instant> charted(UnitPlan plan, Instant until) {
        List<Instant> times = new ArrayList<>();
        for (Delivery delivery : Listener.due(plan, 1, until)) {
            if (delivery.report() instanceof Results results
                    && results.source() != Source.MONITOR
                    && results.at().isAfter(START)) {
                times.add(results.at());
            }
        }
        return times;
    }

    @Test
    void gradesOfTheWorstAreSpreadAsInTrials() {
        int[] patients = new int[5];
        int many = 0;
        for (long seed = 1; seed <= 20; seed++) {
            for (int bed = 1; bed <= 20; bed++) {
                UnitPlan plan = UnitPlan.of(20, seed, START, ZoneOffset.UTC);
                patients[new GuestDraw(plan, bed).first().guest().profile().peakGrade()]++;
                many++;
            }
        }

        // Any grade in 75-95 %, grade 3 or more in 10-30 % over the products' trials.
        assertThat(patients[0] / (double) many).isBetween(0.10, 0.24);
        assertThat((patients[3] + patients[4]) / (double) many).isBetween(0.10, 0.26);
        assertThat(patients[4]).isPositive().isLessThan(patients[3]);
    }

    @Test
    void vitalSignsArePlausibleAndGoTogether() {
        double feverBeats = 0;
        double coolBeats = 0;
        int fevers = 0;
        int cools = 0;
        for (int bed = 1; bed <= 8; bed++) {
            UnitPlan plan = UnitPlan.of(8, 7, START, ZoneOffset.UTC);
            for (Delivery delivery : Listener.due(plan, bed, START)) {
                if (!(delivery.report() instanceof Results results)
                        || results.source() != Source.MONITOR) {
                    continue;
                }
                double beats = 0;
                double celsius = 0;
                for (Observation fact : results.facts()) {
                    assertThat(Plausibility.DEFAULT.fault(fact)).isEmpty();
                    if (fact instanceof HeartRate rate) {
                        beats = rate.perMinute();
                    } else if (fact instanceof BodyTemperature temperature) {
                        celsius = temperature.value().celsius();
                    } else if (fact instanceof BloodPressure pressure) {
                        double mean = requireNonNull(pressure.mean()).mmHg();
                        assertThat(requireNonNull(pressure.systolic()).mmHg()).isGreaterThan(mean);
                        assertThat(requireNonNull(pressure.diastolic()).mmHg()).isLessThan(mean);
                    }
                }
                if (celsius >= 38.5) {
                    feverBeats += beats;
                    fevers++;
                } else if (celsius > 0 && celsius < 37.2) {
                    coolBeats += beats;
                    cools++;
                }
            }
        }
        // About ten beats more for each degree.
        assertThat(feverBeats / fevers - coolBeats / cools).isBetween(8.0, 45.0);
    }

    @Test
    void limitsOfAPlanAreKept() {
        UnitPlan plan = UnitPlan.of(1, 1, START, ZoneOffset.UTC);
        assertThatThrownBy(() -> UnitPlan.of(0, 1, START, ZoneOffset.UTC))
                .hasMessage("a unit has 1 to 200 beds");
        assertThatThrownBy(() -> plan.startingAt(240))
                .hasMessage("the start is 0 to 239 hours after the infusion");
        assertThatThrownBy(() -> plan.timed(Duration.ZERO, 0, Duration.ofMinutes(1)))
                .hasMessage("the speed is above 0 and at most 3600");
        assertThatThrownBy(() -> plan.timed(Duration.ZERO, Double.NaN, Duration.ofMinutes(1)))
                .hasMessage("the speed is above 0 and at most 3600");
        assertThatThrownBy(() -> plan.timed(Duration.ofDays(15), 1, Duration.ofMinutes(1)))
                .hasMessage("the history is 0 to 14 days");
        assertThatThrownBy(() -> plan.timed(Duration.ZERO, 1, Duration.ofMillis(500)))
                .hasMessage("monitors send every second at most");
    }
}
