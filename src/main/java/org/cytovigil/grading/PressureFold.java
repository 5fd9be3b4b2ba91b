package org.cytovigil.grading;

import java.time.Instant;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.jspecify.annotations.Nullable;

/** Which blood pressure stands. Not safe for several threads. */
final class PressureFold {
    private final Latest<BloodPressure> latest;
    private @Nullable BloodPressure loneDiastolic;
    private @Nullable Instant loneDiastolicAt;

    PressureFold() {
        latest = new Latest<>();
    }

    PressureFold(PressureFold other) {
        latest = new Latest<>(other.latest);
        loneDiastolic = other.loneDiastolic;
        loneDiastolicAt = other.loneDiastolicAt;
    }

    /**
     * Takes a pressure that can be true. A diastolic by itself says nothing of hypotension: it
     * takes no other pressure's place, and waits for the rest of its moment.
     */
    void take(Instant at, BloodPressure whole) {
        BloodPressure charted =
                loneDiastolic != null && at.equals(loneDiastolicAt)
                        ? PressureParts.joined(loneDiastolic, whole)
                        : whole;
        BloodPressure present = latest.value();
        if (present != null && latest.isAt(at)) {
            join(at, present, charted);
        } else if (present == null || charted.systolic() != null || charted.mean() != null) {
            latest.set(charted, at);
        } else {
            loneDiastolic = charted;
            loneDiastolicAt = at;
        }
    }

    /** Of cuff and line at the same moment the line stands, being the continuous measurement. */
    private void join(Instant at, BloodPressure present, BloodPressure charted) {
        boolean presentIsLine = present.source() == PressureSource.ARTERIAL_LINE;
        boolean chartedIsLine = charted.source() == PressureSource.ARTERIAL_LINE;
        if (presentIsLine == chartedIsLine) {
            latest.set(PressureParts.joined(present, charted), at);
        } else if (chartedIsLine) {
            latest.set(charted, at);
        }
    }

    void reject(String reason, Instant at) {
        latest.reject(reason, at);
    }

    Reading<BloodPressure> reading(long nowMillis, long freshMillis) {
        return latest.reading(nowMillis, freshMillis);
    }

    long staleFrom(long freshMillis) {
        return latest.staleFrom(freshMillis);
    }
}
