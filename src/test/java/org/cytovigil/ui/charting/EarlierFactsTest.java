package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.cytovigil.clinical.Observation.FluidBolus;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.junit.jupiter.api.Test;

/** What a panel tells of what was charted before. */
// [utest->req~ui.chart-earlier~1]
class EarlierFactsTest {
    private final Desk desk = new Desk();

    private List<String> words() {
        return desk.model().earlier().rows().stream().map(EarlierFacts.Row::words).toList();
    }

    @Test
    void onlyFactsOfThePanelsOwnKindAreToldTheNewestFirst() {
        desk.ward.chart(desk.alpha, new FluidBolus(250));
        desk.ward.pass(Duration.ofHours(1));
        desk.ward.chart(desk.alpha, new FluidBolus(500));
        desk.ward.chart(desk.alpha, new HeartRate(99));
        desk.ward.pass(Duration.ofMinutes(20));

        desk.open(new TreatmentSheet(desk.zone));

        assertThat(words()).containsExactly("fluid bolus 500 mL", "fluid bolus 250 mL");
        assertThat(desk.model().earlier().rows().getFirst().when()).contains("20 min ago");
    }

    @Test
    void whatIsOfOneTimeStandsInOneLine() {
        desk.ward.chart(desk.alpha, new OxygenSaturation(93));
        desk.ward.chart(desk.alpha, new HeartRate(99));
        desk.ward.pass(Duration.ofMinutes(1));

        desk.open(new VitalsSheet());

        assertThat(words()).containsExactly("SpO2 93 % · heart rate 99 /min");
    }

    @Test
    void agesGoOnAndWhatIsNewIsReadWithinAMinute() {
        desk.open(new TreatmentSheet(desk.zone));
        assertThat(words()).isEmpty();
        assertThat(desk.model().earlier().saidProperty().get())
                .isEqualTo("Nothing of this kind is charted yet.");

        desk.ward.chart(desk.alpha, new FluidBolus(250));
        desk.pass(Duration.ofMinutes(1));
        assertThat(words()).containsExactly("fluid bolus 250 mL");

        desk.pass(Duration.ofMinutes(4));
        assertThat(desk.model().earlier().rows().getFirst().when()).contains("5 min ago");
    }

    @Test
    void aStoreThatCannotBeReadIsSaidAndStopsNoCharting() {
        desk.broken = true;
        desk.open(new TreatmentSheet(desk.zone));

        assertThat(desk.model().earlier().saidProperty().get())
                .isEqualTo("What was charted before cannot be read: The disk is gone.");

        desk.broken = false;
        desk.type("given", "bolus").type("millilitres", "250").save();
        assertThat(desk.charted).containsExactly(new FluidBolus(250));
    }

    @Test
    void whatAnOpenPanelChartedIsToldThere() {
        desk.ward.chart(desk.alpha, 38.6, 92, 50, 8);
        desk.ward.pass(Duration.ofMinutes(1));
        desk.open(new VasopressorSheet());
        assertThat(words()).containsExactly("norepinephrine 8 µg/min");

        desk.model().settle(0);

        assertThat(words().getFirst()).contains("norepinephrine").contains("stop");
    }
}
