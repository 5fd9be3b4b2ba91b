package org.cytovigil.feed;

import org.cytovigil.clinical.Observation;

/** Tells which facts are of one quantity, so that one can be a correction of the other. */
public final class SameQuantity {
    private SameQuantity() {}

    /** Whether one fact can be a correction of the other. */
    public static boolean is(Observation one, Observation other) {
        if (one instanceof Observation.BloodPressure first
                && other instanceof Observation.BloodPressure second) {
            return first.source() == second.source();
        }
        if (one instanceof Observation.LaboratoryResult first
                && other instanceof Observation.LaboratoryResult second) {
            return first.analyte() == second.analyte();
        }
        if (one instanceof Observation.VasopressorCharted first
                && other instanceof Observation.VasopressorCharted second) {
            return first.infusion().drug() == second.infusion().drug();
        }
        if (one instanceof Observation.TreatmentGiven first
                && other instanceof Observation.TreatmentGiven second) {
            return first.treatment().ingredient().equals(second.treatment().ingredient());
        }
        if (one instanceof Observation.OrganToxicity first
                && other instanceof Observation.OrganToxicity second) {
            return first.organ() == second.organ();
        }
        return one.getClass() == other.getClass();
    }
}
