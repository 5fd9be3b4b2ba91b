package org.cytovigil.ui.admission;

import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** What patients use at home. */
public enum HomeOxygen {
    NONE,
    CANNULA,
    CPAP,
    BIPAP,
    /** Something else that a sender told; it stays as it is. */
    OTHER;

    static HomeOxygen of(@Nullable OxygenSupport support) {
        return switch (support) {
            case null -> NONE;
            case OxygenSupport.RoomAir air -> NONE;
            case OxygenSupport.NasalCannula cannula -> CANNULA;
            case OxygenSupport.Cpap cpap -> CPAP;
            case OxygenSupport.Bipap bipap -> BIPAP;
            case OxygenSupport.HighFlowCannula other -> OTHER;
            case OxygenSupport.BlowBy other -> OTHER;
            case OxygenSupport.Mask other -> OTHER;
            case OxygenSupport.Ventilator other -> OTHER;
            case OxygenSupport.Unrecognised other -> OTHER;
        };
    }

    /**
     * The device.
     *
     * @param before what was known; it keeps its settings when the device is the same
     * @param flow litres a minute of a cannula, or {@code null} when not known
     */
    @Nullable OxygenSupport support(@Nullable OxygenSupport before, @Nullable OxygenFlow flow) {
        boolean same = of(before) == this;
        return switch (this) {
            case NONE -> null;
            case CANNULA ->
                    new OxygenSupport.NasalCannula(
                            flow, same && before != null ? before.fio2() : null);
            case CPAP -> same ? before : new OxygenSupport.Cpap(null);
            case BIPAP -> same ? before : new OxygenSupport.Bipap(null);
            case OTHER -> before;
        };
    }

    @Override
    public String toString() {
        return Texts.of("admission.oxygen." + name());
    }
}
