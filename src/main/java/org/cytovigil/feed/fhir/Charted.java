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

    /**
     * Whether the two are so alike that one may be a version of the other although nothing else
     * says so: a temperature of the same place, a drug that runs in both or is stopped in both.
     */
    boolean sameKind(Charted other) {
        if (!sameQuantity(other)) {
            return false;
        }
        if (observation instanceof Observation.BodyTemperature first
                && other.observation instanceof Observation.BodyTemperature second) {
            return first.site() == second.site();
        }
        if (observation instanceof Observation.VasopressorCharted first
                && other.observation instanceof Observation.VasopressorCharted second) {
            return first.infusion().running() == second.infusion().running();
        }
        if (observation instanceof Observation.Attributed first
                && other.observation instanceof Observation.Attributed second) {
            return first.scope() == second.scope();
        }
        if (observation instanceof Observation.GradeOverridden first
                && other.observation instanceof Observation.GradeOverridden second) {
            return first.scale().equals(second.scale());
        }
        return true;
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
