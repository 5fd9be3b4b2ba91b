package org.cytovigil.ui.charting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~ui.chart-oxygen~1]
class OxygenSheetTest {
    private final Desk desk = new Desk();

    private Desk onHighFlow() {
        desk.ward.chart(
                desk.alpha,
                new OxygenDevice(
                        new OxygenSupport.HighFlowCannula(
                                new OxygenFlow(40), OxygenFraction.of(0.4))));
        return desk.open(new OxygenSheet());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    room-air,               false, false
                    nasal-cannula,          true,  false
                    hfnc,                   true,  true
                    simple-mask,            true,  false
                    non-rebreather,         true,  false
                    venturi,                true,  true
                    blow-by,                true,  true
                    cpap,                   false, true
                    mechanical-ventilation, false, true
                    """)
    void aDeviceHasOnlyItsOwnSettings(String device, boolean flow, boolean fraction) {
        desk.open(new OxygenSheet()).type("device", device);

        assertThat(desk.field("flow").isShown()).isEqualTo(flow);
        assertThat(desk.field("fraction").isShown()).isEqualTo(fraction);
    }

    @Test
    void aDeviceIsChartedWithItsSettings() {
        desk.open(new OxygenSheet()).type("device", "hfnc").type("flow", "40");
        desk.type("fraction", "50").save();

        assertThat(desk.charted)
                .containsExactly(
                        new OxygenDevice(
                                new OxygenSupport.HighFlowCannula(
                                        new OxygenFlow(40), OxygenFraction.of(0.5))));
    }

    @Test
    void aSettingLeftOutOfANewDeviceIsUnknownAndThatIsSaid() {
        desk.open(new OxygenSheet()).type("device", "nasal-cannula");

        assertThat(desk.note("flow"))
                .isEqualTo("Left empty it is unknown, and the grade may be a range.");

        desk.save();

        assertThat(desk.charted)
                .containsExactly(new OxygenDevice(new OxygenSupport.NasalCannula(null, null)));
    }

    @Test
    void theDeviceInUseStandsThereAndWhatIsLeftEmptyStays() {
        onHighFlow();

        assertThat(desk.field("device").text()).isEqualTo("hfnc");
        assertThat(desk.note("flow")).isEqualTo("Left empty it stays 40 L/min; ? for unknown.");

        desk.type("fraction", "60").save();

        assertThat(desk.charted)
                .containsExactly(
                        new OxygenDevice(
                                new OxygenSupport.HighFlowCannula(
                                        new OxygenFlow(40), OxygenFraction.of(0.6))));
    }

    @Test
    void aQuestionMarkMakesASettingUnknown() {
        onHighFlow().type("fraction", "?").save();

        assertThat(desk.charted)
                .containsExactly(
                        new OxygenDevice(
                                new OxygenSupport.HighFlowCannula(new OxygenFlow(40), null)));
    }

    // Policy section 1: a device stands for 12 hours.
    @Test
    void settingsOfADeviceThatIsTooOldAreNotTakenOn() {
        onHighFlow();
        desk.pass(Duration.ofHours(13));
        desk.open(new OxygenSheet()).type("device", "hfnc").save();

        assertThat(desk.charted)
                .containsExactly(new OxygenDevice(new OxygenSupport.HighFlowCannula(null, null)));
    }

    @Test
    void anImpossibleFractionAndATenfoldFlowAreAskedAbout() {
        onHighFlow().type("fraction", "15").save();
        assertThat(desk.question()).contains("it is kept and not graded");

        desk.open(new OxygenSheet()).type("flow", "4").save();
        assertThat(desk.question()).contains("this is ten times that, or a tenth");
        assertThat(desk.charted).isEmpty();
    }
}
