package org.cytovigil.clinical;

import org.jspecify.annotations.Nullable;

/**
 * How a patient gets oxygen, by device. A charted device replaces the earlier one whole; {@link
 * #adjusted} is for rows that chart new settings of the device in use.
 */
public sealed interface OxygenSupport {
    /** The flow, or {@code null} when not charted or not a setting of the device. */
    @Nullable OxygenFlow flow();

    /** The set fraction of inspired oxygen, or {@code null} when not charted. */
    @Nullable OxygenFraction fio2();

    /** The device's name in case files and the ledger. */
    String device();

    /** The same device with new settings; a setting given as {@code null} stays as it was. */
    OxygenSupport adjusted(@Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2);

    /** No device. */
    record RoomAir() implements OxygenSupport {
        @Override
        public @Nullable OxygenFlow flow() {
            return null;
        }

        @Override
        public @Nullable OxygenFraction fio2() {
            return null;
        }

        @Override
        public String device() {
            return "room-air";
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return this;
        }
    }

    /** Low-flow nasal cannula (which may be run above 6 L/min). */
    record NasalCannula(@Nullable OxygenFlow flow, @Nullable OxygenFraction fio2)
            implements OxygenSupport {
        @Override
        public String device() {
            return "nasal-cannula";
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return new NasalCannula(
                    newFlow == null ? flow : newFlow, newFio2 == null ? fio2 : newFio2);
        }
    }

    /** Heated, humidified high-flow nasal cannula. */
    record HighFlowCannula(@Nullable OxygenFlow flow, @Nullable OxygenFraction fio2)
            implements OxygenSupport {
        @Override
        public String device() {
            return "hfnc";
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return new HighFlowCannula(
                    newFlow == null ? flow : newFlow, newFio2 == null ? fio2 : newFio2);
        }
    }

    /** Oxygen blown past the face, as for small children. */
    record BlowBy(@Nullable OxygenFlow flow, @Nullable OxygenFraction fio2)
            implements OxygenSupport {
        @Override
        public String device() {
            return "blow-by";
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return new BlowBy(newFlow == null ? flow : newFlow, newFio2 == null ? fio2 : newFio2);
        }
    }

    /** A face mask, or a device that the scales treat as one. */
    record Mask(MaskKind kind, @Nullable OxygenFlow flow, @Nullable OxygenFraction fio2)
            implements OxygenSupport {
        @Override
        public String device() {
            return kind.device;
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return new Mask(
                    kind, newFlow == null ? flow : newFlow, newFio2 == null ? fio2 : newFio2);
        }
    }

    /** The masks told apart. */
    enum MaskKind {
        SIMPLE("simple-mask"),
        FACE_TENT("face-tent"),
        TRACHEOSTOMY_COLLAR("tracheostomy-collar"),
        T_PIECE("t-piece"),
        VENTURI("venturi"),
        PARTIAL_REBREATHER("partial-rebreather"),
        NON_REBREATHER("non-rebreather");

        private final String device;

        MaskKind(String device) {
            this.device = device;
        }

        /** The name in case files and the ledger. */
        public String device() {
            return device;
        }
    }

    /** Continuous positive airway pressure by mask. */
    record Cpap(@Nullable OxygenFraction fio2) implements OxygenSupport {
        @Override
        public @Nullable OxygenFlow flow() {
            return null;
        }

        @Override
        public String device() {
            return "cpap";
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return new Cpap(newFio2 == null ? fio2 : newFio2);
        }
    }

    /** Bilevel positive airway pressure, or any other non-invasive ventilation. */
    record Bipap(@Nullable OxygenFraction fio2) implements OxygenSupport {
        @Override
        public @Nullable OxygenFlow flow() {
            return null;
        }

        @Override
        public String device() {
            return "bipap";
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return new Bipap(newFio2 == null ? fio2 : newFio2);
        }
    }

    /** Invasive mechanical ventilation. */
    record Ventilator(@Nullable OxygenFraction fio2) implements OxygenSupport {
        @Override
        public @Nullable OxygenFlow flow() {
            return null;
        }

        @Override
        public String device() {
            return "mechanical-ventilation";
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return new Ventilator(newFio2 == null ? fio2 : newFio2);
        }
    }

    /**
     * A device was charted that no scale knows. It ends the device before it: keeping that one
     * would be a guess.
     *
     * @param name what was charted
     */
    record Unrecognised(String name, @Nullable OxygenFlow flow, @Nullable OxygenFraction fio2)
            implements OxygenSupport {
        @Override
        public String device() {
            return "unrecognised";
        }

        @Override
        public OxygenSupport adjusted(
                @Nullable OxygenFlow newFlow, @Nullable OxygenFraction newFio2) {
            return new Unrecognised(
                    name, newFlow == null ? flow : newFlow, newFio2 == null ? fio2 : newFio2);
        }
    }
}
