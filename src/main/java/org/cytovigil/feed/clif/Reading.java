package org.cytovigil.feed.clif;

import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;

/** What one row of interest says, before it is put beside the other rows of its stay. */
sealed interface Reading {
    /**
     * A fact that stands by itself.
     *
     * @param remark which field of the row was not taken and why, or {@code null}
     */
    record Fact(Observation observation, @Nullable String remark) implements Reading {}

    /** One part of a blood pressure; rows of one time and source make one reading. */
    record PressurePart(Part part, Pressure value, PressureSource source) implements Reading {}

    /**
     * A running drug.
     *
     * @param order the order it belongs to; empty when the file names none
     * @param remark which field of the row was not taken and why, or {@code null}
     */
    record Running(VasopressorInfusion infusion, String order, @Nullable String remark)
            implements Reading {}

    /** No fact, with the reason. */
    record Refused(String reason) implements Reading {}

    /** The parts of a blood pressure. */
    enum Part {
        SYSTOLIC,
        DIASTOLIC,
        MEAN
    }
}
