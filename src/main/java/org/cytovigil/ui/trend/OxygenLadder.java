package org.cytovigil.ui.trend;

import org.cytovigil.clinical.OxygenRung;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The rungs of {@link OxygenRung} with their labels. */
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
        OxygenRung rung = OxygenRung.of(support);
        return rung == null
                ? null
                : switch (rung) {
                    case ROOM_AIR -> ROOM_AIR;
                    case CANNULA -> CANNULA;
                    case MASK -> MASK;
                    case HIGH_FLOW -> HIGH_FLOW;
                    case NON_INVASIVE -> NON_INVASIVE;
                    case VENTILATOR -> VENTILATOR;
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
