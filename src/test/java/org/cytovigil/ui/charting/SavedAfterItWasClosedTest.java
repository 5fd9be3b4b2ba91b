package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cytovigil.clinical.Observation;
import org.junit.jupiter.api.Test;

// [utest->req~ui.save-told~1]
class SavedAfterItWasClosedTest {
    private final Desk desk = new Desk();

    private Desk closedWhileSaving(String pulse) {
        desk.open(new VitalsSheet()).type("heart-rate", pulse);
        desk.slow = true;
        desk.save();
        desk.model().gone();
        return desk;
    }

    @Test
    void whatTheStoreRefusesThenIsToldWithPatientAndValueAndOfferedAgain() {
        closedWhileSaving("88");
        desk.broken = true;
        desk.answer();

        assertThat(desk.missed)
                .singleElement()
                .asString()
                .contains("DEMO Alpha", "MRN 4", "88", "NOT charted", "The disk is full.");

        desk.broken = false;
        desk.open(new VitalsSheet());
        assertThat(desk.model().offerProperty().get()).isNotEmpty();
        desk.model().takeDraft();
        desk.save();

        assertThat(desk.charted).containsExactly(new Observation.HeartRate(88));
    }

    @Test
    void whatIsBeingSavedIsNotOfferedMeanwhileForThatWouldChartItTwice() {
        closedWhileSaving("88");

        desk.slow = false;
        desk.open(new VitalsSheet());
        assertThat(desk.model().offerProperty().get()).isEmpty();
        desk.answer();

        assertThat(desk.charted).hasSize(1);
        assertThat(desk.missed).isEmpty();
    }

    @Test
    void whatIsTypedInThePanelOpenedSinceStaysADraft() {
        closedWhileSaving("88");
        desk.slow = false;
        desk.open(new VitalsSheet()).type("heart-rate", "90");
        desk.answer();

        desk.open(new VitalsSheet());
        desk.model().takeDraft();

        assertThat(desk.field("heart-rate").text()).isEqualTo("90");
    }

    @Test
    void afterAFailureInSightSavingAgainChartsItOnce() {
        desk.broken = true;
        desk.open(new VitalsSheet()).type("heart-rate", "88").save();
        assertThat(desk.model().noticeProperty().get()).contains("The disk is full.");
        assertThat(desk.missed).isEmpty();

        desk.broken = false;
        desk.save().save();

        assertThat(desk.charted).isEqualTo(List.of(new Observation.HeartRate(88)));
    }
}
