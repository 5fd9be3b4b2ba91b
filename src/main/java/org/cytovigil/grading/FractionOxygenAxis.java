package org.cytovigil.grading;

import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;

/**
 * The oxygen axis of the scales that go by the inspired fraction: 2 above room air and below 40 %,
 * 3 from 40 %.
 */
final class FractionOxygenAxis {
    private static final String LEE = "Lee 2014, CTCAE 5.0, CARTOX, Sabbah's review";

    private static final Finding VENTILATOR =
            Finding.of(Axis.OXYGEN, 4, "invasive ventilation", LEE);
    private static final Finding POSITIVE_PRESSURE_3 =
            Finding.of(
                    Axis.OXYGEN,
                    3,
                    "CPAP or BiPAP (site setting)",
                    Finding.POLICY_4,
                    Settings.POSITIVE_PRESSURE_GRADE);
    private static final Finding POSITIVE_PRESSURE_4 =
            Finding.of(
                    Axis.OXYGEN,
                    4,
                    "CPAP or BiPAP (site setting)",
                    Finding.POLICY_4,
                    Settings.POSITIVE_PRESSURE_GRADE);
    private static final Finding FROM_40 =
            Finding.of(
                    Axis.OXYGEN,
                    3,
                    "oxygen requirement of 40 % or more",
                    LEE,
                    Settings.HIGH_FRACTION);
    private static final Finding BELOW_40 =
            Finding.of(
                    Axis.OXYGEN, 2, "oxygen requirement below 40 %", LEE, Settings.HIGH_FRACTION);
    private static final Finding FLOW_UNKNOWN =
            Finding.open(
                    Axis.OXYGEN,
                    2,
                    3,
                    "nasal cannula of unknown flow",
                    MissingFact.CANNULA_FLOW,
                    Finding.POLICY_3);
    private static final Finding FRACTION_UNKNOWN =
            Finding.open(
                    Axis.OXYGEN,
                    2,
                    3,
                    "oxygen of unknown FiO2",
                    MissingFact.INSPIRED_OXYGEN,
                    Finding.POLICY_3);
    private static final Finding UNTREATED_HYPOXIA =
            Finding.open(
                    Axis.OXYGEN,
                    2,
                    4,
                    "low SpO2 on room air, not yet treated",
                    MissingFact.ANSWER_TO_HYPOXIA,
                    Finding.POLICY_3,
                    Settings.HYPOXIA_BELOW);
    private static final Finding NOT_ABOVE_ROOM_AIR =
            Finding.of(
                    Axis.OXYGEN, 0, "oxygen device at the fraction of room air", Finding.POLICY_4);

    private FractionOxygenAxis() {}

    /** What Lee 2014, CARTOX and Review say of CPAP and BiPAP at this site. */
    static Finding positivePressure(SitePolicy policy) {
        return policy.get(Settings.POSITIVE_PRESSURE_GRADE) == 3
                ? POSITIVE_PRESSURE_3
                : POSITIVE_PRESSURE_4;
    }

    /**
     * @param positivePressure what the scale says of CPAP and BiPAP
     */
    static List<Finding> table(Finding positivePressure) {
        return List.of(
                VENTILATOR,
                positivePressure,
                FROM_40,
                BELOW_40,
                FRACTION_UNKNOWN,
                FLOW_UNKNOWN,
                UNTREATED_HYPOXIA,
                CommonFindings.OXYGEN_UNKNOWN,
                NOT_ABOVE_ROOM_AIR,
                CommonFindings.ROOM_AIR,
                CommonFindings.HOME_OXYGEN,
                CommonFindings.OTHER_CAUSE_OXYGEN);
    }

    /**
     * Looks at the device in use.
     *
     * @param positivePressure what the scale says of CPAP and BiPAP
     */
    static Finding assess(ClinicalPicture picture, SitePolicy policy, Finding positivePressure) {
        Finding known = CommonFindings.oxygenBeforeDevice(picture, policy, UNTREATED_HYPOXIA);
        if (known != null) {
            return known;
        }
        return switch (CommonFindings.device(picture)) {
            case null -> CommonFindings.OXYGEN_UNKNOWN;
            case OxygenSupport.Ventilator ventilator -> VENTILATOR;
            case OxygenSupport.Cpap cpap -> positivePressure;
            case OxygenSupport.Bipap bipap -> positivePressure;
            case OxygenSupport.RoomAir air -> CommonFindings.ROOM_AIR;
            case OxygenSupport.Unrecognised unrecognised -> CommonFindings.OXYGEN_UNKNOWN;
            case OxygenSupport.NasalCannula cannula ->
                    byFraction(picture, policy, cannula, FLOW_UNKNOWN);
            case OxygenSupport.HighFlowCannula cannula ->
                    byFraction(picture, policy, cannula, FRACTION_UNKNOWN);
            case OxygenSupport.BlowBy blowBy ->
                    byFraction(picture, policy, blowBy, FRACTION_UNKNOWN);
            case OxygenSupport.Mask mask -> byFraction(picture, policy, mask, FRACTION_UNKNOWN);
        };
    }

    /** The notes of a scale that goes by the fraction: those of all scales, and an estimate. */
    static Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        Set<Note> notes = CommonFindings.notes(picture, policy);
        if (!picture.died() && estimates(picture, policy)) {
            notes.add(Note.FIO2_ESTIMATED);
        }
        return notes;
    }

    /** Whether the axis goes by an estimate of the fraction. */
    static boolean estimates(ClinicalPicture picture, SitePolicy policy) {
        OxygenSupport support = CommonFindings.device(picture);
        return support != null
                && CommonFindings.oxygenBeforeDevice(picture, policy, UNTREATED_HYPOXIA) == null
                && InspiredOxygen.of(support, policy).estimated();
    }

    private static Finding byFraction(
            ClinicalPicture picture, SitePolicy policy, OxygenSupport support, Finding unknown) {
        OxygenFraction set = support.fio2();
        OxygenFraction fraction = set == null ? InspiredOxygen.of(support, policy).fraction() : set;
        if (fraction == null) {
            return unknown;
        }
        // The estimate of a cannula below 0.25 L/min is arithmetic; oxygen that flows is above room
        // air.
        if (set != null && fraction.compareTo(OxygenFraction.ROOM_AIR) <= 0) {
            return CommonFindings.hypoxic(picture, policy) ? UNTREATED_HYPOXIA : NOT_ABOVE_ROOM_AIR;
        }
        return fraction.compareTo(policy.get(Settings.HIGH_FRACTION)) < 0 ? BELOW_40 : FROM_40;
    }
}
