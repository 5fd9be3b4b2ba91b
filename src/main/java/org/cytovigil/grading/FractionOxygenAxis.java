package org.cytovigil.grading;

import java.util.Set;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;

/**
 * The oxygen axis of the scales that go by the inspired fraction: 2 above room air and below 40 %,
 * 3 from 40 %.
 *
 * @param positivePressure what the scale says of CPAP and BiPAP
 */
record FractionOxygenAxis(Finding positivePressure) {
    /** The border between grades 2 and 3; exactly 40 % is 3 (criteria section 1.7). */
    private static final OxygenFraction HIGH = OxygenFraction.of(0.40);

    private static final Finding NOT_ABOVE_ROOM_AIR =
            Finding.of(Axis.OXYGEN, 0, "oxygen device at the fraction of room air");
    private static final Finding BELOW_40 =
            Finding.of(Axis.OXYGEN, 2, "oxygen requirement below 40 %");
    private static final Finding FROM_40 =
            Finding.of(Axis.OXYGEN, 3, "oxygen requirement of 40 % or more");
    private static final Finding VENTILATOR = Finding.of(Axis.OXYGEN, 4, "invasive ventilation");
    private static final Finding FLOW_UNKNOWN =
            Finding.open(
                    Axis.OXYGEN, 2, 3, "nasal cannula of unknown flow", MissingFact.CANNULA_FLOW);
    private static final Finding FRACTION_UNKNOWN =
            Finding.open(Axis.OXYGEN, 2, 3, "oxygen of unknown FiO2", MissingFact.INSPIRED_OXYGEN);
    private static final Finding UNTREATED_HYPOXIA =
            Finding.open(
                    Axis.OXYGEN,
                    2,
                    4,
                    "SpO2 below 90 % on room air, not yet treated",
                    MissingFact.ANSWER_TO_HYPOXIA);

    /** Looks at the device in use; adds the note when an estimate decided. */
    Finding assess(ClinicalPicture picture, Set<Note> notes) {
        Finding known = CommonFindings.oxygenBeforeDevice(picture, UNTREATED_HYPOXIA);
        if (known != null) {
            return known;
        }
        OxygenSupport support = CommonFindings.device(picture);
        if (support == null) {
            return CommonFindings.OXYGEN_UNKNOWN;
        }
        return switch (support) {
            case OxygenSupport.Ventilator ventilator -> VENTILATOR;
            case OxygenSupport.Cpap cpap -> positivePressure;
            case OxygenSupport.Bipap bipap -> positivePressure;
            case OxygenSupport.RoomAir air -> CommonFindings.ROOM_AIR;
            case OxygenSupport.Unrecognised unrecognised -> CommonFindings.OXYGEN_UNKNOWN;
            case OxygenSupport.NasalCannula cannula ->
                    byFraction(picture, cannula, FLOW_UNKNOWN, notes);
            case OxygenSupport.HighFlowCannula cannula ->
                    byFraction(picture, cannula, FRACTION_UNKNOWN, notes);
            case OxygenSupport.BlowBy blowBy ->
                    byFraction(picture, blowBy, FRACTION_UNKNOWN, notes);
            case OxygenSupport.Mask mask -> byFraction(picture, mask, FRACTION_UNKNOWN, notes);
        };
    }

    private static Finding byFraction(
            ClinicalPicture picture, OxygenSupport support, Finding unknown, Set<Note> notes) {
        InspiredOxygen inspired = InspiredOxygen.of(support);
        OxygenFraction fraction = inspired.fraction();
        if (fraction == null) {
            return unknown;
        }
        if (inspired.estimated()) {
            notes.add(Note.FIO2_ESTIMATED);
        }
        // The estimate of a cannula below 0.25 L/min is arithmetic; oxygen that flows is above room
        // air.
        if (!inspired.estimated() && fraction.compareTo(OxygenFraction.ROOM_AIR) <= 0) {
            return CommonFindings.hypoxic(picture) ? UNTREATED_HYPOXIA : NOT_ABOVE_ROOM_AIR;
        }
        return fraction.compareTo(HIGH) < 0 ? BELOW_40 : FROM_40;
    }
}
