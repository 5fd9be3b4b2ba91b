package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~monitor.fold~1]
class StayMonitorTest {
    private static final Instant END = Facts.hour(48);
    private static final Observation STOP = Facts.stopped(Vasopressor.NOREPINEPHRINE);
    private static final Observation HIGH = Facts.norepinephrine(20);

    private static GradeRange present(StayMonitor monitor, ScaleId scale) {
        return Objects.requireNonNull(monitor.assessment(scale)).range();
    }

    private static StayMonitor febrileOnHighDoseFromOne() {
        return Watch.told(
                List.of(
                        Watch.at(0.5, Facts.FEVER),
                        Watch.at(0.5, Facts.ROOM_AIR),
                        Watch.at(0.5, Facts.NORMAL_PRESSURE),
                        Watch.at(1, HIGH)));
    }

    @Test
    void historyIsThatOfTheCourse() {
        StayMonitor monitor = Watch.told(Watch.COURSE, END);
        assertThat(Watch.grades(monitor, ScaleId.ASTCT_2019))
                .containsExactly(
                        "0.5000 0",
                        "2.0000 1",
                        "3.0000 2",
                        "4.0000 3",
                        "7.5000 4",
                        "12.0000 3",
                        // The pressure of hour 15 ends the last support; high flow goes on.
                        "15.0000 3",
                        // The device of hour 6 is 12 h old; the temperature of hour 9 was 8 h old
                        // at 17.
                        "18.0000 unknown (0 to 4)",
                        "20.0000 unknown (0 to 1)",
                        "20.2000 0",
                        // The pressure of hour 15 is stale at 21, the temperature at 28.2, the
                        // device at 32.
                        "21.0000 unknown (0 to 2)",
                        "32.0000 unknown (0 to 4)",
                        "34.0000 at least 1 (up to 4)",
                        "42.0000 unknown (0 to 4)");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 60, 601, 10_000})
    void theNumberOfAdvancesDoesNotMatter(long seconds) {
        List<Object> expected = Watch.outcome(Watch.told(Watch.COURSE, END));

        StayMonitor stepped = Watch.told(Watch.COURSE);
        for (Instant at = Facts.ZERO; at.isBefore(END); at = at.plusSeconds(seconds)) {
            stepped.advance(at, step -> {});
        }
        stepped.advance(END, step -> {});
        assertThat(Watch.outcome(stepped)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 60, 601, 10_000})
    void factsToldAsTheyHappenComeToTheSame(long seconds) {
        StayMonitor live = Watch.monitor();
        int told = 0;
        for (Instant at = Facts.ZERO; !at.isAfter(END); at = at.plusSeconds(seconds)) {
            while (told < Watch.COURSE.size() && !Watch.COURSE.get(told).at().isAfter(at)) {
                TimedFact fact = Watch.COURSE.get(told++);
                live.observe(fact.at(), fact.observation());
            }
            live.advance(at, step -> {});
        }
        live.advance(END, step -> {});
        assertThat(told).isEqualTo(Watch.COURSE.size());
        assertThat(Watch.outcome(live)).isEqualTo(Watch.outcome(Watch.told(Watch.COURSE, END)));
    }

    @Test
    void staleTransitionsHappenAtTheirOwnTime() {
        StayMonitor monitor = Watch.monitor();
        monitor.observe(Facts.hour(1), Facts.FEVER);
        monitor.observe(Facts.hour(1), Facts.ROOM_AIR);
        monitor.observe(Facts.hour(1), Facts.NORMAL_PRESSURE);
        List<Instant> moments = new ArrayList<>();
        monitor.advance(
                END,
                step -> {
                    if (step.scale() == ScaleId.LEE_2014) {
                        moments.add(step.at());
                    }
                });
        assertThat(moments)
                .containsExactly(
                        Facts.hour(1),
                        Facts.hour(7).plusMillis(1),
                        Facts.hour(9).plusMillis(1),
                        Facts.hour(13).plusMillis(1));
    }

    @Test
    void aHighDoseRisesByTimeAlone() {
        StayMonitor monitor = febrileOnHighDoseFromOne();
        monitor.advance(Facts.hour(6), step -> {});
        assertThat(Watch.grades(monitor, ScaleId.LEE_2014))
                .containsExactly("0.5000 1", "1.0000 2", "4.0000 3");
    }

    @Test
    void theFutureIsNotYetSo() {
        StayMonitor monitor = Watch.told(Watch.COURSE, Facts.hour(2.5));
        assertThat(present(monitor, ScaleId.ASTCT_2019)).isEqualTo(GradeRange.of(1));
        assertThat(monitor.history(ScaleId.ASTCT_2019))
                .extracting(Assessment::at)
                .allMatch(at -> !at.isAfter(Facts.hour(2.5)));
    }

    @Test
    void aLateFactRegradesFromItsOwnTimeOn() {
        StayMonitor monitor = febrileOnHighDoseFromOne();
        monitor.advance(Facts.hour(6), step -> {});
        List<Assessment> before = monitor.history(ScaleId.LEE_2014);

        monitor.observe(Facts.hour(2), Facts.norepinephrine(5));
        monitor.observe(Facts.hour(3), HIGH);

        assertThat(Watch.grades(monitor, ScaleId.LEE_2014))
                .containsExactly("0.5000 1", "1.0000 2", "6.0000 3");
        assertThat(before).hasSize(3);
        assertThat(present(monitor, ScaleId.LEE_2014)).isEqualTo(GradeRange.of(3));
    }

    @Test
    void aLateFactThatIsItselfLateCorrectedComesToTheSame() {
        List<TimedFact> late =
                List.of(
                        Watch.at(5, Facts.celsius(37)),
                        Watch.at(3, Facts.cannula(8)),
                        Watch.at(3.5, Facts.ROOM_AIR),
                        Watch.at(2.9, Facts.pressure(88, 70)));
        StayMonitor monitor = febrileOnHighDoseFromOne();
        monitor.advance(Facts.hour(6), step -> {});
        late.forEach(fact -> monitor.observe(fact.at(), fact.observation()));

        StayMonitor fresh = febrileOnHighDoseFromOne();
        late.reversed().forEach(fact -> fresh.observe(fact.at(), fact.observation()));
        fresh.advance(Facts.hour(6), step -> {});
        assertThat(Watch.outcome(monitor)).isEqualTo(Watch.outcome(fresh));
    }

    @Test
    void aBagChangeAcrossSecondsOfOneMinuteIsOneInfusion() {
        Instant stop = Facts.hour(3).plusSeconds(10);
        Instant start = Facts.hour(3).plusSeconds(50);
        for (boolean stopFirst : new boolean[] {true, false}) {
            StayMonitor monitor = febrileOnHighDoseFromOne();
            monitor.observe(stopFirst ? stop : start, STOP);
            monitor.observe(stopFirst ? start : stop, HIGH);
            monitor.advance(Facts.hour(5), step -> {});
            assertThat(Watch.grades(monitor, ScaleId.LEE_2014))
                    .containsExactly("0.5000 1", "1.0000 2", "4.0000 3");
        }
    }

    @Test
    void aBagChangeKeepsItsClockWhenThePresentPassesBetweenStopAndStart() {
        StayMonitor monitor = febrileOnHighDoseFromOne();
        monitor.observe(Facts.hour(3).plusSeconds(10), STOP);
        monitor.advance(Facts.hour(3).plusSeconds(20), step -> {});
        assertThat(present(monitor, ScaleId.LEE_2014)).isEqualTo(GradeRange.of(1));

        monitor.observe(Facts.hour(3).plusSeconds(50), HIGH);
        monitor.advance(Facts.hour(5), step -> {});
        assertThat(Watch.grades(monitor, ScaleId.LEE_2014))
                .containsExactly("0.5000 1", "1.0000 2", "4.0000 3");
    }

    @Test
    void aStopAndAStartInDifferentMinutesAreTwoInfusions() {
        StayMonitor monitor = febrileOnHighDoseFromOne();
        monitor.observe(Facts.hour(3).minusSeconds(1), STOP);
        monitor.observe(Facts.hour(3), HIGH);
        monitor.advance(Facts.hour(5), step -> {});
        assertThat(present(monitor, ScaleId.LEE_2014)).isEqualTo(GradeRange.of(2));
    }

    @Test
    void aDrugFirstStartedAndStoppedWithinAMinuteIsStopped() {
        StayMonitor monitor = Watch.monitor();
        monitor.observe(Facts.hour(1).plusSeconds(5), HIGH);
        monitor.observe(Facts.hour(1).plusSeconds(40), STOP);
        monitor.advance(Facts.hour(2), step -> {});
        assertThat(monitor.picture().vasopressors().drugs()).isEmpty();
    }

    @Test
    void aBagChangeOfAListedDrugIsOneInfusionToo() {
        StayMonitor monitor = Watch.monitor();
        monitor.observe(
                Facts.hour(1),
                Facts.list(Facts.infusion(Vasopressor.NOREPINEPHRINE, 20, DoseUnit.UG_PER_MIN)));
        monitor.observe(Facts.hour(3).plusSeconds(5), HIGH);
        monitor.observe(Facts.hour(3).plusSeconds(40), STOP);
        monitor.advance(Facts.hour(4), step -> {});
        assertThat(present(monitor, ScaleId.LEE_2014))
                .isEqualTo(GradeRange.of(3).worse(new GradeRange(0, 4)));
    }

    @Test
    void thePresentCannotGoBack() {
        StayMonitor monitor = Watch.told(List.of(), Facts.hour(2));
        assertThatThrownBy(() -> monitor.advance(Facts.hour(1), step -> {}))
                .isInstanceOf(IllegalArgumentException.class);
        monitor.advance(Facts.hour(2), step -> {});
    }

    @Test
    void nothingChartedIsUnknownAndNotNormal() {
        StayMonitor monitor = Watch.told(List.of(), Facts.hour(2));
        assertThat(present(monitor, ScaleId.ASTCT_2019)).isEqualTo(new GradeRange(0, 4));
        assertThat(monitor.lastFactAt()).isNull();
        assertThat(monitor.history(ScaleId.ASTCT_2019)).isEmpty();
    }

    @Test
    void aScaleNotGradedHasNoHistory() {
        StayMonitor monitor =
                new StayMonitor(
                        Facts.stay("7", Facts.adult()),
                        SitePolicy.DEFAULT,
                        List.of(GradingScales.of(ScaleId.PENN)));
        monitor.advance(Facts.hour(1), step -> {});
        assertThat(monitor.assessment(ScaleId.LEE_2014)).isNull();
        assertThat(monitor.history(ScaleId.LEE_2014)).isEmpty();
    }
}
