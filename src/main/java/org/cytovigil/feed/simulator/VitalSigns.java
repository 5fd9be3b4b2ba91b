package org.cytovigil.feed.simulator;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.RespiratoryRate;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;

/**
 * One set of vital signs as a nurse reads it off: whole numbers, tenths of a degree.
 *
 * @param tenths temperature in tenths of a degree Celsius
 * @param systolic mmHg
 * @param diastolic mmHg
 * @param mean mmHg, as the device shows it
 * @param saturation per cent
 * @param heartRate beats a minute
 * @param respiratoryRate breaths a minute
 */
public record VitalSigns(
        int tenths,
        int systolic,
        int diastolic,
        int mean,
        int saturation,
        int heartRate,
        int respiratoryRate) {
    private static final int LOWEST_ON_AIR = 90;
    private static final int SLIPPED_SYSTOLIC = 8;

    /** What of a set is charted. */
    enum Slip {
        NONE,
        TEMPERATURE_MISSED,
        /** The number read off a Fahrenheit display is charted as Celsius. */
        FAHRENHEIT_AS_CELSIUS,
        /** A digit too few. */
        SYSTOLIC_OF_EIGHT
    }

    /**
     * Reads the patient.
     *
     * @param pressureMayBeLow whether plan or treatment allow a low pressure; if not, noise does
     *     not make one
     * @param onAir whether no oxygen is given
     */
    static VitalSigns read(
            Body body, Norms norms, boolean pressureMayBeLow, boolean onAir, Chance chance) {
        double mean = body.meanPressure() + chance.bell();
        double pulse = Math.max(18, body.pulsePressure() + chance.bell());
        double saturation = body.saturation() + 0.4 * chance.bell();
        return shown(
                new Raw(
                        body.celsius(),
                        mean,
                        pulse,
                        saturation,
                        body.heartRate(),
                        body.respiratoryRate()),
                norms,
                pressureMayBeLow,
                onAir);
    }

    /**
     * What is measured, before a device rounds it.
     *
     * @param celsius degrees Celsius
     * @param mean pressure in mmHg
     * @param pulse pressure in mmHg
     * @param saturation per cent
     * @param heartRate beats a minute
     * @param respiratoryRate breaths a minute
     */
    record Raw(
            double celsius,
            double mean,
            double pulse,
            double saturation,
            double heartRate,
            double respiratoryRate) {}

    /** What a device shows of it. */
    static VitalSigns shown(Raw raw, Norms norms, boolean pressureMayBeLow, boolean onAir) {
        double mean = raw.mean();
        double pulse = raw.pulse();
        if (!pressureMayBeLow) {
            mean = atLeast(norms.safeMean(), mean);
            pulse = atLeast(1.5 * (norms.safeSystolic() - mean), pulse);
        }
        int systolic = (int) Math.ceil(mean + pulse * 2 / 3);
        int diastolic = (int) Math.round(mean - pulse / 3);
        return new VitalSigns(
                (int) Math.round(raw.celsius() * 10),
                systolic,
                diastolic,
                (int) Math.round(mean),
                Math.clamp(Math.round(raw.saturation()), onAir ? LOWEST_ON_AIR : 80, 100),
                (int) Math.round(raw.heartRate()),
                (int) Math.round(raw.respiratoryRate()));
    }

    /**
     * Bends what would fall below the limit back above it, so that no flat line shows where the
     * limit is.
     */
    private static double atLeast(double limit, double value) {
        return value < limit ? limit + 0.4 * (limit - value) : value;
    }

    /** Temperature in degrees Celsius. */
    public double celsius() {
        return tenths / 10.0;
    }

    /** The set as charted observations. */
    List<Observation> charted(Slip slip, boolean arterialLine, OxygenSupport support) {
        List<Observation> set = new ArrayList<>();
        if (slip != Slip.TEMPERATURE_MISSED) {
            double number =
                    slip == Slip.FAHRENHEIT_AS_CELSIUS
                            ? Math.rint(celsius() * 18 + 320) / 10
                            : celsius();
            set.add(
                    new BodyTemperature(
                            Temperature.ofCelsius(number), TemperatureSite.TYMPANIC, false));
        }
        int chartedSystolic = slip == Slip.SYSTOLIC_OF_EIGHT ? SLIPPED_SYSTOLIC : systolic;
        set.add(
                new BloodPressure(
                        new Pressure(chartedSystolic),
                        new Pressure(diastolic),
                        new Pressure(mean),
                        arterialLine ? PressureSource.ARTERIAL_LINE : PressureSource.CUFF));
        set.add(new OxygenSaturation(saturation));
        set.add(new HeartRate(heartRate));
        set.add(new RespiratoryRate(respiratoryRate));
        set.add(new OxygenDevice(support));
        return set;
    }
}
