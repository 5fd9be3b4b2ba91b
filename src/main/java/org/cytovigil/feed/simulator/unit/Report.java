package org.cytovigil.feed.simulator.unit;

import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.jspecify.annotations.Nullable;

/** What one source says of one patient at one moment: one message. */
public sealed interface Report {
    /** Of whom. */
    Guest guest();

    /** When it was so. */
    Instant at();

    /** Where the patient lies then. */
    Place place();

    /** The patient is admitted (A01). */
    record Admitted(Guest guest, Instant at, Place place) implements Report {}

    /** The patient is in that place from now on (A02). */
    record Moved(Guest guest, Instant at, Place place) implements Report {}

    /** The stay ends (A03). */
    record Discharged(Guest guest, Instant at, Place place) implements Report {}

    /** The cells of the patient's product are infused. */
    record Infused(Guest guest, Instant at, Place place) implements Report {}

    /**
     * Facts.
     *
     * @param source who says so
     * @param status whether they are new, or amend what was sent for that time
     * @param facts of that moment
     * @param pump what gives the vasopressor among them; {@code null} for those of no pump
     */
    record Results(
            Guest guest,
            Instant at,
            Place place,
            Source source,
            Status status,
            List<Observation> facts,
            @Nullable Pump pump)
            implements Report {
        public Results {
            facts = List.copyOf(facts);
        }

        /** The same about other facts. */
        Results of(List<? extends Observation> others) {
            return new Results(guest, at, place, source, status, List.copyOf(others), pump);
        }

        /** The same facts by another clock. */
        Results timed(Instant other) {
            return new Results(guest, other, place, source, status, facts, pump);
        }

        /** The same facts in another status. */
        Results in(Status other) {
            return new Results(guest, at, place, source, other, facts, pump);
        }

        /** The same of another pump. */
        Results by(Pump other) {
            return new Results(guest, at, place, source, status, facts, other);
        }
    }

    /** Who says something of a patient. */
    enum Source {
        CHART,
        LABORATORY,
        MONITOR,
        PUMP
    }

    /** OBX-11. */
    enum Status {
        FINAL("F"),
        CORRECTED("C"),
        DELETED("D");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * An infusion pump.
     *
     * @param number of those at the bed, from 1
     * @param microgramsPerMillilitre what is in its syringe; {@code null} when it was not told
     * @param millilitresPerHour how fast it runs; 0 when it is stopped
     */
    record Pump(int number, @Nullable Double microgramsPerMillilitre, double millilitresPerHour) {}
}
