package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cytovigil.clinical.Observation.Attributed;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.DeathDueToCrs;
import org.cytovigil.clinical.Observation.EpisodeOpened;
import org.cytovigil.clinical.Observation.GradeOverridden;
import org.cytovigil.clinical.ScaleId;
import org.junit.jupiter.api.Test;

// [utest->req~ui.chart-judgement~1]
class JudgementSheetTest {
    private final Desk desk = new Desk().open(new JudgementSheet());

    @Test
    void aCauseIsAttributedAndWithdrawn() {
        desk.type("judgement", "attribute").type("scope", "OXYGEN").type("cause", "pneumonia");
        desk.save();
        desk.open(new JudgementSheet());
        assertThat(desk.model().remarkProperty().get()).contains("oxygen: pneumonia");
        desk.type("judgement", "withdraw").type("scope", "OXYGEN").save();

        assertThat(desk.charted)
                .containsExactly(
                        new Attributed(AttributionScope.OXYGEN, false, "pneumonia"),
                        new Attributed(AttributionScope.OXYGEN, true, ""));
    }

    @Test
    void whatIsNotAttributedCannotBeWithdrawn() {
        desk.type("judgement", "withdraw").type("scope", "PRESSURE").save();

        assertThat(desk.refusal("scope")).startsWith("Nothing of that is attributed");
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void aGradeIsSetOnTheScaleOfTheUnitWithReasonAndClinicianAndGivenBack() {
        desk.type("judgement", "grade").type("grade", "2").type("why", "line artefact");
        desk.type("clinician", "Dr Noether").save();
        desk.open(new JudgementSheet()).type("judgement", "grade");
        assertThat(desk.last("grade")).isEqualTo("set to 2 by Dr Noether");
        desk.type("grade", "computed").type("why", "settled").type("clinician", "Dr Noether");
        desk.save();

        assertThat(desk.charted)
                .containsExactly(
                        new GradeOverridden(ScaleId.ASTCT_2019, 2, "line artefact", "Dr Noether"),
                        new GradeOverridden(ScaleId.ASTCT_2019, null, "settled", "Dr Noether"));
    }

    @Test
    void aGradeWithoutReasonOrClinicianIsRefused() {
        desk.type("judgement", "grade").type("grade", "2").save();

        assertThat(desk.refusal("why")).isEqualTo("This is needed.");
        assertThat(desk.refusal("clinician")).isEqualTo("This is needed.");
        assertThat(desk.charted).isEmpty();
    }

    @Test
    void anEpisodeWithoutFeverIsOpenedOnce() {
        Desk desk = new Desk();
        desk.open(new JudgementSheet()).type("judgement", "episode").save();

        assertThat(desk.charted).containsExactly(new EpisodeOpened());

        desk.pass(Duration.ofMinutes(1));
        desk.open(new JudgementSheet()).type("judgement", "episode").save();
        assertThat(desk.refusal("judgement")).isEqualTo("An episode is open already.");
        assertThat(desk.charted).hasSize(1);
    }

    @Test
    void deathDueToCrsIsChartedOnlyOnceItWasAskedAbout() {
        Desk desk = new Desk();
        desk.open(new JudgementSheet()).type("judgement", "death").save();

        assertThat(desk.question()).startsWith("Chart death due to CRS? It is grade 5");
        assertThat(desk.charted).isEmpty();

        desk.model().confirm();
        assertThat(desk.charted).containsExactly(new DeathDueToCrs());
    }
}
