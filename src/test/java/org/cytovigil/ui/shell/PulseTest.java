package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ui.Ward;
import org.junit.jupiter.api.Test;

class PulseTest {
    private final Ward ward = new Ward();
    private final ShellViewModel model = new ShellViewModel(ward.session(), ZoneOffset.UTC);
    private final StayId stay = ward.admit("4", "Alpha, A.");

    private double saturation() {
        return model.unitProperty().get().stays().getFirst().picture().saturation()
                        instanceof
                        org.cytovigil.grading.Reading.Measured<Observation.OxygenSaturation>
                                measured
                ? measured.value().percent()
                : Double.NaN;
    }

    private void saturation(double percent) {
        ward.chart(stay, new Observation.OxygenSaturation(percent));
        ward.session().beat();
    }

    private static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    @Test
    void numbersAreShownFiveTimesASecond() {
        saturation(97);
        model.pulse(millis(1_000));
        assertThat(saturation()).isEqualTo(97);

        saturation(96);
        model.pulse(millis(1_016));
        model.pulse(millis(1_199));
        assertThat(saturation()).isEqualTo(97);

        saturation(95);
        model.pulse(millis(1_200));
        assertThat(saturation()).isEqualTo(95);
    }

    // [utest->req~ui.alarm-latency~1]
    @Test
    void anAlarmIsShownInTheNextFrame() {
        ward.chart(stay, 36.8, 120, 70, 0);
        ward.session().beat();
        model.pulse(millis(1_000));
        assertThat(model.stripProperty().get().text()).doesNotContain("Bed 4");

        ward.chart(stay, 39.2, 120, 70, 6);
        ward.session().beat();
        model.pulse(millis(1_016));
        assertThat(model.stripProperty().get().text()).contains("Bed 4");

        // and so is that it is answered
        model.acknowledgeTop();
        ward.session().beat();
        model.pulse(millis(1_032));
        assertThat(model.stripProperty().get().waiting()).isNull();
    }
}
