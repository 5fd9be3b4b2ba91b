package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.junit.jupiter.api.Test;

/** Grades over time: episodes, overrides, and the policy of the moment. */
// [utest->req~episode.course~1]
// [utest->req~grading.override~1]
// [utest->req~policy.settings~1]
class GradeFoldTest {
    private static final Observation[] CLEAR = {
        Facts.NO_FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.spo2(96)
    };

    private final GradeFold fold =
            new GradeFold(
                    Facts.adult(), PolicyTimeline.always(SitePolicy.DEFAULT), GradingScales.ALL);

    private GradeFoldTest at(double hours, Observation... set) {
        chart(fold, hours, set);
        return this;
    }

    private static void chart(GradeFold fold, double hours, Observation... set) {
        for (Observation observation : set) {
            fold.add(Facts.hour(hours), observation);
        }
        fold.assess(Facts.hour(hours));
    }

    private GradeCourse astct(int episode, double now) {
        return astct(fold, episode, now);
    }

    private static GradeCourse astct(GradeFold fold, int episode, double now) {
        return Objects.requireNonNull(
                fold.episodes(Facts.hour(now)).get(episode).courses().get(ScaleId.ASTCT_2019));
    }

    private static List<Duration> hours(double... atGrade) {
        return Arrays.stream(atGrade)
                .mapToObj(hours -> Duration.ofMinutes(Math.round(hours * 60)))
                .toList();
    }

    @Test
    void anEpisodeKeepsOnsetPeakAndTimeAtEachGrade() {
        at(1, CLEAR).at(2, Facts.FEVER).at(4, Facts.pressure(84, 50));
        at(5, Facts.norepinephrine(6)).at(8, Facts.cannula(4)).at(9, Facts.norepinephrine(0));
        // From 9 h on the pressure of 4 h is low: grade 2.
        assertThat(fold.episodes(Facts.hour(9.5)))
                .singleElement()
                .satisfies(
                        episode -> {
                            assertThat(episode.number()).isEqualTo(1);
                            assertThat(episode.onset()).isEqualTo(Facts.hour(2));
                            assertThat(episode.open()).isTrue();
                            assertThat(episode.recurrence()).isFalse();
                            assertThat(episode.resolved()).isNull();
                        });
        GradeCourse course = astct(0, 9.5);
        assertThat(course.peak()).isEqualTo(3);
        assertThat(course.peakAt()).isEqualTo(Facts.hour(5));
        assertThat(course.possiblePeak()).isEqualTo(3);
        assertThat(course.atGrade()).isEqualTo(hours(0, 2, 1.5, 4, 0, 0));
        assertThat(course.undetermined()).isZero();
    }

    @Test
    void timeWithoutAFactCountsAsUndetermined() {
        at(1, Facts.FEVER, Facts.NORMAL_PRESSURE).at(3, Facts.ROOM_AIR);
        GradeCourse course = astct(0, 5);
        // Two hours of [1,4] without a device, then grade 1.
        assertThat(course.possiblePeak()).isEqualTo(4);
        assertThat(course.undetermined()).isEqualTo(Duration.ofHours(2));
        assertThat(course.atGrade()).isEqualTo(hours(0, 4, 0, 0, 0, 0));
    }

    @Test
    void aClosedEpisodeStaysAndTheNextIsARecurrenceWithAPeakOfItsOwn() {
        at(1, Facts.FEVER, Facts.norepinephrine(5), Facts.ROOM_AIR)
                .at(3, CLEAR)
                .at(3.5, Facts.norepinephrine(0))
                .at(10, CLEAR)
                .at(20, CLEAR)
                .at(36, CLEAR)
                .at(40, Facts.FEVER);
        List<Episode> episodes = fold.episodes(Facts.hour(41));
        assertThat(episodes).hasSize(2);
        Episode first = episodes.getFirst();
        // The set of 3.5 h is the first clear one (the values of 3 h are fresh): 36 is 32.5 h on.
        assertThat(first.resolved()).isEqualTo(Facts.hour(3.5));
        assertThat(first.closed()).isEqualTo(Facts.hour(36));
        assertThat(first.open()).isFalse();
        assertThat(astct(0, 41).peak()).isEqualTo(3);
        assertThat(astct(0, 41).atGrade()).isEqualTo(hours(32.5, 0, 0, 2.5, 0, 0));
        assertThat(episodes.get(1).recurrence()).isTrue();
        assertThat(episodes.get(1).onset()).isEqualTo(Facts.hour(40));
        assertThat(astct(1, 41).peak()).isEqualTo(1);
        assertThat(astct(1, 41).atGrade()).isEqualTo(hours(0, 1, 0, 0, 0, 0));
    }

    @Test
    void aCopyGoesItsOwnWay() {
        at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        GradeFold copy = new GradeFold(fold);
        chart(copy, 2, Facts.norepinephrine(5));
        assertThat(astct(0, 3).peak()).isEqualTo(1);
        assertThat(astct(copy, 0, 3).peak()).isEqualTo(3);
    }

    private static Observation set(int grade) {
        return new Observation.GradeOverridden(
                ScaleId.ASTCT_2019, grade, "bleeding, not CRS", "Dr. Example");
    }

    private Assessment astctAt(double hours) {
        return fold.look(Facts.hour(hours)).getFirst();
    }

    @Test
    void aGradeSetByAClinicianStandsBesideTheComputedOne() {
        at(1, Facts.FEVER, Facts.pressure(84, 50), Facts.ROOM_AIR).at(2, set(3));
        Assessment assessment = astctAt(3);
        assertThat(assessment.range()).isEqualTo(GradeRange.of(2));
        assertThat(assessment.standing()).isEqualTo(GradeRange.of(3));
        assertThat(assessment.override())
                .isEqualTo(new GradeOverride(3, "bleeding, not CRS", "Dr. Example", Facts.hour(2)));
        assertThat(fold.look(Facts.hour(3)).get(1).override()).isNull();
        assertThat(fold.look(Facts.hour(3)).get(1).standing())
                .isEqualTo(fold.look(Facts.hour(3)).get(1).range());
    }

    @Test
    void itEndsWhenTheComputedGradeRisesAboveIt() {
        at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR).at(2, set(2));
        at(3, Facts.pressure(84, 50));
        assertThat(astctAt(3).override()).isNotNull();
        at(4, Facts.norepinephrine(5));
        assertThat(astctAt(4).override()).isNull();
        assertThat(astctAt(4).standing()).isEqualTo(GradeRange.of(3));
        at(5, Facts.norepinephrine(0));
        assertThat(astctAt(5).override()).isNull();
    }

    @Test
    void oneBelowTheComputedGradeStandsUntilThatRisesFurther() {
        at(1, Facts.FEVER, Facts.norepinephrine(5), Facts.ROOM_AIR).at(2, set(1));
        at(3, Facts.norepinephrine(6));
        assertThat(astctAt(3).standing()).isEqualTo(GradeRange.of(1));
        at(4, Facts.device("ventilator", null, 0.5));
        assertThat(astctAt(4).override()).isNull();
    }

    @Test
    void oneBelowEndsWhenTheComputedGradeHasFallenAndRisesAgain() {
        at(1, Facts.FEVER, Facts.norepinephrine(5), Facts.ROOM_AIR, Facts.NORMAL_PRESSURE)
                .at(2, set(1))
                .at(3, Facts.norepinephrine(0))
                .at(4, Facts.norepinephrine(5));
        assertThat(astctAt(4).override()).isNull();
    }

    @Test
    void aGradeThatMayStillBeAsHighHasNotFallen() {
        at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.device("cpap", null, 0.4)).at(2, set(1));
        // The device is stale from 13 h on, so the grade is [1,4]: the same device charted again
        // is no rise.
        fold.assess(Facts.hour(13.5));
        at(14, Facts.device("cpap", null, 0.4));
        assertThat(astctAt(14).range()).isEqualTo(GradeRange.of(4));
        assertThat(astctAt(14).standing()).isEqualTo(GradeRange.of(1));
    }

    @Test
    void whatEndsAnOverrideIsToldAtOnce() {
        at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR).at(2, set(2));
        fold.add(Facts.hour(3), Facts.norepinephrine(5));
        Assessment assessment = fold.assess(Facts.hour(3)).getFirst();
        assertThat(assessment.override()).isNull();
        assertThat(assessment.standing()).isEqualTo(GradeRange.of(3));
    }

    @Test
    void aCopyKnowsTheGradeThatAnOverrideHasSeen() {
        at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR, Facts.norepinephrine(5));
        at(2, set(1));
        GradeFold copy = new GradeFold(fold);
        // A second drug: 4 is above the 3 that the override has seen.
        chart(copy, 3, Facts.running(Vasopressor.EPINEPHRINE, 2, DoseUnit.UG_PER_MIN));
        assertThat(copy.look(Facts.hour(3)).getFirst().override()).isNull();
        assertThat(astctAt(3).standing()).isEqualTo(GradeRange.of(1));
    }

    @Test
    void itCanBeWithdrawnAndSetAnew() {
        at(1, Facts.FEVER, Facts.NORMAL_PRESSURE, Facts.ROOM_AIR).at(2, set(3));
        at(
                3,
                new Observation.GradeOverridden(
                        ScaleId.ASTCT_2019, null, "as computed", "Dr. Example"));
        assertThat(astctAt(3).override()).isNull();
        at(4, Facts.norepinephrine(5)).at(5, set(2));
        assertThat(astctAt(5).standing()).isEqualTo(GradeRange.of(2));
        assertThat(astctAt(6).range()).isEqualTo(GradeRange.of(3));
    }

    private static final SitePolicy LATE_FEVER =
            SitePolicy.of(
                    "late-fever",
                    Map.of(
                            Settings.FEVER_FROM,
                            "38.5 Cel",
                            Settings.TEMPERATURE_FRESH,
                            "2 h",
                            Settings.HIGH_NOREPINEPHRINE,
                            "15 ug/min"));

    private static GradeFold changing() {
        return new GradeFold(
                Facts.adult(),
                PolicyTimeline.always(SitePolicy.DEFAULT).then(Facts.hour(5), LATE_FEVER),
                GradingScales.ALL);
    }

    @Test
    void eachMomentIsGradedByThePolicyThatHeldThen() {
        GradeFold changed = changing();
        chart(changed, 1, Facts.celsius(38.2), Facts.NORMAL_PRESSURE, Facts.ROOM_AIR);
        Assessment before = changed.look(Facts.hour(4)).get(1);
        assertThat(before.range()).isEqualTo(GradeRange.of(1));
        assertThat(before.policyVersion()).isEqualTo("default-1");
        assertThat(changed.nextChange(Facts.hour(4))).isEqualTo(Facts.hour(5));
        Assessment after = changed.look(Facts.hour(5)).get(1);
        // 38.2 of hour 1 is stale under the new policy.
        assertThat(after.range()).isEqualTo(new GradeRange(0, 1));
        assertThat(after.policyVersion()).isEqualTo("late-fever");
        chart(changed, 6, Facts.celsius(38.4));
        assertThat(changed.look(Facts.hour(6)).get(1).range()).isEqualTo(GradeRange.of(0));
        assertThat(changed.policy()).isEqualTo(LATE_FEVER);
    }

    @Test
    void aDoseThatANewPolicyCallsHighIsHighFromThenOn() {
        GradeFold changed = changing();
        chart(changed, 1, Facts.norepinephrine(16));
        assertThat(changed.picture(Facts.hour(4)).vasopressors().highDoseSince()).isNull();
        chart(changed, 5);
        assertThat(changed.picture(Facts.hour(6)).vasopressors().highDoseSince())
                .isEqualTo(Facts.hour(5));
    }

    @Test
    void aTimelineGoesForwardOnly() {
        PolicyTimeline timeline =
                PolicyTimeline.always(SitePolicy.DEFAULT).then(Facts.hour(5), LATE_FEVER);
        assertThat(timeline.at(Facts.hour(4.9))).isEqualTo(SitePolicy.DEFAULT);
        assertThat(timeline.at(Facts.hour(5))).isEqualTo(LATE_FEVER);
        assertThat(timeline.latest()).isEqualTo(LATE_FEVER);
        assertThat(timeline.nextChange(Facts.hour(5))).isNull();
        assertThat(timeline.nextChange(Facts.hour(4))).isEqualTo(Facts.hour(5));
        assertThatThrownBy(() -> timeline.then(Facts.hour(5), SitePolicy.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("late-fever");
    }

    @Test
    void theNextChangeIsTheFirstValueToTurnStale() {
        at(1, Facts.FEVER, Facts.pressure(120, 70), Facts.ROOM_AIR);
        assertThat(fold.nextChange(Facts.hour(1))).isEqualTo(Facts.hour(7).plusMillis(1));
        assertThat(fold.nextChange(Facts.hour(7).plusMillis(1)))
                .isEqualTo(Facts.hour(9).plusMillis(1));
        assertThat(fold.nextChange(Facts.hour(14))).isNull();
    }
}
