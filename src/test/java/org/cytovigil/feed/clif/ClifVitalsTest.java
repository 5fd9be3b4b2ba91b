package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClifVitalsTest {
    @TempDir private Path folder;

    private ClifFixture imported(String... rows) {
        ClifFixture clif = ClifFixture.withOneStay(folder).vitals(rows);
        clif.run();
        return clif;
    }

    private static String row(String name, String category, String value) {
        return "1,2026-01-02 06:00:00+00,%s,%s,%s,".formatted(name, category, value);
    }

    @Test
    void eachCategoryBecomesItsObservation() {
        ClifFixture clif =
                imported(
                        row("Heart Rate", "heart_rate", "94.0"),
                        row("Respiratory Rate", "respiratory_rate", "22"),
                        row("O2 saturation pulseoxymetry", "spo2", "91"),
                        row("Daily Weight", "weight_kg", "82.5"),
                        row("Height (cm)", "height_cm", "170"));

        assertThat(clif.observations())
                .containsExactly(
                        new Observation.HeartRate(94),
                        new Observation.RespiratoryRate(22),
                        new Observation.OxygenSaturation(91),
                        new Observation.BodyWeight(new Weight(82.5)));
        assertThat(clif.ledger.items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Oral,       ORAL
                    Axillary,   AXILLARY
                    Tympanic,   TYMPANIC
                    Temporal,   TEMPORAL
                    Rectal,     RECTAL
                    Blood,      CORE
                    Esophogeal, ESOPHAGEAL
                    '',         UNSTATED
                    Elsewhere,  UNSTATED
                    """)
    void temperatureKeepsItsSite(String charted, TemperatureSite site) {
        ClifFixture clif =
                imported("1,2026-01-02 06:00:00+00,Temperature Fahrenheit,temp_c,38.1," + charted);

        assertThat(clif.observations())
                .containsExactly(new BodyTemperature(Temperature.ofCelsius(38.1), site, false));
    }

    @Test
    void fahrenheitLabelledCelsiusIsQuarantinedAndNeverConverted() {
        ClifFixture clif = imported(row("Temperature Celsius", "temp_c", "99.0"));

        assertThat(clif.observations()).isEmpty();
        assertThat(clif.quarantined())
                .containsExactly("2: temperature 99 °C is outside 25 to 45 °C");
        assertThat(clif.ledger.items().getFirst().raw())
                .isEqualTo("1,2026-01-02 06:00:00+00,Temperature Celsius,temp_c,99.0,");
    }

    @ParameterizedTest
    @CsvSource({
        "'',no value",
        "high,'high' is not a number",
        "NaN,'NaN' is not a number",
        "38d,'38d' is not a number"
    })
    void valueThatIsNoNumberIsQuarantined(String value, String reason) {
        assertThat(imported(row("Temp", "temp_c", value)).quarantined())
                .containsExactly("2: " + reason.replace("''", "'"));
    }

    @Test
    void partsOfOnePressureAreJoinedWhateverStandsBetweenThem() {
        ClifFixture clif =
                imported(
                        row("Non Invasive Blood Pressure systolic", "sbp", "103"),
                        row("Arterial Blood Pressure mean", "map", "70"),
                        row("Heart Rate", "heart_rate", "94"),
                        row("Non Invasive Blood Pressure mean", "map", "69"),
                        row("Arterial Blood Pressure systolic", "sbp", "99"),
                        row("Non Invasive Blood Pressure diastolic", "dbp", "53"),
                        row("Arterial Blood Pressure diastolic", "dbp", "48"));

        assertThat(clif.observations())
                .containsExactly(
                        new BloodPressure(
                                new Pressure(103),
                                new Pressure(53),
                                new Pressure(69),
                                PressureSource.CUFF),
                        new BloodPressure(
                                new Pressure(99),
                                new Pressure(48),
                                new Pressure(70),
                                PressureSource.ARTERIAL_LINE),
                        new Observation.HeartRate(94));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    Arterial Blood Pressure mean,        ARTERIAL_LINE
                    ART BP Mean,                         ARTERIAL_LINE
                    Non Invasive Blood Pressure mean,    CUFF
                    Manual Blood Pressure Systolic Left, CUFF
                    Blood pressure,                      UNSTATED
                    Mean arterial pressure,              UNSTATED
                    '',                                  UNSTATED
                    """)
    void pressureNamesItsSource(String name, PressureSource source) {
        assertThat(imported(row(name, "map", "70")).observations())
                .containsExactly(new BloodPressure(null, null, new Pressure(70), source));
    }

    @Test
    void pulmonaryPressureIsNoSystemicOne() {
        ClifFixture clif = imported(row("Pulmonary Arterial Pressure mean", "map", "24"));

        assertThat(clif.observations()).isEmpty();
        assertThat(clif.quarantined())
                .containsExactly(
                        "2: 'Pulmonary Arterial Pressure mean' is no systemic arterial pressure");
    }

    @Test
    void implausibleMeanDoesNotTakeTheOtherPartsWithIt() {
        ClifFixture clif =
                imported(
                        row("ART BP Systolic", "sbp", "120"),
                        row("ART BP Diastolic", "dbp", "70"),
                        row("ART BP Mean", "map", "-16"));

        assertThat(clif.observations())
                .containsExactly(
                        new BloodPressure(
                                new Pressure(120),
                                new Pressure(70),
                                null,
                                PressureSource.ARTERIAL_LINE));
        assertThat(clif.quarantined())
                .containsExactly("4: mean pressure -16 mmHg is outside 10 to 250");
    }

    @Test
    void systolicNotAboveDiastolicRefusesBothAndKeepsTheMean() {
        ClifFixture clif =
                imported(
                        row("ART BP Diastolic", "dbp", "60"),
                        row("ART BP Mean", "map", "61"),
                        row("ART BP Systolic", "sbp", "60"));

        assertThat(clif.observations())
                .containsExactly(
                        new BloodPressure(
                                null, null, new Pressure(61), PressureSource.ARTERIAL_LINE));
        assertThat(clif.quarantined())
                .containsExactly(
                        "4: systolic pressure 60 is not above diastolic 60 mmHg",
                        "2: systolic pressure 60 is not above diastolic 60 mmHg");
        assertThat(clif.ledger.items())
                .extracting(item -> item.raw())
                .containsExactly(
                        row("ART BP Systolic", "sbp", "60"), row("ART BP Diastolic", "dbp", "60"));
    }

    @Test
    void secondPressureOfOneTimeAndSourceIsQuarantined() {
        ClifFixture clif =
                imported(
                        row("Manual Blood Pressure Systolic Left", "sbp", "110"),
                        row("Manual Blood Pressure Systolic Right", "sbp", "114"),
                        row("Manual Blood Pressure Systolic Left", "sbp", "110"),
                        row("ART BP Systolic", "sbp", "114"));

        assertThat(clif.observations())
                .containsExactly(
                        new BloodPressure(new Pressure(110), null, null, PressureSource.CUFF),
                        new BloodPressure(
                                new Pressure(114), null, null, PressureSource.ARTERIAL_LINE));
        assertThat(clif.quarantined())
                .containsExactly(
                        "3: second value at the same time: line 2 has 110.0 mmHg",
                        "4: duplicate of line 2");
    }

    @Test
    void sameVitalChartedTwiceIsADuplicateButAnotherValueIsNot() {
        ClifFixture clif =
                imported(
                        row("Heart Rate", "heart_rate", "94"),
                        row("Heart Rate", "heart_rate", "94.0"),
                        row("Heart Rate", "heart_rate", "95"),
                        "1,2026-01-02 06:01:00+00,Heart Rate,heart_rate,94,");

        assertThat(clif.observations())
                .containsExactly(
                        new Observation.HeartRate(94),
                        new Observation.HeartRate(95),
                        new Observation.HeartRate(94));
        assertThat(clif.quarantined()).containsExactly("3: duplicate of line 2");
    }

    @Test
    void entriesOfAStayAreOrderedByTimeWhateverTheFileSays() {
        ClifFixture clif =
                imported(
                        "1,2026-01-03 00:00:00+00,Heart Rate,heart_rate,93,",
                        "1,2026-01-02 00:00:00+00,Heart Rate,heart_rate,92,");

        assertThat(clif.ledger.entriesOf(ClifFixture.STAY))
                .extracting(entry -> entry.at())
                .containsExactly(
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2026-01-02T00:00:00Z"),
                        Instant.parse("2026-01-03T00:00:00Z"),
                        Instant.parse("2026-01-05T00:00:00Z"));
    }
}
