package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClifMedicationTest {
    private static final Observation STOPPED =
            new VasopressorCharted(VasopressorInfusion.stopped(Vasopressor.NOREPINEPHRINE));

    @TempDir private Path folder;

    private ClifFixture imported(String... rows) {
        ClifFixture clif = ClifFixture.withOneStay(folder).medication(rows);
        clif.run();
        return clif;
    }

    private static String row(String order, String time, String action, String dose, String unit) {
        return "1,%s,norepinephrine,2026-01-02 %s+00,%s,%s,%s"
                .formatted(order, time, action, dose, unit);
    }

    private static String row(String action, String dose, String unit) {
        return row("7", "06:00:00", action, dose, unit);
    }

    private static Observation running(double dose) {
        return new VasopressorCharted(
                new VasopressorInfusion(
                        Vasopressor.NOREPINEPHRINE,
                        new DoseRate(dose, DoseUnit.UG_PER_KG_PER_MIN),
                        Salt.BASE));
    }

    private static Observation unknownDose() {
        return new VasopressorCharted(
                new VasopressorInfusion(Vasopressor.NOREPINEPHRINE, null, Salt.BASE));
    }

    @ParameterizedTest
    @CsvSource({"start", "dose_change", "going", "verify", "Start", "''"})
    void dosedRowRunsAtItsDose(String action) {
        assertThat(imported(row(action, "0.25", "mcg/kg/min")).observations())
                .containsExactly(running(0.25));
    }

    @Test
    void vasopressinRunsInUnits() {
        assertThat(
                        imported("1,7,vasopressin,2026-01-02 06:00:00+00,start,2.4,units/hour")
                                .observations())
                .containsExactly(
                        new VasopressorCharted(
                                new VasopressorInfusion(
                                        Vasopressor.VASOPRESSIN,
                                        new DoseRate(2.4, DoseUnit.U_PER_H),
                                        Salt.BASE)));
    }

    @Test
    void otherDrugsAreNotOfInterest() {
        ClifFixture clif =
                ClifFixture.withOneStay(folder)
                        .medication("1,7,propofol,2026-01-02 06:00:00+00,start,20,mcg/kg/min");

        ClifReport report = clif.run();

        assertThat(report.tables().get(3).notOfInterest()).isEqualTo(1);
        assertThat(clif.ledger.items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stop,0.0,mcg/kg/min",
        "stop,'',''",
        "stop,0.2,mcg/kg/min",
        "dose_change,0,mcg/kg/min",
        "going,0.00,stones"
    })
    void stopOrDoseZeroStopsTheDrug(String action, String dose, String unit) {
        assertThat(imported(row(action, dose, unit)).observations()).containsExactly(STOPPED);
    }

    @Test
    void startWithoutDoseRunsAtAnUnknownDose() {
        ClifFixture clif = imported(row("start", "", "mcg/kg/min"));

        assertThat(clif.observations()).containsExactly(unknownDose());
        assertThat(clif.ledger.items()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    mL/hour, '8 mL/hour was not: no concentration is known, so the drug runs at an unknown dose'
                    ml/hr,   '8 ml/hr was not: no concentration is known, so the drug runs at an unknown dose'
                    '',      '8 was not: it has no unit, so the drug runs at an unknown dose'
                    """)
    void drugThatRunsDoesNotVanishForWantOfADose(String unit, String remark) {
        ClifFixture clif = imported(row("start", "8", unit));

        assertThat(clif.observations()).containsExactly(unknownDose());
        assertThat(clif.quarantined()).containsExactly("2: row accepted, but its dose " + remark);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.2,  stones,     'stones' is no unit of dose rate
                    2,    units/hour, norepinephrine is not given in [U]/h
                    -0.1, mcg/kg/min, it is negative
                    10.5, mcg/kg/min, norepinephrine dose 10.5 ug/kg/min is outside 0 to 10
                    lots, mcg/kg/min, dose 'lots' is not a number
                    """,
            quoteCharacter = '~')
    void doseThatCannotBeUsedLeavesTheDrugRunning(String dose, String unit, String reason) {
        ClifFixture clif = imported(row("start", dose, unit));

        assertThat(clif.observations()).containsExactly(unknownDose());
        assertThat(clif.quarantined())
                .containsExactly(
                        "2: row accepted, but its dose %s %s was not: %s, so the drug runs at an unknown dose"
                                .formatted(dose, unit, reason));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    not_given, 0.2, 'not_given' says neither that the drug runs nor that it was stopped
                    other,     '',  'other' says neither that the drug runs nor that it was stopped
                    """,
            quoteCharacter = '~')
    void rowThatSaysNeitherRunningNorStoppedIsQuarantined(
            String action, String dose, String reason) {
        ClifFixture clif = imported(row(action, dose.equals("''") ? "" : dose, "mcg/kg/min"));

        assertThat(clif.observations()).isEmpty();
        assertThat(clif.quarantined()).containsExactly("2: " + reason);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bagChangeAtOneTimeLeavesTheDrugRunningInEitherOrder(boolean stopFirst) {
        String stop = row("7", "06:00:00", "stop", "0", "mcg/kg/min");
        String start = row("8", "06:00:00", "start", "0.3", "mcg/kg/min");

        ClifFixture clif = stopFirst ? imported(stop, start) : imported(start, stop);

        assertThat(clif.observations()).containsExactly(STOPPED, running(0.3));
    }

    @Test
    void stopOfOneOrderIsNoStopWhileAnotherOrderRuns() {
        ClifFixture clif =
                imported(
                        row("7", "05:00:00", "start", "0.2", "mcg/kg/min"),
                        row("8", "06:00:00", "start", "0.4", "mcg/kg/min"),
                        row("7", "06:01:00", "stop", "0", "mcg/kg/min"),
                        row("8", "07:00:00", "stop", "0", "mcg/kg/min"));

        assertThat(clif.observations())
                .containsExactly(running(0.2), running(0.4), running(0.4), STOPPED);
    }

    @Test
    void orderNeverStoppedDoesNotOutweighAStopTwelveHoursLater() {
        ClifFixture clif =
                imported(
                        row("7", "05:00:00", "start", "0.2", "mcg/kg/min"),
                        row("8", "06:00:00", "start", "0.4", "mcg/kg/min"),
                        row("8", "17:00:01", "stop", "0", "mcg/kg/min"));

        assertThat(clif.observations()).containsExactly(running(0.2), running(0.4), STOPPED);
    }

    @Test
    void stopWithoutOrderStopsTheDrug() {
        ClifFixture clif =
                imported(
                        row("7", "05:00:00", "start", "0.2", "mcg/kg/min"),
                        row("", "06:00:00", "stop", "0", "mcg/kg/min"));

        assertThat(clif.observations()).containsExactly(running(0.2), STOPPED);
    }

    @Test
    void sameRowTwiceIsADuplicate() {
        ClifFixture clif =
                imported(row("start", "0.2", "mcg/kg/min"), row("start", "0.20", "mcg/kg/min"));

        assertThat(clif.observations()).containsExactly(running(0.2));
        assertThat(clif.quarantined()).containsExactly("3: duplicate of line 2");
    }
}
