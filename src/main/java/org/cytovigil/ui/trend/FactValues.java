package org.cytovigil.ui.trend;

import org.cytovigil.clinical.Observation;
import org.cytovigil.grading.Wording;

/** The value of a single fact with its unit, for the facts that devices send. */
public final class FactValues {
    private FactValues() {}

    /** As in "39.4 °C"; empty for a fact that is no single value. */
    public static String of(Observation observation) {
        if (observation instanceof Observation.BodyTemperature temperature) {
            return Wording.tenths(temperature.value().celsius()) + " °C";
        }
        if (observation instanceof Observation.BloodPressure pressure) {
            return Wording.pressureNumbers(pressure) + " mmHg";
        }
        if (observation instanceof Observation.OxygenSaturation saturation) {
            return Wording.number(saturation.percent()) + " %";
        }
        if (observation instanceof Observation.HeartRate rate) {
            return Wording.number(rate.perMinute()) + " /min";
        }
        if (observation instanceof Observation.RespiratoryRate rate) {
            return Wording.number(rate.perMinute()) + " /min";
        }
        return "";
    }

    /** The name with the value: "temperature 39.4 °C". */
    public static String named(Observation observation) {
        return (FactNames.of(observation) + " " + of(observation)).strip();
    }
}
