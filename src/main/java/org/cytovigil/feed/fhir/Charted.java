package org.cytovigil.feed.fhir;

import java.time.Instant;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.SameQuantity;

/** A fact of a stay, and when it was so. */
record Charted(StayId stay, Instant at, Observation observation) {
    /** Whether the two are of one quantity, so that one can be a correction of the other. */
    boolean sameQuantity(Charted other) {
        return stay.equals(other.stay) && SameQuantity.is(observation, other.observation);
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
}
