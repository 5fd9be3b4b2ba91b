package org.cytovigil.alarm;

import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Wording;

/** Fever; with the time it takes to be over, its return within a day is no onset. */
// [impl->req~alarm.fever-onset~1]
final class FeverRule implements AlarmRule {
    @Override
    public AlarmKind kind() {
        return AlarmKind.FEVER_ONSET;
    }

    @Override
    public Level look(Moment moment) {
        return switch (moment.picture().fever(moment.policy())) {
            case YES -> Level.of(1, "fever: " + temperature(moment));
            case NO -> Level.NONE;
            case UNKNOWN -> Level.UNKNOWN;
        };
    }

    private static String temperature(Moment moment) {
        return moment.picture().temperature() instanceof Reading.Measured<BodyTemperature> measured
                ? Wording.tenths(measured.value().value().celsius()) + " °C"
                : "";
    }
}
