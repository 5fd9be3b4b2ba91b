package org.cytovigil.ui.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.bedside.BedsideViewModel;
import org.cytovigil.ui.bedside.PatientHeader;
import org.cytovigil.ui.trend.Readouts.Line;
import org.cytovigil.ui.trend.Readouts.Readout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendViewModelTest {
    private final BedsideViewModel model = new BedsideViewModel(ZoneOffset.UTC);

    private void show(Course course, double hours) {
        model.show(course.snapshot(hours), Course.at(hours));
    }

    private Readouts readouts() {
        return model.trend().readoutsProperty().get();
    }

    @Test
    void theHeaderNamesBedPatientCellsAndTime() {
        show(new Course(), 62.15);

        assertThat(model.headerProperty().get())
                .isEqualTo(
                        new PatientHeader(
                                "04",
                                "DEMO, Alpha",
                                "MRN 0042-117   67 y   72 kg",
                                "axi-cel",
                                "infused 27 Feb 08:00 · demonstration, not live",
                                "day 2  14:09",
                                "62:09 h after infusion",
                                "",
                                List.of()));
    }

    @Test
    void chartAndValuesGoByThePolicyOfTheGrade() {
        SitePolicy policy = SitePolicy.of("site-2", Map.of(Settings.TEMPERATURE_FRESH, "2 h"));
        Course course = new Course();
        course.temperature(1, 38.4);

        show(course, 4);
        Readouts byDefault = readouts();
        assertThat(model.trend().chartProperty().get().policy()).isEqualTo(SitePolicy.DEFAULT);

        model.show(course.snapshot(4, policy), Course.at(4));
        assertThat(model.trend().chartProperty().get().policy()).isEqualTo(policy);
        assertThat(readouts()).isNotEqualTo(byDefault);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    SIX_HOURS,  54, 60.25
                    DAY,        36, 61
                    DAY_2_TO_7, 42, 198
                    """)
    void presetsShowTheirSpan(TimeWindow window, double from, double to) {
        show(new Course(), 60);

        model.trend().setTimeWindow(window);

        assertThat(model.trend().visibleTimeProperty().get())
                .isEqualTo(new VisibleTime(Course.at(from), Course.at(to)));
        assertThat(model.trend().freelyChosenProperty().get()).isFalse();
    }

    @Test
    void allBeginsAtTheAdmissionAndEndsAfterNow() {
        show(new Course(), 80);

        model.trend().setTimeWindow(TimeWindow.ALL);

        // Admitted at hour -20: 100 hours, with a fiftieth before and a twenty-fifth after.
        assertThat(model.trend().visibleTimeProperty().get())
                .isEqualTo(new VisibleTime(Course.at(-22), Course.at(84)));
    }

    @Test
    void aPresetMovesWithThePresent() {
        Course course = new Course();
        show(course, 60);
        model.trend().setTimeWindow(TimeWindow.SIX_HOURS);

        show(course, 61);

        assertThat(model.trend().visibleTimeProperty().get().to()).isEqualTo(Course.at(61.25));
        assertThat(model.trend().followingLiveProperty().get()).isTrue();
    }

    @Test
    void lookingBackStopsTheFollowingUntilBackToNow() {
        Course course = new Course();
        show(course, 60);
        model.trend().setTimeWindow(TimeWindow.SIX_HOURS);

        model.trend().pan(Course.hours(-5));
        show(course, 61);

        assertThat(model.trend().followingLiveProperty().get()).isFalse();
        assertThat(model.trend().visibleTimeProperty().get())
                .isEqualTo(new VisibleTime(Course.at(49), Course.at(55.25)));

        model.trend().backToNow();

        assertThat(model.trend().followingLiveProperty().get()).isTrue();
        assertThat(model.trend().visibleTimeProperty().get())
                .isEqualTo(new VisibleTime(Course.at(55), Course.at(61.25)));
    }

    @Test
    void aZoomThatKeepsThePresentInThePictureGoesOnFollowing() {
        Course course = new Course();
        show(course, 60);
        model.trend().setTimeWindow(TimeWindow.DAY);

        model.trend().zoom(0.5, Course.at(60));
        show(course, 62);

        // 24 h before and 1 h after the present have become 12 h and half an hour.
        assertThat(model.trend().visibleTimeProperty().get())
                .isEqualTo(new VisibleTime(Course.at(50), Course.at(62.5)));
        assertThat(model.trend().followingLiveProperty().get()).isTrue();
        assertThat(model.trend().freelyChosenProperty().get()).isTrue();
    }

    @Test
    void zoomEndsAtHalfAnHour() {
        show(new Course(), 60);

        model.trend().zoom(0.0001, Course.at(60));

        assertThat(model.trend().visibleTimeProperty().get().span())
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void panningNeverLosesTheRecord() {
        show(new Course(), 60);
        model.trend().setTimeWindow(TimeWindow.DAY);

        model.trend().pan(Duration.ofDays(-1000));

        // A tenth of 25 hours stays after the admission at hour -20.
        assertThat(model.trend().visibleTimeProperty().get().to()).isEqualTo(Course.at(-17.5));
    }

    @Test
    void backToNowLeavesAPresetInWhichThePresentIsNot() {
        show(new Course(), 10);
        model.trend().setTimeWindow(TimeWindow.DAY_2_TO_7);
        assertThat(model.trend().followingLiveProperty().get()).isFalse();

        model.trend().backToNow();

        assertThat(model.trend().timeWindowProperty().get()).isEqualTo(TimeWindow.DAY);
        assertThat(model.trend().followingLiveProperty().get()).isTrue();
    }

    @Test
    void anotherStayIsShownAtItsPresent() {
        show(new Course(), 60);
        model.trend().pan(Duration.ofDays(-1));

        show(new Course("bravo", null), 60);

        assertThat(model.trend().freelyChosenProperty().get()).isFalse();
        assertThat(model.trend().followingLiveProperty().get()).isTrue();
    }

    @Test
    void aValueTellsItsAgeOnlyWhenOlderThanAnHour() {
        Course course = new Course().temperature(59, 39.4).pressure(57.5, 88, 51);

        show(course, 60);

        assertThat(readouts().temperature()).isEqualTo(new Readout("39.4", "°C", false, List.of()));
        assertThat(readouts().pressure().lines())
                .containsExactly(new Line("mean 63 · cuff", false), new Line("2 h 30 ago", false));
    }

    @Test
    void aStaleValueIsStruckThroughAndSaysHowOldItIs() {
        show(new Course().temperature(50, 39.4), 60);

        assertThat(readouts().temperature())
                .isEqualTo(
                        new Readout(
                                "39.4", "°C", true, List.of(new Line("stale: 10 h old", false))));
    }

    @Test
    void nothingChartedIsNoValue() {
        show(new Course(), 60);

        assertThat(readouts().pressure())
                .isEqualTo(
                        new Readout("–", "mmHg", false, List.of(new Line("never charted", false))));
    }

    @Test
    void anUnknownDoseIsAQuestion() {
        show(new Course().dose(59, Vasopressor.NOREPINEPHRINE, null, DoseUnit.UG_PER_MIN), 60);

        assertThat(readouts().vasopressors().value()).isEqualTo("NE ?");
        assertThat(readouts().vasopressors().lines())
                .containsExactly(new Line("dose unknown", false));
    }

    @Test
    void aDoseIsShownByWeightAndAsCharted() {
        Course course =
                new Course()
                        .dose(59.5, Vasopressor.NOREPINEPHRINE, 18.0, DoseUnit.UG_PER_MIN)
                        .dose(59.5, Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN);

        show(course, 60);

        assertThat(readouts().vasopressors())
                .isEqualTo(
                        new Readout(
                                "NE 0.25",
                                "µg/kg/min",
                                false,
                                List.of(
                                        new Line("charted as 18 µg/min", false),
                                        new Line("VP 0.03 U/min", false))));
    }

    @Test
    void theOldestChartingOfSeveralDrugsIsNamed() {
        Course course =
                new Course()
                        .dose(47, Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN)
                        .dose(59.5, Vasopressor.NOREPINEPHRINE, 0.1, DoseUnit.UG_PER_KG_PER_MIN);

        show(course, 60);

        assertThat(readouts().vasopressors().lines())
                .containsExactly(
                        new Line("VP 0.03 U/min", false),
                        new Line("VP: unconfirmed for 13 h", false));
    }

    @Test
    void aRangeReadsAsARange() {
        Course course = new Course().temperature(59, 39.4).pressure(59, 118, 71);

        show(course, 60);

        assertThat(model.gradeProperty().get().title())
                .isEqualTo("ASTCT 2019: at least 1 (up to 4)");
        assertThat(model.gradeProperty().get().missing())
                .containsExactly("the oxygen device (never charted, 0 to 4)");
    }

    @Test
    void wordsThatStayTheSameAreNotSetAgain() {
        Course course = new Course().temperature(59, 39.4);
        StaySnapshot snapshot = course.snapshot(60);
        model.show(snapshot, Course.at(60));
        AtomicInteger changes = new AtomicInteger();
        model.headerProperty().addListener(observable -> changes.incrementAndGet());
        model.gradeProperty().addListener(observable -> changes.incrementAndGet());

        model.show(snapshot, Course.at(60).plusSeconds(1));

        assertThat(changes).hasValue(0);
    }

    @Test
    void theCrosshairTellsEachValueWithItsTimeAndNothingOfTheFuture() {
        Course course =
                new Course()
                        .temperature(50, 38.2)
                        .temperature(70, 40.1)
                        .pressure(40, 120, 70)
                        .oxygen(52, Course.cannula(2));
        show(course, 60);
        ChartScene scene = model.trend().chartProperty().get();

        assertThat(CrosshairValues.at(scene, Course.at(53).toEpochMilli(), 0))
                .extracting(CrosshairValues.Row::value, CrosshairValues.Row::at)
                .contains(
                        tuple("38.2 °C", "day 2  02:00 · 3 h old"),
                        tuple("cannula 2 L/min", "day 2  04:00 · 1 h old"))
                .extracting(row -> row.toList().getFirst().toString())
                .noneMatch(text -> text.contains("mmHg"));
        assertThat(CrosshairValues.at(scene, Course.at(71).toEpochMilli(), 0)).isEmpty();
    }

    @Test
    void theCrosshairAndTheTreatmentsNameAGradeSet() {
        BedsideViewModel model = new BedsideViewModel(ZoneOffset.UTC);
        Course course =
                new Course()
                        .temperature(56, 39.4)
                        .oxygen(56, new OxygenSupport.RoomAir())
                        .temperature(59, 39.4)
                        .pressure(59, 88, 51)
                        .set(59.5, ScaleId.ASTCT_2019, 3, "mottled");
        model.show(course.snapshot(60), Course.at(60));
        ChartScene scene = model.trend().chartProperty().get();

        assertThat(CrosshairValues.at(scene, Course.at(59.75).toEpochMilli(), 1_800_000))
                .extracting(CrosshairValues.Row::value)
                .contains("ASTCT 2, set 3", "ASTCT 2019 set to 3");
    }
}
