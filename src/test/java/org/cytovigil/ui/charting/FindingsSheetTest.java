package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import org.cytovigil.clinical.Observation.CoagulopathyTreated;
import org.cytovigil.clinical.Observation.ConstitutionalSymptoms;
import org.cytovigil.clinical.Observation.HypotensionStated;
import org.cytovigil.clinical.Observation.IntravenousTherapy;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.OrganToxicity;
import org.junit.jupiter.api.Test;

// [utest->req~ui.chart-findings~1]
class FindingsSheetTest {
    private final Desk desk = new Desk().open(new FindingsSheet());

    @Test
    void onlyWhatWasChosenIsCharted() {
        desk.type("symptoms", "yes").type("organ-renal", "2").save();

        assertThat(desk.charted)
                .containsExactly(
                        new ConstitutionalSymptoms(true), new OrganToxicity(Organ.RENAL, 2));
    }

    @Test
    void noIsChartedAndNothingIsNot() {
        desk.type("hypotension", "yes").type("coagulopathy", "no").type("intravenous", "no").save();

        assertThat(desk.charted)
                .containsExactly(
                        new HypotensionStated(),
                        new CoagulopathyTreated(false),
                        new IntravenousTherapy(false));
    }

    @Test
    void whatStandsIsShown() {
        desk.ward.chart(desk.alpha, new OrganToxicity(Organ.HEPATIC, 3));
        desk.open(new FindingsSheet());

        assertThat(desk.last("organ-hepatic")).isEqualTo("stands: 3");
        assertThat(desk.last("organ-skin")).isEqualTo("never charted");
    }
}
