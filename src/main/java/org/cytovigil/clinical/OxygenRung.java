package org.cytovigil.clinical;

import org.jspecify.annotations.Nullable;

/** The rungs on which oxygen devices stand, the least support first. */
public enum OxygenRung {
    ROOM_AIR,
    CANNULA,
    MASK,
    HIGH_FLOW,
    NON_INVASIVE,
    VENTILATOR;

    /** How many rungs above room air. */
    @SuppressWarnings("EnumOrdinal") // the order of the rungs is what this enum is
    public int height() {
        return ordinal();
    }

    /** The rung of a device; {@code null} for a device nobody knows, which stands on none. */
    public static @Nullable OxygenRung of(OxygenSupport support) {
        return switch (support) {
            case OxygenSupport.RoomAir air -> ROOM_AIR;
            case OxygenSupport.NasalCannula cannula -> CANNULA;
            case OxygenSupport.BlowBy blowBy -> MASK;
            case OxygenSupport.Mask mask -> MASK;
            case OxygenSupport.HighFlowCannula cannula -> HIGH_FLOW;
            case OxygenSupport.Cpap cpap -> NON_INVASIVE;
            case OxygenSupport.Bipap bipap -> NON_INVASIVE;
            case OxygenSupport.Ventilator ventilator -> VENTILATOR;
            case OxygenSupport.Unrecognised unrecognised -> null;
        };
    }
}
