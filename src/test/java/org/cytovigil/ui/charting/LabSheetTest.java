package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation.LaboratoryResult;
import org.junit.jupiter.api.Test;

// [utest->req~ui.chart-findings~1]
class LabSheetTest {
    private final Desk desk = new Desk().open(new LabSheet());

    @Test
    void resultsAreChartedInTheUnitKept() {
        desk.type("lab-crp", "112").type("lab-ferritin", "8400").save();

        assertThat(desk.charted)
                .containsExactly(
                        new LaboratoryResult(Analyte.CRP, 112),
                        new LaboratoryResult(Analyte.FERRITIN, 8400));
    }

    // 11.2 mg/dL is 112 mg/L.
    @Test
    void aResultInAnotherUnitIsConvertedInSight() {
        desk.type("lab-crp", "11.2 mg/dL");

        assertThat(desk.note("lab-crp")).isEqualTo("Comes to 112 mg/L.");

        desk.save();

        assertThat(desk.charted).containsExactly(new LaboratoryResult(Analyte.CRP, 112));
    }

    @Test
    void anotherUnitOrNoNumberIsRefused() {
        desk.type("lab-crp", "11 mmol/L").type("lab-ldh", "high").save();

        assertThat(desk.refusal("lab-crp")).startsWith("wrong unit 'mmol/L' for CRP");
        assertThat(desk.refusal("lab-ldh")).isEqualTo("\"high\" is no number.");
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void aTenfoldJumpIsAskedAbout() {
        desk.ward.chart(desk.alpha, new LaboratoryResult(Analyte.CRP, 30));
        desk.open(new LabSheet()).type("lab-crp", "300");
        assertThat(desk.last("lab-crp")).isEqualTo("30 mg/L · 0 min ago");

        desk.save();

        assertThat(desk.question()).startsWith("Chart CRP 300 mg/L? The last was 30");
    }
}
