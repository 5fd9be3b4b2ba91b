package org.cytovigil.alarm;

import org.cytovigil.clinical.OxygenRung;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.Wording;

/** The rung on which the oxygen device stands: a higher one is a step up. */
// [impl->req~alarm.oxygen-step~1]
final class OxygenStepRule implements AlarmRule {
    @Override
    public AlarmKind kind() {
        return AlarmKind.OXYGEN_STEP;
    }

    @Override
    public Level look(Moment moment) {
        if (!(moment.picture().oxygen() instanceof Reading.Measured<OxygenSupport> measured)) {
            return Level.UNKNOWN;
        }
        OxygenRung rung = OxygenRung.of(measured.value());
        return rung == null
                ? Level.UNKNOWN
                : Level.of(rung.height(), "oxygen: " + Wording.shortOxygen(measured.value()));
    }
}
