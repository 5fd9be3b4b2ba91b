package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;

/** A new fact makes anew only what it changes. */
class StaySeriesTest {
    private static final Instant START = Instant.parse("2026-02-27T08:00:00Z");

    private final StaySeries series = new StaySeries();

    private void add(int minute, Observation observation) {
        series.add(START.plusSeconds(60L * minute), observation, "", SitePolicy.DEFAULT);
    }

    private static Observation dose(double amount) {
        return new Observation.VasopressorCharted(
                new VasopressorInfusion(
                        Vasopressor.NOREPINEPHRINE,
                        new DoseRate(amount, DoseUnit.UG_PER_MIN),
                        Salt.BASE));
    }

    private ChartData charted() {
        add(0, new Observation.OxygenDevice(new OxygenSupport.RoomAir()));
        add(1, dose(4));
        add(2, new Observation.FluidBolus(500));
        return series.data();
    }

    @Test
    void aVitalSignLeavesDosesDevicesAndEventsAsTheyWere() {
        ChartData before = charted();

        add(3, new Observation.HeartRate(90));
        ChartData after = series.data();

        assertThat(after.of(Parameter.HEART_RATE).size()).isEqualTo(1);
        assertThat(after.oxygen()).isSameAs(before.oxygen());
        assertThat(after.vasopressors()).isSameAs(before.vasopressors());
        assertThat(after.events()).isSameAs(before.events());
    }

    @Test
    void eachKindOfFactIsSeenAndWhatWasHandedOutStays() {
        ChartData before = charted();

        add(4, new Observation.OxygenDevice(new OxygenSupport.RoomAir()));
        add(5, dose(8));
        add(6, new Observation.FluidBolus(250));
        ChartData after = series.data();

        assertThat(after.oxygen()).hasSize(2);
        assertThat(after.vasopressors().get(Vasopressor.NOREPINEPHRINE)).hasSize(2);
        assertThat(after.events()).hasSize(2);
        assertThat(before.oxygen()).hasSize(1);
        assertThat(before.vasopressors().get(Vasopressor.NOREPINEPHRINE)).hasSize(1);
        assertThat(before.events()).hasSize(1);
    }
}
