package org.cytovigil.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.derived.Bedside.awake;
import static org.cytovigil.derived.Bedside.breathing;
import static org.cytovigil.derived.Bedside.consciousness;
import static org.cytovigil.derived.Bedside.exact;
import static org.cytovigil.derived.Bedside.pulse;
import static org.cytovigil.derived.Bedside.range;

import java.time.ZoneOffset;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Temperature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~derived.values~1]
class News2Test {
    /** All seven parameters, none of which scores. */
    private static Bedside well(@Nullable Double age) {
        return Bedside.of(age, 70.0)
                .at(
                        1,
                        breathing(16),
                        Facts.spo2(97),
                        Facts.ROOM_AIR,
                        Facts.NORMAL_PRESSURE,
                        pulse(70),
                        awake(),
                        Facts.celsius(37));
    }

    private static double with(Observation changed) {
        return exact(well(45.0).at(2, changed).value("news2", 2));
    }

    @Test
    void whoIsWellScoresNothing() {
        DerivedValue news = well(45.0).value("news2", 1);

        assertThat(exact(news)).isZero();
        assertThat(news.remarks())
                .containsExactly("SpO2 scale 1", "38.0 °C scores 0 here and is fever for CRS");
    }

    @ParameterizedTest
    @CsvSource({
        "4, 3", "8, 3", "9, 1", "11, 1", "12, 0", "20, 0", "21, 2", "24, 2", "25, 3", "60, 3"
    })
    void respiratoryRate(double perMinute, int points) {
        assertThat(with(breathing(perMinute))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"70, 3", "91, 3", "92, 2", "93, 2", "94, 1", "95, 1", "96, 0", "100, 0"})
    void saturation(double percent, int points) {
        assertThat(with(Facts.spo2(percent))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"91.4, 3", "91.5, 2", "95.4, 1", "95.5, 0"})
    void saturationIsRoundedAsTheChartHasIt(double percent, int points) {
        assertThat(with(Facts.spo2(percent))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "60, 3", "90, 3", "91, 2", "100, 2", "101, 1", "110, 1", "111, 0", "219, 0", "220, 3",
        "280, 3"
    })
    void systolicPressure(double mmHg, int points) {
        assertThat(with(Facts.pressure(mmHg, 50))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "20, 3", "40, 3", "41, 1", "50, 1", "51, 0", "90, 0", "91, 1", "110, 1", "111, 2", "130, 2",
        "131, 3", "200, 3"
    })
    void heartRate(double perMinute, int points) {
        assertThat(with(pulse(perMinute))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "30.0, 3", "35.0, 3", "35.1, 1", "36.0, 1", "36.1, 0", "38.0, 0", "38.1, 1", "39.0, 1",
        "39.1, 2", "41.0, 2"
    })
    void temperature(double celsius, int points) {
        assertThat(with(Facts.celsius(celsius))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"100.4, 0", "100.5, 1"})
    void temperatureIsComparedExactly(double fahrenheit, int points) {
        // 100.4 °F is 38.0 °C; 100.5 °F is 38.06 °C.
        assertThat(
                        with(
                                new Observation.BodyTemperature(
                                        Temperature.ofFahrenheit(fahrenheit),
                                        TemperatureSite.UNSTATED,
                                        false)))
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    room-air,     -,  -,    0
                    nasal-cannula, 1, -,    2
                    hfnc,         40, 0.5,  2
                    cpap,         -,  0.21, 0
                    cpap,         -,  0.22, 2
                    cpap,         -,  -,    2
                    """)
    void oxygen(String device, @Nullable Double litres, @Nullable Double fraction, int points) {
        assertThat(with(Facts.device(device, litres, fraction))).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"AWAKE, 0", "SPONTANEOUSLY, 3", "TO_VOICE, 3", "TO_TOUCH, 3", "UNAROUSABLE, 3"})
    void consciousnessOtherThanAlertScores3(Consciousness charted, int points) {
        assertThat(with(consciousness(charted, false))).isEqualTo(points);
    }

    @Test
    void underSedationConsciousnessIsNotKnown() {
        DerivedValue news =
                well(45.0).at(2, consciousness(Consciousness.TO_TOUCH, true)).value("news2", 2);

        assertThat(range(news)).isEqualTo(new DerivedValue.Result.Amount(0, 3));
        assertThat(news.missing()).containsExactly("consciousness: not known under sedation");
    }

    @Test
    void confusionIsNotReadFromIceAndThatIsSaid() {
        DerivedValue news =
                well(45.0)
                        .at(2, Bedside.examination(awake()).withIce(new IceScore.Total(7)))
                        .value("news2", 2);

        assertThat(exact(news)).isZero();
        assertThat(news.remarks()).anyMatch(remark -> remark.contains("ICE"));
    }

    @Test
    void theTotalIsTheSum() {
        // rate 22: 2, SpO2 93: 2, oxygen: 2, systolic 95: 2, pulse 125: 2, awake: 0, 39.5: 2 = 12
        DerivedValue news =
                Bedside.adult()
                        .at(
                                1,
                                breathing(22),
                                Facts.spo2(93),
                                Facts.cannula(3),
                                Facts.pressure(95, 50),
                                pulse(125),
                                awake(),
                                Facts.celsius(39.5))
                        .value("news2", 1);

        assertThat(exact(news)).isEqualTo(12);
        assertThat(news.remarks()).noneMatch(remark -> remark.contains("scores 3"));
    }

    @Test
    void aSingleParameterOf3IsFlagged() {
        DerivedValue news = well(45.0).at(2, Facts.pressure(85, 50)).value("news2", 2);

        assertThat(exact(news)).isEqualTo(3);
        assertThat(news.remarks()).contains("a single parameter scores 3: systolic pressure");
    }

    @Test
    void whatIsNotKnownLeavesTheLeastAndIsNamed() {
        // Known: SpO2 93 scores 2, cannula 2. Unknown: five parameters of at most 3 each, 15.
        DerivedValue news =
                Bedside.adult().at(1, Facts.spo2(93), Facts.cannula(2)).value("news2", 1);

        assertThat(range(news)).isEqualTo(new DerivedValue.Result.Amount(4, 19));
        assertThat(news.valueText(ZoneOffset.UTC)).isEqualTo("at least 4 (up to 19)");
        assertThat(news.missing())
                .containsExactly(
                        "respiratory rate: never charted",
                        "pressure: never charted",
                        "pulse: never charted",
                        "consciousness: never charted",
                        "temperature: never charted");
    }

    @Test
    void anUnknownDeviceMayOrMayNotGiveOxygen() {
        DerivedValue news =
                well(45.0)
                        .at(
                                2,
                                new Observation.OxygenDevice(
                                        new OxygenSupport.Unrecognised("bubble", null, null)))
                        .value("news2", 2);

        assertThat(range(news)).isEqualTo(new DerivedValue.Result.Amount(0, 2));
        assertThat(news.missingText()).contains("bubble");
    }

    @Test
    void theSystolicPartMustBeCharted() {
        DerivedValue news = well(45.0).at(2, Facts.pressure(null, null, 60.0)).value("news2", 2);

        assertThat(range(news)).isEqualTo(new DerivedValue.Result.Amount(0, 3));
        assertThat(news.missingText()).startsWith("systolic pressure");
    }

    @Test
    void staleParametersAreNotKnown() {
        // At 8 h after hour 1, rates, saturation and pressure (6 h) are stale: 0 to 12 points.
        DerivedValue news = well(45.0).value("news2", 9);

        assertThat(range(news)).isEqualTo(new DerivedValue.Result.Amount(0, 12));
        assertThat(news.missing()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({"15.9, true", "16, false"})
    void under16YearsItIsNotWorkedOut(double age, boolean none) {
        DerivedValue news = well(age).value("news2", 1);

        assertThat(news.isNone()).isEqualTo(none);
        assertThat(news.missingText().contains("under 16")).isEqualTo(none);
    }

    @Test
    void anUnknownAgeIsSaid() {
        assertThat(well(null).value("news2", 1).remarks())
                .anyMatch(remark -> remark.startsWith("age unknown"));
    }

    @Test
    void vasopressorsAreNotSeenAndThatIsSaid() {
        assertThat(well(45.0).at(1, Facts.norepinephrine(20)).value("news2", 1).remarks())
                .contains("NEWS2 does not see the vasopressors that run");
    }
}
