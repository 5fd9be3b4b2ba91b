package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.grading.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.chart-vitals~1]
class VitalsSheetTest {
    private final Desk desk = new Desk().open(new VitalsSheet());

    @Test
    void onlyWhatWasFilledInIsCharted() {
        desk.type("temperature", "38.4").type("heart-rate", "112").save();

        assertThat(desk.charted)
                .containsExactly(
                        new BodyTemperature(
                                Temperature.ofCelsius(38.4), TemperatureSite.UNSTATED, false),
                        new HeartRate(112));
        assertThat(desk.closed).hasSize(1);
    }

    @Test
    void partsOfAPressureAreOneFact() {
        desk.type("systolic", "88").type("diastolic", "51").type("mean", "63").save();

        assertThat(desk.charted)
                .containsExactly(
                        new BloodPressure(
                                new Pressure(88),
                                new Pressure(51),
                                new Pressure(63),
                                PressureSource.UNSTATED));
    }

    // 102.2 F is exactly 39.0 C; 45 and 115 are the ends of what is read as F.
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    39.4,   39.4, false
                    '39,4', 39.4, false
                    102.2,  39.0, true
                    102.2 F, 39.0, false
                    102.2°f, 39.0, false
                    39.4 C, 39.4, false
                    100.4,  38.0, true
                    """)
    void aTemperatureIsReadInTheUnitMeant(String typed, double celsius, boolean assumed) {
        desk.type("temperature", typed).type("site", "ORAL").save();

        assertThat(desk.charted)
                .containsExactly(
                        new BodyTemperature(
                                Temperature.ofCelsius(celsius), TemperatureSite.ORAL, assumed));
    }

    @Test
    void thatAUnitIsAssumedIsSaidWhileTyping() {
        desk.type("temperature", "102.2");

        assertThat(desk.note("temperature")).startsWith("Read as °F, unit assumed: 39.0 °C");
    }

    @Test
    void whatCannotBeIsAskedAboutAndThenKeptAndNotGraded() {
        desk.type("temperature", "390").save();

        assertThat(desk.charted).isEmpty();
        assertThat(desk.question())
                .isEqualTo(
                        "Chart temperature 390 °C? temperature 390 °C is outside 25 to 45 °C: it is"
                                + " kept and not graded.");
        assertThat(desk.model().questionProperty().get().confirm())
                .isEqualTo("Chart temperature 390 °C");

        desk.model().confirm();

        assertThat(desk.charted).hasSize(1);
        assertThat(desk.ward.session().latest().stay(desk.alpha).orElseThrow().rejected())
                .hasSize(1);
    }

    @Test
    void oneHundredAndTwoLabelledCelsiusIsAskedAbout() {
        desk.type("temperature", "102 C").save();

        assertThat(desk.question()).startsWith("Chart temperature 102 °C?");
    }

    @Test
    void aPressureUpsideDownIsAskedAbout() {
        desk.type("systolic", "50").type("diastolic", "90").save();

        assertThat(desk.question()).contains("systolic pressure 50 is not above diastolic 90 mmHg");
    }

    @Test
    void aTenfoldJumpIsAskedAbout() {
        desk.ward.chart(desk.alpha, new HeartRate(20));
        desk.open(new VitalsSheet()).type("heart-rate", "200");

        assertThat(desk.note("heart-rate"))
                .isEqualTo("Ten times the last value, or a tenth of it.");

        desk.save();

        assertThat(desk.question())
                .isEqualTo(
                        "Chart heart rate 200 /min? The last was 20: this is ten times that, or a"
                                + " tenth.");
    }

    @Test
    void ninefoldIsNotAskedAbout() {
        desk.ward.chart(desk.alpha, new HeartRate(20));
        desk.open(new VitalsSheet()).type("heart-rate", "180").save();

        assertThat(desk.charted).containsExactly(new HeartRate(180));
    }

    @Test
    void whoGoesBackToTheFieldsChartsNothingAndLosesNothing() {
        desk.type("temperature", "390").save();

        desk.model().reconsider();

        assertThat(desk.question()).isEmpty();
        assertThat(desk.charted).isEmpty();
        assertThat(desk.field("temperature").text()).isEqualTo("390");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    temperature, warm,  '"warm" is no temperature. Write 39.4, 102.9 F or 39.4 C.'
                    systolic,    88/51, '"88/51" is no number.'
                    saturation,  9O,    '"9O" is no number.'
                    heart-rate,  '1,200', '"1,200" is no number.'
                    """)
    void whatCannotBeReadIsRefusedBesideItsFieldAndNothingIsCharted(
            String field, String typed, String refusal) {
        desk.type("respiratory-rate", "18").type(field, typed).save();

        assertThat(desk.refusal(field)).isEqualTo(refusal);
        assertThat(desk.charted).isEmpty();
        assertThat(desk.field("respiratory-rate").text()).isEqualTo("18");
        assertThat(desk.closed).isEmpty();
    }

    @Test
    void anEmptySheetChartsNothingAndSaysSo() {
        desk.save();

        assertThat(desk.model().noticeProperty().get()).isEqualTo("Nothing is filled in.");
        assertThat(desk.closed).isEmpty();
    }

    @Test
    void theLastValueStandsBesideWithItsAgeAndSaysWhenItIsTooOld() {
        desk.ward.chart(desk.alpha, 38.4, 118, 70, 0);
        desk.open(new VitalsSheet());
        desk.pass(Duration.ofMinutes(12));

        assertThat(desk.last("temperature")).isEqualTo("38.4 °C oral · 12 min ago");
        assertThat(desk.last("systolic")).isEqualTo("118 mmHg · 12 min ago");
        assertThat(desk.last("mean")).isEqualTo("86 mmHg · 12 min ago");
        assertThat(desk.last("heart-rate")).isEqualTo("never charted");

        desk.pass(Duration.ofHours(7));

        assertThat(desk.last("saturation")).isEqualTo("97 % · 7 h 12 ago, too old");
    }

    @Test
    void aFailingStoreChartsNothingAndKeepsWhatIsTyped() {
        desk.broken = true;

        desk.type("saturation", "91").save();

        assertThat(desk.model().noticeProperty().get())
                .isEqualTo("Not charted, and what you typed is kept: The disk is full. Try again.");
        assertThat(desk.closed).isEmpty();

        desk.broken = false;
        desk.save();

        assertThat(desk.charted).containsExactly(new OxygenSaturation(91));
    }

    @Test
    void whatIsChartedIsKnownToTheUnit() {
        desk.type("saturation", "91").type("time", "-20 min").save();

        assertThat(
                        desk.ward
                                .session()
                                .latest()
                                .stay(desk.alpha)
                                .orElseThrow()
                                .picture()
                                .saturation())
                .isEqualTo(
                        new Reading.Measured<>(
                                new OxygenSaturation(91),
                                desk.ward.now().minus(Duration.ofMinutes(20))));
    }

    @Test
    void whatMeasuredThePressureIsChartedWithItAndStandsBesideTheNext() {
        desk.open(new VitalsSheet()).type("systolic", "88").type("diastolic", "51");
        desk.type("source", "ARTERIAL_LINE").save();

        assertThat(desk.charted)
                .containsExactly(
                        new BloodPressure(
                                new Pressure(88),
                                new Pressure(51),
                                null,
                                PressureSource.ARTERIAL_LINE));

        desk.open(new VitalsSheet());
        assertThat(desk.last("source")).isEqualTo("arterial line");
        assertThat(desk.field("source").text()).isEqualTo("UNSTATED");
    }

    @Test
    void whatMeasuredItAloneIsNoPressure() {
        desk.open(new VitalsSheet()).type("source", "CUFF").save();

        assertThat(desk.charted).isEmpty();
        assertThat(desk.model().noticeProperty().get()).isEqualTo("Nothing is filled in.");
    }
}
