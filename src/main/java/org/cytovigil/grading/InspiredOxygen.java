package org.cytovigil.grading;

import java.util.List;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fraction of inspired oxygen that a device gives: as set, else estimated where an estimate is
 * agreed (Clinical basis section 4, Lee 2014).
 *
 * @param fraction the fraction, or {@code null} when it is neither set nor can be estimated
 * @param estimated whether it is an estimate, to be labelled as one
 */
public record InspiredOxygen(@Nullable OxygenFraction fraction, boolean estimated) {
    private static final InspiredOxygen UNKNOWN = new InspiredOxygen(null, false);

    private static final double PURE = 10_000;

    /** The settings that estimate the fraction of a cannula. */
    static final List<Setting<?>> CANNULA =
            List.of(
                    Settings.CANNULA_BASE,
                    Settings.CANNULA_PER_LITRE,
                    Settings.CANNULA_ABOVE_LOW_FLOW);

    /** The settings that estimate the fraction of a simple mask. */
    static final List<Setting<?>> SIMPLE_MASK =
            List.of(
                    Settings.SIMPLE_MASK_AT_5,
                    Settings.SIMPLE_MASK_AT_6,
                    Settings.SIMPLE_MASK_AT_7);

    /** What the device gives; the fraction of an unset CPAP, BiPAP or ventilator is not known. */
    public static InspiredOxygen of(OxygenSupport support, SitePolicy policy) {
        OxygenFraction set = support.fio2();
        if (set != null) {
            return new InspiredOxygen(set, false);
        }
        OxygenFlow flow = support.flow();
        return switch (support) {
            case OxygenSupport.RoomAir air -> new InspiredOxygen(OxygenFraction.ROOM_AIR, false);
            case OxygenSupport.NasalCannula cannula when flow != null ->
                    estimate(cannula(flow.litresPerMinute(), policy));
            case OxygenSupport.Mask mask ->
                    switch (mask.kind()) {
                        case NON_REBREATHER ->
                                new InspiredOxygen(policy.get(Settings.NON_REBREATHER), true);
                        case SIMPLE ->
                                flow == null
                                        ? UNKNOWN
                                        : estimate(simpleMask(flow.litresPerMinute(), policy));
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

    private static InspiredOxygen estimate(double tenThousandths) {
        return new InspiredOxygen(
                new OxygenFraction((int) Math.round(Math.min(PURE, tenThousandths))), true);
    }

    private static double cannula(double litres, SitePolicy policy) {
        double byRule =
                policy.get(Settings.CANNULA_BASE).tenThousandths()
                        + policy.get(Settings.CANNULA_PER_LITRE).tenThousandths() * litres;
        return litres > policy.get(Settings.LOW_FLOW).litresPerMinute()
                ? Math.max(byRule, policy.get(Settings.CANNULA_ABOVE_LOW_FLOW).tenThousandths())
                : byRule;
    }

    /** Simple mask: the settings at 5, 6 and 7 L/min, straight lines between. */
    private static double simpleMask(double litres, SitePolicy policy) {
        double at5 = policy.get(Settings.SIMPLE_MASK_AT_5).tenThousandths();
        double at6 = policy.get(Settings.SIMPLE_MASK_AT_6).tenThousandths();
        double at7 = policy.get(Settings.SIMPLE_MASK_AT_7).tenThousandths();
        if (litres <= 6) {
            return at5 + (at6 - at5) * Math.max(0, litres - 5);
        }
        return at6 + (at7 - at6) * Math.min(1, litres - 6);
    }
}
