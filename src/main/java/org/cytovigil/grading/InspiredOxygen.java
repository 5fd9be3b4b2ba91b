package org.cytovigil.grading;

import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fraction of inspired oxygen that a device gives: as set, else estimated where an estimate is
 * agreed (policy section 4, Lee 2014).
 *
 * @param fraction the fraction, or {@code null} when it is neither set nor can be estimated
 * @param estimated whether it is an estimate, to be labelled as one
 */
record InspiredOxygen(@Nullable OxygenFraction fraction, boolean estimated) {
    private static final InspiredOxygen UNKNOWN = new InspiredOxygen(null, false);

    /** Cannula: 0.20 plus 0.04 for each litre a minute, in ten-thousandths. */
    private static final int CANNULA_BASE = 2_000;

    private static final double CANNULA_PER_LITRE = 400;
    private static final double CANNULA_LOW_FLOW = 6;
    private static final int CANNULA_ABOVE_LOW_FLOW = 4_400;

    private static final int NON_REBREATHER = 6_000;

    static InspiredOxygen of(OxygenSupport support) {
        OxygenFraction set = support.fio2();
        if (set != null) {
            return new InspiredOxygen(set, false);
        }
        OxygenFlow flow = support.flow();
        return switch (support) {
            case OxygenSupport.RoomAir air -> new InspiredOxygen(OxygenFraction.ROOM_AIR, false);
            case OxygenSupport.NasalCannula cannula when flow != null ->
                    estimate(cannula(flow.litresPerMinute()));
            case OxygenSupport.Mask mask ->
                    switch (mask.kind()) {
                        case NON_REBREATHER -> estimate(NON_REBREATHER);
                        case SIMPLE ->
                                flow == null
                                        ? UNKNOWN
                                        : estimate(simpleMask(flow.litresPerMinute()));
                        case FACE_TENT, TRACHEOSTOMY_COLLAR, T_PIECE, VENTURI, PARTIAL_REBREATHER ->
                                UNKNOWN;
                    };
            case OxygenSupport.NasalCannula cannula -> UNKNOWN;
            case OxygenSupport.HighFlowCannula cannula -> UNKNOWN;
            case OxygenSupport.BlowBy blowBy -> UNKNOWN;
            case OxygenSupport.Cpap cpap -> UNKNOWN;
            case OxygenSupport.Bipap bipap -> UNKNOWN;
            case OxygenSupport.Ventilator ventilator -> UNKNOWN;
            case OxygenSupport.Unrecognised unrecognised -> UNKNOWN;
        };
    }

    private static InspiredOxygen estimate(int tenThousandths) {
        return new InspiredOxygen(new OxygenFraction(tenThousandths), true);
    }

    private static int cannula(double litres) {
        int byRule = CANNULA_BASE + (int) Math.round(CANNULA_PER_LITRE * litres);
        return Math.min(
                10_000,
                litres > CANNULA_LOW_FLOW ? Math.max(byRule, CANNULA_ABOVE_LOW_FLOW) : byRule);
    }

    /**
     * Simple mask: 0.35 at 5 L/min and below, 0.40 at 6, 0.50 at 7 and above, straight lines
     * between.
     */
    private static int simpleMask(double litres) {
        if (litres <= 5) {
            return 3_500;
        }
        if (litres <= 6) {
            return (int) Math.round(3_500 + 500 * (litres - 5));
        }
        return (int) Math.round(Math.min(5_000, 4_000 + 1_000 * (litres - 6)));
    }
}
