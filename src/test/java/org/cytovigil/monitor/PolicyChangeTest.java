package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another policy changes, from when, and what it leaves as it was. */
// [utest->req~policy.adoption~1]
class PolicyChangeTest {
    private static final SitePolicy NEXT =
            SitePolicy.of(
                    "site-2",
                    Map.of(
                            Settings.FEVER_FROM, "38.5 Cel",
                            Settings.TEMPERATURE_FRESH, "4 h",
                            Settings.HIGH_NOREPINEPHRINE, "15 ug/min",
                            Settings.HIGH_DOSE_AFTER, "2 h",
                            Settings.SYSTOLIC_TO, "250 mm[Hg]"));

    private static void set(StayMonitor monitor, double hours, Observation... facts) {
        for (Observation fact : facts) {
            monitor.observe(Facts.hour(hours), fact);
        }
    }

    private static void advance(StayMonitor monitor, double hours) {
        monitor.advance(Facts.hour(hours), step -> {});
    }

    private static PolicyTimeline from(double hours) {
        return PolicyTimeline.always(SitePolicy.DEFAULT).then(Facts.hour(hours), NEXT);
    }

    private static List<String> grades(StayMonitor monitor, ScaleId scale) {
        return Watch.grades(monitor, scale);
    }

    @Test
    void anotherFeverLimitCountsFromItsTimeOnAndNotBefore() {
        StayMonitor monitor = Watch.monitor();
        set(monitor, 0.25, Facts.NO_FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        set(monitor, 1, Facts.celsius(38.2));
        advance(monitor, 2);
        monitor.adopt(from(3));
        advance(monitor, 4);

        assertThat(grades(monitor, ScaleId.ASTCT_2019))
                .containsExactly("0.2500 0", "1.0000 1", "3.0000 0");
    }

    @Test
    void aLateFactOfTheTimeBeforeIsGradedByThePolicyThatHeldThen() {
        StayMonitor monitor = Watch.monitor();
        set(monitor, 0.25, Facts.NO_FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        set(monitor, 1, Facts.NO_FEVER);
        monitor.adopt(from(3));
        set(monitor, 4, Facts.celsius(38.4));
        advance(monitor, 5);
        assertThat(grades(monitor, ScaleId.ASTCT_2019)).containsExactly("0.2500 0");

        set(monitor, 0.5, Facts.celsius(38.4));

        assertThat(grades(monitor, ScaleId.ASTCT_2019))
                .containsExactly("0.2500 0", "0.5000 1", "1.0000 0");
    }

    @Test
    void aShorterFreshnessMakesAValueStaleWhenThePolicyBegins() {
        StayMonitor monitor = Watch.monitor();
        set(monitor, 1, Facts.celsius(39), Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        set(monitor, 5, Facts.NORMAL_PRESSURE);
        advance(monitor, 5.5);
        monitor.adopt(from(6));
        advance(monitor, 7);

        // Charted at hour 1: fresh for 8 h until the policy of hour 6 says 4 h.
        assertThat(grades(monitor, ScaleId.ASTCT_2019))
                .containsExactly("1.0000 1", "6.0000 unknown (0 to 1)");
    }

    @Test
    void aDoseThatIsHighByTheNewTableIsHighFromThenOn() {
        StayMonitor monitor = Watch.monitor();
        set(
                monitor,
                1,
                Facts.celsius(39),
                Facts.NORMAL_PRESSURE,
                Facts.ROOM_AIR,
                Facts.norepinephrine(15));
        advance(monitor, 5);
        monitor.adopt(from(5.5));
        set(monitor, 6, Facts.NORMAL_PRESSURE, Facts.celsius(39), Facts.ROOM_AIR);
        advance(monitor, 8);

        // 15 ug/min is high from 5.5 h on, and counts after 2 h.
        assertThat(grades(monitor, ScaleId.LEE_2014)).containsExactly("1.0000 2", "7.5000 3");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.1
                    2
                    2.9999
                    4.5
                    5
                    8.25
                    20.1
                    39
                    """)
    void adoptingOnTheWayAndKnowingAllBeforehandComeToTheSame(double hour) {
        StayMonitor knowing =
                new StayMonitor(Facts.stay("7", Facts.adult()), from(hour), GradingScales.ALL);
        Watch.COURSE.forEach(fact -> knowing.observe(fact.at(), fact.observation()));
        advance(knowing, 41);

        StayMonitor adopting = Watch.monitor();
        boolean adopted = false;
        for (TimedFact fact : Watch.COURSE) {
            if (!adopted && !fact.at().isBefore(Facts.hour(hour))) {
                advance(adopting, hour - 0.01);
                List<Object> before = histories(adopting);
                adopting.adopt(from(hour));
                assertThat(histories(adopting)).isEqualTo(before);
                adopted = true;
            }
            adopting.observe(fact.at(), fact.observation());
            adopting.advance(fact.at(), step -> {});
        }
        advance(adopting, 41);

        assertThat(Watch.outcome(adopting)).isEqualTo(Watch.outcome(knowing));
        assertThat(adopting.episodes()).isEqualTo(knowing.episodes());
    }

    private static List<Object> histories(StayMonitor monitor) {
        List<Object> histories = new ArrayList<>();
        for (ScaleId scale : ScaleId.values()) {
            histories.add(List.copyOf(monitor.history(scale)));
        }
        return histories;
    }

    @Test
    void everyAssessmentNamesThePolicyThatHeldAtItsTime() {
        StayMonitor monitor = Watch.monitor();
        Watch.COURSE.forEach(fact -> monitor.observe(fact.at(), fact.observation()));
        List<Assessment> steps = new ArrayList<>();
        monitor.advance(Facts.hour(5), steps::add);
        monitor.adopt(from(6));
        monitor.advance(Facts.hour(41), steps::add);

        Instant six = Facts.hour(6);
        assertThat(steps).anyMatch(step -> step.at().isBefore(six));
        assertThat(steps).anyMatch(step -> !step.at().isBefore(six));
        assertThat(steps)
                .allSatisfy(
                        step ->
                                assertThat(step.policyVersion())
                                        .isEqualTo(
                                                step.at().isBefore(six) ? "default-1" : "site-2"));
        assertThat(monitor.assessment(ScaleId.PENN))
                .isNotNull()
                .extracting(Assessment::policyVersion)
                .isEqualTo("site-2");
    }

    @Test
    void whatCannotBeIsJudgedByThePolicyOfItsTime() {
        StayMonitor monitor = Watch.monitor();
        set(monitor, 1, Facts.pressure(260, 100));
        set(monitor, 5, Facts.pressure(260, 100));
        advance(monitor, 2);
        assertThat(monitor.rejected()).isEmpty();
        assertThat(systolicDrawn(monitor)).isEqualTo(2);

        monitor.adopt(from(3));

        assertThat(monitor.rejected()).extracting(RejectedFact::at).containsExactly(Facts.hour(5));
        assertThat(systolicDrawn(monitor)).isEqualTo(1);
    }

    private static int systolicDrawn(StayMonitor monitor) {
        return Objects.requireNonNull(monitor.series().data().series().get(Parameter.SYSTOLIC))
                .size();
    }

    @Test
    void aPolicyOfThePastIsRefusedByStayAndUnit() {
        StayMonitor monitor = Watch.told(Watch.COURSE, Facts.hour(5));
        List<Object> before = Watch.outcome(monitor);
        assertThatThrownBy(() -> monitor.adopt(from(5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would regrade");
        assertThat(Watch.outcome(monitor)).isEqualTo(before);

        UnitMonitor unit = Watch.unit();
        unit.tick(Facts.hour(5));
        assertThatThrownBy(() -> unit.adopt(Facts.hour(5), NEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(unit.policies().held()).hasSize(1);
    }

    @Test
    void aPolicyThatOneStayIsAheadOfIsRefusedByTheWholeUnit() {
        UnitMonitor unit = Watch.unit();
        Watch.courseEntries().forEach(unit::accept);
        unit.tick(Facts.hour(5));
        AlarmKey alarm = unit.snapshot().alarms().getFirst().key();
        unit.accept(Watch.entry(6, new Entry.Acknowledged(alarm, 3)));

        assertThatThrownBy(() -> unit.adopt(Facts.hour(5.5), NEXT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would regrade");
        assertThat(unit.policies().held()).hasSize(1);

        unit.adopt(Facts.hour(6.5), NEXT);
        unit.tick(Facts.hour(7));
        assertThat(unit.snapshot().stays().getFirst().assessments().values())
                .extracting(Assessment::policyVersion)
                .containsOnly("site-2");
    }

    @Test
    void aGradeRestsOnTheSettingThatDecidesIt() {
        StayMonitor monitor = Watch.monitor();
        set(monitor, 1, Facts.celsius(38.2), Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        advance(monitor, 1);

        Assessment assessment = Objects.requireNonNull(monitor.assessment(ScaleId.ASTCT_2019));
        assertThat(assessment.range()).isEqualTo(GradeRange.of(1));
        assertThat(assessment.settings()).contains(Settings.FEVER_FROM);
    }
}
