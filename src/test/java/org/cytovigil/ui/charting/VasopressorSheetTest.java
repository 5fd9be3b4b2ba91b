package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.chart-vasopressors~1]
class VasopressorSheetTest {
    private final Desk desk = new Desk().open(new VasopressorSheet());

    private static VasopressorCharted norepinephrine(double amount, DoseUnit unit) {
        return new VasopressorCharted(
                new VasopressorInfusion(
                        Vasopressor.NOREPINEPHRINE, new DoseRate(amount, unit), Salt.UNSTATED));
    }

    private Desk running() {
        desk.ward.chart(desk.alpha, 39.0, 88, 51, 8);
        desk.pass(Duration.ofMinutes(12));
        return desk.open(new VasopressorSheet());
    }

    @Test
    void aDoseIsChartedInTheUnitInWhichItWasWritten() {
        desk.type("drug", "NOREPINEPHRINE").type("dose", "0.1").type("unit", "ug/kg/min").save();

        assertThat(desk.charted).containsExactly(norepinephrine(0.1, DoseUnit.UG_PER_KG_PER_MIN));
    }

    // The ward's patient weighs 80 kg: 0.1 ug/kg/min is 8 ug/min.
    @Test
    void aDosePerKilogramIsShownForTheWeight() {
        desk.type("drug", "NOREPINEPHRINE").type("dose", "0.1").type("unit", "ug/kg/min");

        assertThat(desk.model().remarkProperty().get())
                .isEqualTo("Comes to 8 µg/min = 0.1 µg/kg/min. Weight 80 kg.");
    }

    // 4 mg in 250 mL is 16 ug/mL; 75 mL/h of it is 20 ug/min, a quarter of a microgram per kg.
    @Test
    void aPumpsRateIsComputedVisiblyFromItsBag() {
        desk.type("drug", "NOREPINEPHRINE").type("dose", "75").type("unit", "mL/h");
        desk.type("bag-amount", "4").type("bag-volume", "250");

        assertThat(desk.model().remarkProperty().get())
                .startsWith("Comes to 20 µg/min = 0.25 µg/kg/min.");

        desk.save();

        assertThat(desk.charted).containsExactly(norepinephrine(20, DoseUnit.UG_PER_MIN));
    }

    // 20 U in 100 mL at 9 mL/h is 1.8 U/h, which is 0.03 U/min.
    @Test
    void vasopressinFromAPumpIsCountedInUnits() {
        desk.type("drug", "VASOPRESSIN").type("dose", "9").type("unit", "mL/h");
        desk.type("bag-amount", "20").type("bag-volume", "100");

        assertThat(desk.model().remarkProperty().get()).startsWith("Comes to 0.03 U/min");

        desk.save();

        assertThat(desk.charted)
                .containsExactly(
                        new VasopressorCharted(
                                new VasopressorInfusion(
                                        Vasopressor.VASOPRESSIN,
                                        new DoseRate(1.8, DoseUnit.U_PER_H),
                                        Salt.UNSTATED)));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    '', 250, bag-amount, Write how much of the drug is in the bag.
                    4,  0,   bag-volume, Write how many mL the bag holds.
                    """)
    void aBagThatIsNotKnownIsAskedFor(String amount, String volume, String field, String refusal) {
        desk.type("drug", "NOREPINEPHRINE").type("dose", "75").type("unit", "mL/h");
        desk.type("bag-amount", amount).type("bag-volume", volume).save();

        assertThat(desk.refusal(field)).isEqualTo(refusal);
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void doseNoughtIsAStopAndAQuestionMarkADoseThatNobodyKnows() {
        running().type("drug", "NOREPINEPHRINE").type("dose", "0").save();
        desk.open(new VasopressorSheet()).type("drug", "EPINEPHRINE").type("dose", "?").save();

        assertThat(desk.charted)
                .containsExactly(
                        new VasopressorCharted(
                                VasopressorInfusion.stopped(Vasopressor.NOREPINEPHRINE)),
                        new VasopressorCharted(
                                new VasopressorInfusion(
                                        Vasopressor.EPINEPHRINE, null, Salt.UNSTATED)));
    }

    @Test
    void whatRunsStandsThereWithDoseAndAgeAndOneKeyStopsIt() {
        running();

        assertThat(desk.model().standingProperty().get())
                .singleElement()
                .satisfies(
                        runs -> {
                            assertThat(runs.words())
                                    .isEqualTo("norepinephrine 8 µg/min · for 12 min");
                            assertThat(runs.action()).isEqualTo("Stop norepinephrine");
                        });

        desk.model().settle(0);
        desk.pass(Duration.ofSeconds(1));

        assertThat(desk.charted)
                .containsExactly(
                        new VasopressorCharted(
                                VasopressorInfusion.stopped(Vasopressor.NOREPINEPHRINE)));
        assertThat(desk.model().standingProperty().get()).isEmpty();
    }

    @Test
    void aDrugThatRunsIsChartedOnInItsUnit() {
        running().type("drug", "NOREPINEPHRINE");

        assertThat(desk.field("unit").text()).isEqualTo("ug/min");
        assertThat(desk.last("dose")).isEqualTo("8 µg/min · 12 min ago");
    }

    // 1 ug/kg/min at 80 kg is 80 ug/min: ten times 8.
    @Test
    void aTenfoldChangeIsAskedAboutAcrossUnits() {
        running().type("drug", "NOREPINEPHRINE").type("unit", "ug/kg/min").type("dose", "1").save();

        assertThat(desk.question())
                .isEqualTo(
                        "Chart norepinephrine 1 µg/kg/min? The last was 8 µg/min: this is ten times"
                                + " that, or a tenth.");
    }

    @Test
    void anImpossibleDoseIsAskedAboutAndKept() {
        desk.type("drug", "NOREPINEPHRINE").type("unit", "ug/kg/min").type("dose", "11").save();

        assertThat(desk.question()).contains("it is kept and not graded");
        desk.model().confirm();

        assertThat(desk.charted).hasSize(1);
    }

    @Test
    void aDoseWithoutADrugIsRefused() {
        desk.type("dose", "8").save();

        assertThat(desk.refusal("drug")).isEqualTo("Which drug?");
        assertThat(desk.charted).isEmpty();
    }
}
