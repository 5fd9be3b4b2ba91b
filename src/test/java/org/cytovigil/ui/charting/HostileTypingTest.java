package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.TreatmentGiven;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should type, and somebody does. */
// [utest->req~ui.charting~1]
class HostileTypingTest {
    private final Desk desk = new Desk();

    private static final List<Supplier<Sheet>> SHEETS =
            List.of(VitalsSheet::new, OxygenSheet::new, LabSheet::new, VasopressorSheet::new);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-5",
                "1e5",
                "9999999",
                "99999999999999999999",
                "1,200",
                "12 000",
                "NaN",
                "Infinity",
                "0x10",
                "38.5.1",
                "--4",
                "٣٨",
                "３８",
                "38\u202E5",
                "<b>38</b>",
                "\u0007"
            })
    void noFieldChartsWhatIsNoPlausibleNumberWithoutAsking(String text) {
        for (Supplier<Sheet> sheet : SHEETS) {
            List<String> ids =
                    sheet.get().fields().stream()
                            .filter(field -> !field.isChosen())
                            .map(Field::id)
                            .toList();
            for (String id : ids) {
                desk.open(sheet.get());
                if (id.startsWith("bag")) {
                    desk.type("unit", "mL/h").type("dose", "5");
                }
                if (sheet.get() instanceof VasopressorSheet) {
                    desk.type("drug", "NOREPINEPHRINE");
                }
                if (sheet.get() instanceof OxygenSheet) {
                    desk.type("device", id.equals("flow") ? "nasal-cannula" : "hfnc");
                }
                desk.type(id, text).save();
                assertThat(desk.charted).as("%s in %s", text, id).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25:00",
                "24:00",
                "12:60",
                "-99999 h",
                "2026-02-30 10:00",
                "1850-01-01 10:00"
            })
    void aTimeThatIsNoneOrLongBeforeBirthIsRefused(String time) {
        desk.open(new VitalsSheet()).type("heart-rate", "88").type("time", time).save();

        assertThat(desk.refusal("time")).isNotEmpty();
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void aDoseTypedForOneDrugIsNotChartedOfAnother() {
        desk.open(new VasopressorSheet()).type("drug", "NOREPINEPHRINE").type("dose", "8");
        desk.type("drug", "VASOPRESSIN").save();

        assertThat(desk.refusal("dose")).isNotEmpty();
        assertThat(desk.question()).isEmpty();
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void anAmountTypedForOneDrugIsNotChartedOfAnother() {
        desk.open(new TreatmentSheet(ZoneOffset.UTC));
        desk.type("given", "dexamethasone").type("milligrams", "10");
        desk.type("given", "tocilizumab").save();

        assertThat(desk.charted)
                .containsExactly(new TreatmentGiven(new Treatment("tocilizumab", null, "")));
    }

    @Test
    void aDraftOfADrugComesBackWithItsAmount() {
        desk.open(new TreatmentSheet(ZoneOffset.UTC));
        desk.type("given", "dexamethasone").type("milligrams", "10");
        desk.open(new TreatmentSheet(ZoneOffset.UTC));
        desk.model().takeDraft();
        desk.save();

        assertThat(desk.charted)
                .containsExactly(
                        new TreatmentGiven(new Treatment("dexamethasone", new DrugAmount(10), "")));
    }

    // 0.1 ug/kg/min is 8 ug/min at 80 kg, and 6 ug/min at 60 kg.
    @Test
    void aWeightCorrectedWhileADosePerKilogramIsTypedIsTheOneItComesTo() {
        desk.open(new VasopressorSheet());
        desk.type("drug", "NOREPINEPHRINE").type("dose", "0.1").type("unit", "ug/kg/min");
        desk.ward.chart(desk.alpha, new Observation.BodyWeight(new Weight(60)));
        desk.pass(Duration.ofSeconds(1));

        assertThat(desk.model().remarkProperty().get())
                .isEqualTo("Comes to 6 µg/min = 0.1 µg/kg/min. Weight 60 kg.");
    }

    @Test
    void aKeyForWhatDoesNotStandDoesNothing() {
        desk.open(new VasopressorSheet());

        desk.model().settle(-1);
        desk.model().settle(48);

        assertThat(desk.charted).isEmpty();
    }
}
