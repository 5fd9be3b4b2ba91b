package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation.FluidBolus;
import org.cytovigil.clinical.Observation.TreatmentGiven;
import org.cytovigil.clinical.Treatment;
import org.junit.jupiter.api.Test;

// [utest->req~ui.chart-treatments~1]
class TreatmentSheetTest {
    private final Desk desk = new Desk().open(new TreatmentSheet(ZoneOffset.UTC));

    private void tocilizumab() {
        desk.ward.chart(
                desk.alpha,
                new TreatmentGiven(new Treatment("tocilizumab", new DrugAmount(640), "")));
    }

    private String remark() {
        return desk.model().remarkProperty().get();
    }

    @Test
    void aBolusIsChartedInMillilitres() {
        desk.type("given", "bolus").type("millilitres", "500").save();

        assertThat(desk.charted).containsExactly(new FluidBolus(500));
    }

    @Test
    void aDrugIsChartedWithItsAmountAndWords() {
        desk.type("given", "other").type("other-drug", "anakinra").type("milligrams", "100");
        desk.type("in-words", "subcutaneous").save();

        assertThat(desk.charted)
                .containsExactly(
                        new TreatmentGiven(
                                new Treatment("anakinra", new DrugAmount(100), "subcutaneous")));
    }

    @Test
    void anAntipyreticIsOneThatMasksFever() {
        desk.type("given", "antipyretic").type("milligrams", "1000").save();

        assertThat(desk.charted)
                .singleElement()
                .isInstanceOfSatisfying(
                        TreatmentGiven.class,
                        given ->
                                assertThat(given.treatment().effect())
                                        .isEqualTo(Treatment.Effect.ANTIPYRETIC));
    }

    // 8 mg/kg for 80 kg is 640 mg.
    @Test
    void beforeTheFirstTocilizumabTheAmountForTheWeightIsShown() {
        desk.type("given", "tocilizumab");

        assertThat(remark())
                .isEqualTo(
                        "Tocilizumab: the next would be dose 1 of at most 4; 0 in 24 h, at most 3."
                                + " At most 640 mg for 80 kg. None was charted in this stay."
                                + " This counts and orders nothing.");
    }

    // The desk opens at 18:00; given then, 8 hours later is 02:00, of which one hour has passed.
    @Test
    void afterADoseTheEarliestNextIsShown() {
        tocilizumab();
        desk.pass(Duration.ofHours(1));
        desk.type("given", "tocilizumab");

        assertThat(remark())
                .contains("dose 2 of at most 4; 1 in 24 h, at most 3")
                .contains("Earliest next 2 Mar 02:00, in 7 h.");
    }

    // Given at 18:00, 02:00 and 10:00: a fourth within 24 hours of the first waits until 18:00.
    @Test
    void threeDosesInADayPutTheFourthOff() {
        tocilizumab();
        desk.pass(Duration.ofHours(8));
        tocilizumab();
        desk.pass(Duration.ofHours(8));
        tocilizumab();
        desk.pass(Duration.ofHours(1));
        desk.type("given", "tocilizumab");

        assertThat(remark())
                .contains("dose 4 of at most 4; 3 in 24 h, at most 3")
                .contains("Earliest next 2 Mar 18:00, in 7 h.");
    }

    // Dexamethasone 10 mg and methylprednisolone 40 mg (40 x 0.75 / 4 = 7.5) make 17.5.
    @Test
    void steroidsOfADayAreCountedAsDexamethasone() {
        desk.type("given", "dexamethasone").type("milligrams", "10").save();
        desk.open(new TreatmentSheet(ZoneOffset.UTC));
        desk.type("given", "methylprednisolone").type("milligrams", "40").save();
        desk.open(new TreatmentSheet(ZoneOffset.UTC)).type("given", "dexamethasone");

        assertThat(remark()).startsWith("Steroids in 24 h: 2 charted, 17.5 mg as dexamethasone.");
        assertThat(desk.last("milligrams")).isEqualTo("10 mg · 0 min ago");
    }

    @Test
    void tenTimesTheLastAmountIsAskedAbout() {
        desk.type("given", "dexamethasone").type("milligrams", "10").save();
        desk.open(new TreatmentSheet(ZoneOffset.UTC));
        desk.type("given", "dexamethasone").type("milligrams", "100").save();

        assertThat(desk.question())
                .isEqualTo(
                        "Chart dexamethasone 100 mg? The last was 10 mg: this is ten times that, or"
                                + " a tenth.");
    }

    @Test
    void aBolusWithoutVolumeAndADrugWithoutNameAreRefused() {
        desk.type("given", "bolus").save();
        assertThat(desk.refusal("millilitres")).isEqualTo("Write how many mL were given.");

        desk.type("given", "other").type("milligrams", "5").save();
        assertThat(desk.refusal("other-drug")).isEqualTo("Which drug?");
        assertThat(desk.charted).isEmpty();
    }
}
