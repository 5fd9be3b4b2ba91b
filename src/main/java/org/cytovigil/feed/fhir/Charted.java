package org.cytovigil.feed.fhir;

import java.time.Instant;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;

/** A fact of a stay, and when it was so. */
record Charted(StayId stay, Instant at, Observation observation) {
    /** Whether the two are of one quantity, so that one can be a correction of the other. */
    boolean sameQuantity(Charted other) {
        return stay.equals(other.stay) && sameQuantity(observation, other.observation);
    }

    private static boolean sameQuantity(Observation one, Observation other) {
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
