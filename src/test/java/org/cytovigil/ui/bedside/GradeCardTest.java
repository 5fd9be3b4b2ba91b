package org.cytovigil.ui.bedside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.trend.Course;
import org.junit.jupiter.api.Test;

/** What the panel says, section by section; hour 60 is day 2, 12:00. */
// [utest->req~ui.override~1]
class GradeCardTest {
    private static GradeCard card(Course course, double hours) {
        return card(course.snapshot(hours), hours);
    }

    private static GradeCard card(StaySnapshot stay, double hours) {
        return GradeCards.of(stay, Course.at(hours), ZoneOffset.UTC);
    }

    /** Fever at hour 56, low pressure from hour 59 on: grade 1 for three hours, then 2. */
    private static Course hypotensive() {
        return new Course()
                .temperature(56, 39.4)
                .oxygen(56, new OxygenSupport.RoomAir())
                .temperature(59, 39.4)
                .pressure(59, 88, 51);
    }

    private static EpisodeCard episode(Course course, double hours) {
        return Objects.requireNonNull(card(course, hours).episode());
    }

    private static NeurologyCard neurology(Course course, double hours) {
        return Objects.requireNonNull(card(course, hours).neurology());
    }

    @Test
    void theGradeSaysWhyAndWhatRaisesIt() {
        Course course =
                new Course()
                        .temperature(56, 39.4)
                        .temperature(59, 39.4)
                        .pressure(59, 88, 51)
                        .oxygen(56, new OxygenSupport.RoomAir())
                        .dose(57, Vasopressor.NOREPINEPHRINE, 8.0, DoseUnit.UG_PER_MIN);

        GradeCard card = card(course, 60);
        assertThat(card.title()).isEqualTo("ASTCT 2019 grade 3");
        assertThat(card.since()).isEqualTo("since day 2  09:00 (3 h)");
        assertThat(card.facts().getFirst())
                .isEqualTo(new GradeCard.Fact("norepinephrine 8 µg/min (for 3 h)", true));
        assertThat(card.facts().stream().filter(GradeCard.Fact::deciding)).hasSize(1);
        assertThat(card.nextUp()).isNotEmpty();
        assertThat(card.missing()).isEmpty();
    }

    @Test
    void whatIsNotGradedYetSaysSoAndNothingElse() {
        GradeCard card = new BedsideViewModel(ZoneOffset.UTC).gradeProperty().get();

        assertThat(card).isEqualTo(GradeCard.none());
        assertThat(card.title()).isEqualTo("no grade");
        assertThat(card.settings()).isEmpty();
        assertThat(card.derived()).isEmpty();
        assertThat(card.policy()).isEmpty();
    }

    @Test
    void aComputedGradeStandsAlone() {
        GradeCard card = card(hypotensive(), 60);

        assertThat(card.range()).isEqualTo(GradeRange.of(2));
        assertThat(card.isSet()).isFalse();
        assertThat(card.computed()).isNull();
        assertThat(card.why().set()).isEmpty();
        assertThat(card.why().source()).isEqualTo("ASTCT 2019, table of CRS grades");
    }

    @Test
    void aGradeThatAClinicianSetStandsBesideTheComputedOne() {
        Course course = hypotensive().set(59.5, ScaleId.ASTCT_2019, 3, "mottled, lactate 4");

        GradeCard card = card(course, 60);

        assertThat(card.range()).isEqualTo(GradeRange.of(3));
        assertThat(card.title()).isEqualTo("ASTCT 2019 grade\u00a03\u00a0set");
        assertThat(card.since()).isEqualTo("set day 2  11:30 (30 min ago) by Dr. Example");
        assertThat(card.computed())
                .isEqualTo(
                        new GradeCard.Computed(
                                GradeRange.of(2), "computed 2", "since day 2  11:00 (1 h)"));
        assertThat(card.why().set()).isEqualTo("Dr. Example: mottled, lactate 4");
    }

    @Test
    void theComputedRangeStaysVisibleBesideTheGradeSet() {
        Course course =
                new Course()
                        .temperature(59, 39.4)
                        .pressure(59, 118, 71)
                        .set(59.5, ScaleId.ASTCT_2019, 2, "cannula, not charted");

        GradeCard.Computed computed = Objects.requireNonNull(card(course, 60).computed());

        assertThat(computed.title()).isEqualTo("computed at least 1 (up to 4)");
    }

    @Test
    void anotherScalesSetGradeIsToldWithItsComputedOne() {
        Course course = hypotensive().set(59.5, ScaleId.LEE_2014, 4, "worse on the ward round");

        assertThat(card(course, 60).others())
                .contains("Lee\u00a02014\u00a04\u00a0set,\u00a0computed\u00a02");
    }

    @Test
    void theSettingsBehindTheGradeAreToldWithTheirDefaults() {
        assertThat(card(hypotensive(), 60).settings())
                .contains(
                        new GradeCard.Line(
                                "90 mmHg: below this systolic pressure an adult is hypotensive",
                                "default; CARTOX, Neelapu 2018; ASTCT 2019 gives no limit"));
        assertThat(card(hypotensive(), 60).policy()).isEqualTo("policy default-1");
    }

    /** One vasopressor at a low dose is 3 on ASTCT 2019 and 2 on Lee 2014. */
    @Test
    void theLargeGradeIsOnTheScaleThatTheSiteChose() {
        SitePolicy ward =
                SitePolicy.of(
                        "ward-7",
                        Map.of(Settings.UNIT_SCALE, "lee2014", Settings.SECOND_SCALE, "penn"));
        Course course =
                hypotensive().dose(59.5, Vasopressor.NOREPINEPHRINE, 4.0, DoseUnit.UG_PER_MIN);

        assertThat(card(course, 60).title()).isEqualTo("ASTCT 2019 grade 3");
        assertThat(card(course.snapshot(60, ward), 60).title()).isEqualTo("Lee 2014 grade 2");
    }

    @Test
    void aSitesOwnSettingNamesTheDefaultItReplaces() {
        SitePolicy ward = SitePolicy.of("ward-7", Map.of(Settings.ADULT_SYSTOLIC, "95 mm[Hg]"));

        GradeCard card = card(hypotensive().snapshot(60, ward), 60);

        assertThat(card.settings())
                .contains(
                        new GradeCard.Line(
                                "95 mmHg: below this systolic pressure an adult is hypotensive",
                                "this site's own; default 90 mmHg; CARTOX, Neelapu 2018; ASTCT"
                                        + " 2019 gives no limit"));
        assertThat(card.policy()).isEqualTo("policy ward-7");
    }

    @Test
    void aGradeThatRestsOnNoSettingNamesNone() {
        // A vasopressor runs, whatever the limits of pressure and oxygen are.
        Course course =
                new Course()
                        .well(58)
                        .temperature(59, 39.4)
                        .dose(59, Vasopressor.NOREPINEPHRINE, 8.0, DoseUnit.UG_PER_MIN);

        assertThat(card(course, 60).range()).isEqualTo(GradeRange.of(3));
        assertThat(card(course, 60).settings()).isEmpty();
    }

    @Test
    void withoutAnEpisodeItSaysSo() {
        assertThat(episode(new Course().well(59), 60))
                .isEqualTo(new EpisodeCard("Episode", List.of("no episode so far"), List.of()));
    }

    @Test
    void anEpisodeTellsOnsetPeakAndTheTimeAtEachGrade() {
        EpisodeCard episode = episode(hypotensive(), 60);

        assertThat(episode.title()).isEqualTo("Episode");
        // Until hour 59 no pressure was known: 1 to 2.
        assertThat(episode.lines())
                .containsExactly(
                        "onset day 2  08:00 (4 h ago)",
                        "peak 2, first on day 2  11:00",
                        "the grade was a range for 3 h of it");
        assertThat(episode.shares())
                .containsExactly(
                        new EpisodeCard.Share(
                                1, Duration.ofHours(3), "grade\u00a01:\u00a03\u00a0h"),
                        new EpisodeCard.Share(
                                2, Duration.ofHours(1), "grade\u00a02:\u00a01\u00a0h"));
    }

    @Test
    void aPeakThatMayHaveBeenHigherSaysSo() {
        Course course = new Course().temperature(59, 39.4).pressure(59, 118, 71);

        assertThat(episode(course, 60).lines())
                .contains("peak 1, first on day 2  11:00; the facts allowed up to 4");
    }

    @Test
    void aClosedEpisodeTellsWhenItResolvedAndARecurrenceItsNumber() {
        Course course = new Course().temperature(0, 38.6);
        for (double hour = 4; hour <= 28; hour += 6) {
            course.well(hour);
        }

        EpisodeCard closed = episode(course, 30);
        EpisodeCard again = episode(course.temperature(56, 39.4), 60);

        assertThat(closed.title()).isEqualTo("Episode");
        // Clear from hour 4 on, and 24 hours later still.
        assertThat(closed.lines()).contains("resolved day 0  04:00, closed day 1  04:00");
        assertThat(again.title()).isEqualTo("Episode 2 (recurrence)");
        assertThat(again.lines()).contains("onset day 2  08:00 (4 h ago)");
    }

    @Test
    void whatWasNeverExaminedIsUnknownAndNeverNormal() {
        NeurologyCard neurology = neurology(hypotensive(), 60);

        assertThat(neurology.range()).isEqualTo(new GradeRange(0, 4));
        assertThat(neurology.title()).isEqualTo("ICANS: unknown (0 to 4)");
        assertThat(neurology.findings()).isEmpty();
        assertThat(neurology.age()).isEqualTo("never examined");
    }

    @Test
    void anExaminationInPartTellsThePointsItLeavesOpenAndWhatIsNotCharted() {
        // Three of four orientations, two of three objects, the command; month and counting open.
        IceScore ice = new IceScore.Items(true, null, true, true, 2, true, false, null);

        NeurologyCard neurology = neurology(new Course().examined(59, ice, null), 60);

        assertThat(neurology.range()).isEqualTo(new GradeRange(1, 2));
        assertThat(neurology.findings())
                .containsExactly("ICE 6–8 of 10", "not charted: month, counting", "awake");
        assertThat(neurology.age()).isEqualTo("examined 1 h ago");
        assertThat(neurology.stale()).isFalse();
    }

    @Test
    void anOldExaminationIsStaleAndLeavesTheGradeOpen() {
        Course course = new Course().examined(30, new IceScore.Total(8), null);

        NeurologyCard neurology = neurology(course, 60);

        assertThat(neurology.range()).isEqualTo(new GradeRange(0, 4));
        assertThat(neurology.findings()).containsExactly("ICE 8 of 10", "awake");
        assertThat(neurology.stale()).isTrue();
        assertThat(neurology.age()).isEqualTo("stale: 30 h old");
    }

    @Test
    void aChildIsExaminedByCapd() {
        Course child = new Course("bravo", new Weight(25), 8);

        NeurologyCard neurology = neurology(child.examined(59, null, new CapdScore.Total(10)), 60);

        assertThat(neurology.title()).isEqualTo("ICANS grade 3");
        assertThat(neurology.findings()).containsExactly("CAPD 10 of 32", "awake");
    }

    @Test
    void sedationSeizureWeaknessAndOedemaAreTold() {
        Course course =
                new Course()
                        .fact(
                                59,
                                new Observation.NeurologicalExamination(
                                        null,
                                        null,
                                        Observation.Consciousness.TO_VOICE,
                                        Observation.Seizure.RESOLVING,
                                        true,
                                        Observation.CerebralOedema.FOCAL,
                                        true));

        assertThat(neurology(course, 60).findings())
                .containsExactly(
                        "awakens to voice",
                        "a seizure that resolved rapidly",
                        "deep focal weakness",
                        "focal cerebral oedema",
                        "sedated");
    }

    @Test
    void aSetGradeOfNeurotoxicityKeepsTheComputedOneInSight() {
        Course course =
                new Course()
                        .examined(59, new IceScore.Total(8), null)
                        .set(59.5, ScaleId.ICANS, 2, "slow to answer");

        NeurologyCard neurology = neurology(course, 60);

        assertThat(neurology.isSet()).isTrue();
        assertThat(neurology.title()).isEqualTo("ICANS grade\u00a02\u00a0set");
        assertThat(neurology.computed()).isEqualTo("computed 1");
    }

    @Test
    void theLatestThreeFactsNotGradedAreToldNewestFirstAndNoneOfTheFuture() {
        Course course =
                hypotensive()
                        .temperature(57, 394)
                        .saturation(57.5, 130)
                        .pressure(58, 51, 88)
                        .pressure(58.5, 400, 80)
                        .temperature(61, 3);

        assertThat(card(course, 60).rejected())
                .extracting(GradeCard.Line::detail)
                .containsExactly(
                        "blood pressure of day 2  10:30",
                        "blood pressure of day 2  10:00",
                        "SpO2 of day 2  09:30");
        assertThat(card(course, 60).rejected().get(1).text())
                .isEqualTo("systolic pressure 51 is not above diastolic 88 mmHg");
        assertThat(card(hypotensive(), 60).rejected()).isEmpty();
    }

    @Test
    void derivedValuesComeWithFormulaInputsAndAge() {
        Course course = new Course().fact(59, new Observation.HeartRate(120)).pressure(58, 96, 50);

        DerivedRow shock =
                card(course, 60).derived().stream()
                        .filter(row -> row.name().equals("shock-index"))
                        .findFirst()
                        .orElseThrow();

        // 120 / 96; the older of the two is two hours old.
        assertThat(shock.value()).startsWith("1.25");
        assertThat(shock.known()).isTrue();
        assertThat(shock.age()).isEqualTo("2 h");
        assertThat(shock.details().getFirst())
                .isEqualTo("Shock index = heart rate (/min) / systolic pressure (mmHg)");
        assertThat(shock.details().get(1)).contains("120").contains("96").contains("1 h ago");
        assertThat(shock.spoken()).startsWith("Shock index: 1.25").contains("2 h ago");
    }

    @Test
    void aDerivedValueThatCannotBeWorkedOutSaysWhatIsMissing() {
        DerivedRow shock =
                card(new Course().pressure(58, 96, 50), 60).derived().stream()
                        .filter(row -> row.name().equals("shock-index"))
                        .findFirst()
                        .orElseThrow();

        assertThat(shock.value()).isEqualTo("–");
        assertThat(shock.known()).isFalse();
        assertThat(shock.details()).anyMatch(line -> line.startsWith("missing: heart rate"));
        assertThat(shock.spoken()).startsWith("Shock index: no value");
    }
}
