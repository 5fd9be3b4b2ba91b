package org.cytovigil.feed.mapping;

import java.util.Optional;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenDevices;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Vasopressor;
import org.jspecify.annotations.Nullable;

/** What came of a code, its unit and its value. */
public sealed interface Mapped {
    /** A fact by itself. */
    record Fact(Observation observation) implements Mapped {}

    /** A part of a blood pressure, to be joined with the others of the same measurement. */
    record PressureValue(
            Target.PressurePart part,
            PressureSource source,
            org.cytovigil.clinical.Pressure pressure)
            implements Mapped {}

    /** The flow of an oxygen device. */
    record Flow(org.cytovigil.clinical.OxygenFlow flow) implements Mapped {}

    /** The fraction of inspired oxygen. */
    record Fraction(org.cytovigil.clinical.OxygenFraction fraction) implements Mapped {}

    /**
     * An oxygen device.
     *
     * @param text as charted
     * @param device its name in the ledger, or {@code null} when the table does not have the text
     */
    record Device(String text, @Nullable String device) implements Mapped {
        /** The device with its settings; an unrecognised one when the table does not have it. */
        public OxygenSupport support(
                org.cytovigil.clinical.@Nullable OxygenFlow flow,
                org.cytovigil.clinical.@Nullable OxygenFraction fraction) {
            Optional<OxygenSupport> known =
                    device == null
                            ? Optional.empty()
                            : OxygenDevices.charted(device, flow, fraction);
            return known.orElseGet(() -> new OxygenSupport.Unrecognised(text, flow, fraction));
        }

        /**
         * What somebody should look at, of the device with its settings.
         *
         * @param support what {@link #support} made of it
         * @return empty when all is well
         */
        public Optional<String> fault(OxygenSupport support) {
            if (device == null) {
                return Optional.of("the oxygen device '%s' is not in the table".formatted(text));
            }
            return support instanceof OxygenSupport.Unrecognised
                    ? Optional.of("room air with a flow or FiO2 of oxygen: the device is not known")
                    : Optional.empty();
        }
    }

    /** Where the temperature beside it was taken. */
    record Site(TemperatureSite site) implements Mapped {}

    /** What a pump gives, as the pump counts it. */
    record Dose(DoseRate rate) implements Mapped {}

    /** How fast a pump runs. */
    record PumpFlow(double millilitresPerHour) implements Mapped {}

    /**
     * What is in the syringe or bag.
     *
     * @param perMillilitre micrograms, or units, in a millilitre
     * @param quantity which of the two
     */
    record Concentration(double perMillilitre, DoseUnit.Quantity quantity) implements Mapped {}

    /**
     * The drug in a pump.
     *
     * @param drug which one, or {@code null} for one of no interest
     */
    record Drug(@Nullable Vasopressor drug) implements Mapped {}

    /**
     * Whether a pump runs.
     *
     * @param running whether anything flows
     * @param keepsVeinOpen whether that is a trickle that keeps the vein open (KVO), and no more
     *     what was programmed
     */
    record Running(boolean running, boolean keepsVeinOpen) implements Mapped {}

    /** Cells were infused. */
    record CellsInfused(String product) implements Mapped {}

    /** Known, and of no use for grading. */
    record NotOfInterest() implements Mapped {}

    /**
     * It cannot be used; nothing was guessed.
     *
     * @param reason in words
     */
    record Refused(String reason) implements Mapped {}
}
