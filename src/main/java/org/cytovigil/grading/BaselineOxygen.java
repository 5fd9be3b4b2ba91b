package org.cytovigil.grading;

import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.jspecify.annotations.Nullable;

/**
 * Whether oxygen support is no more than the patient has at home, which counts as room air
 * (Clinical basis section 1).
 */
final class BaselineOxygen {
    private BaselineOxygen() {}

    static boolean isAtBaseline(OxygenSupport now, @Nullable OxygenSupport atHome) {
        if (isRoomAir(now)) {
            return true;
        }
        return atHome != null
                && now.device().equals(atHome.device())
                && notMore(now.flow(), atHome.flow())
                && notRicher(now.fio2(), atHome.fio2());
    }

    /** No device, or a cannula that is shut. */
    static boolean isRoomAir(OxygenSupport support) {
        if (support instanceof OxygenSupport.RoomAir) {
            return true;
        }
        OxygenFlow flow = support.flow();
        return support instanceof OxygenSupport.NasalCannula
                && flow != null
                && flow.litresPerMinute() == 0;
    }

    private static boolean notMore(@Nullable OxygenFlow now, @Nullable OxygenFlow atHome) {
        if (atHome == null) {
            // No flow at home (CPAP, for instance) matches no flow now; against a flow that nobody
            // charted none can be called "no more".
            return now == null;
        }
        return now != null && now.litresPerMinute() <= atHome.litresPerMinute();
    }

    private static boolean notRicher(
            @Nullable OxygenFraction now, @Nullable OxygenFraction atHome) {
        // A home device charted without a fraction runs on room air; more than that is more than at
        // home.
        OxygenFraction usual = atHome == null ? OxygenFraction.ROOM_AIR : atHome;
        return now == null || now.compareTo(usual) <= 0;
    }
}
