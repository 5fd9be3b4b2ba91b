package org.cytovigil.ui.bedside;

import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The rungs on which oxygen devices stand, the least support first. */
enum OxygenLadder {
    ROOM_AIR("bedside.oxygen.room-air"),
    CANNULA("bedside.oxygen.cannula"),
    MASK("bedside.oxygen.mask"),
    HIGH_FLOW("bedside.oxygen.hfnc"),
    NON_INVASIVE("bedside.oxygen.niv"),
    VENTILATOR("bedside.oxygen.vent");

    private final String key;

    OxygenLadder(String key) {
        this.key = key;
    }

    String label() {
        return Texts.of(key);
    }

    /** How many rungs above room air. */
    @SuppressWarnings("EnumOrdinal") // the order of the rungs is what this enum is
    int height() {
        return ordinal();
    }

    /** The rung of a device; {@code null} for a device nobody knows, which stands on none. */
    static @Nullable OxygenLadder of(OxygenSupport support) {
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

    /** The device in a word or two. */
    static String shortName(OxygenSupport support) {
        return switch (support) {
            case OxygenSupport.RoomAir air -> ROOM_AIR.label();
            case OxygenSupport.NasalCannula cannula -> CANNULA.label();
            case OxygenSupport.BlowBy blowBy -> Texts.of("bedside.oxygen.blow-by");
            case OxygenSupport.Mask mask -> mask.kind().device().replace('-', ' ');
            case OxygenSupport.HighFlowCannula cannula -> HIGH_FLOW.label();
            case OxygenSupport.Cpap cpap -> "CPAP";
            case OxygenSupport.Bipap bipap -> "BiPAP";
            case OxygenSupport.Ventilator ventilator -> VENTILATOR.label();
            case OxygenSupport.Unrecognised unrecognised -> unrecognised.name() + " ?";
        };
    }
}
