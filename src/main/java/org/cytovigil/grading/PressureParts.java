package org.cytovigil.grading;

import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Pressure;
import org.jspecify.annotations.Nullable;

/** Puts together the parts of one measurement that came one by one. */
final class PressureParts {
    private PressureParts() {}

    /** Both measurements in one; of two values for a part the lower stands. */
    static BloodPressure joined(BloodPressure one, BloodPressure other) {
        return new BloodPressure(
                lower(one.systolic(), other.systolic()),
                lower(one.diastolic(), other.diastolic()),
                lower(one.mean(), other.mean()),
                one.source() == other.source() ? one.source() : PressureSource.UNSTATED);
    }

    private static @Nullable Pressure lower(@Nullable Pressure one, @Nullable Pressure other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new Pressure(Math.min(one.mmHg(), other.mmHg()));
    }
}
