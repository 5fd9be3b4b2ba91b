package org.cytovigil.feed.mapping;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/**
 * What a pump says of one drug. A drug that runs must not vanish because its dose cannot be told:
 * it is then charted as running at an unknown dose.
 *
 * @param own what stands beside the drug
 * @param common what holds for the pump as a whole
 */
public record PumpReading(List<Mapped> own, List<Mapped> common) {
    /** What an unknown word for the state is called in its refusal. */
    static final String STATE = "state of a pump";

    /** Pumps round what they show; a dose and a flow further apart are not of one infusion. */
    private static final double ROUNDING = 0.1;

    /** What came of a channel. */
    public sealed interface Outcome {
        /**
         * The drug runs or was stopped.
         *
         * @param remark what could not be used, or {@code null}
         */
        record Charted(VasopressorInfusion infusion, @Nullable String remark) implements Outcome {}

        /**
         * Its drug is of no interest.
         *
         * @param running whether the pump gives it
         */
        record OtherDrug(boolean running) implements Outcome {}

        /** It cannot be told what the pump does. */
        record Refused(String reason) implements Outcome {}
    }

    /** What the pump does with its drug. */
    public Outcome read() {
        Optional<Mapped.Drug> drug = of(own, Mapped.Drug.class);
        if (drug.isEmpty()) {
            return new Outcome.Refused(fault(own).orElse("the pump names no drug"));
        }
        Vasopressor known = drug.get().drug();
        return known == null ? new Outcome.OtherDrug(otherRuns()) : read(known);
    }

    private boolean otherRuns() {
        Optional<Boolean> runs =
                of(own, Mapped.Running.class)
                        .or(() -> of(common, Mapped.Running.class))
                        .map(Mapped.Running::running);
        double dose = of(own, Mapped.Dose.class).map(one -> one.rate().amount()).orElse(0.0);
        boolean flows = dose > 0 || flow().orElse(0.0) > 0;
        boolean told = flow().isPresent() || of(own, Mapped.Dose.class).isPresent();
        return runs.orElse(flows) && (flows || !told);
    }

    private Outcome read(Vasopressor drug) {
        Optional<Mapped.Running> state =
                of(own, Mapped.Running.class).or(() -> of(common, Mapped.Running.class));
        Optional<Boolean> runs = state.map(Mapped.Running::running);
        Optional<Double> dose = of(own, Mapped.Dose.class).map(one -> one.rate().amount());
        Optional<Double> flow = flow();
        if (runs.isPresent() && !runs.get()) {
            return charted(VasopressorInfusion.stopped(drug));
        }
        boolean nothingFlows =
                (dose.isPresent() || flow.isPresent())
                        && dose.orElse(0.0) == 0
                        && flow.orElse(0.0) == 0;
        Optional<String> stateFault = runs.isPresent() ? Optional.empty() : stateFault();
        if (nothingFlows) {
            return new Outcome.Charted(VasopressorInfusion.stopped(drug), stateFault.orElse(null));
        }
        if (dose.isEmpty() && flow.isEmpty() && runs.isEmpty()) {
            return new Outcome.Refused(
                    fault(own)
                            .or(() -> stateFault)
                            .orElse("the pump says neither that it runs nor that it was stopped"));
        }
        if (stateFault.isPresent()) {
            // The dose that is programmed may be given or not.
            return unknown(drug, stateFault.get());
        }
        return state.filter(Mapped.Running::keepsVeinOpen).isPresent()
                ? trickle(drug)
                : dosed(drug);
    }

    /**
     * The infusion is complete and a little goes on to keep the vein open: what was programmed is
     * given no more. Only a flow below what was programmed is what flows now.
     */
    private Outcome trickle(Vasopressor drug) {
        DoubleSummaryStatistics flows =
                Stream.concat(own.stream(), common.stream())
                        .filter(Mapped.PumpFlow.class::isInstance)
                        .mapToDouble(one -> ((Mapped.PumpFlow) one).millilitresPerHour())
                        .summaryStatistics();
        Optional<DoseRate> flowing =
                flows.getCount() == 0 ? Optional.empty() : pumped(flows.getMin());
        boolean below =
                flows.getMin() < (1 - ROUNDING) * flows.getMax()
                        || flowing.filter(this::isBelowStated).isPresent();
        if (!below || flowing.isEmpty()) {
            return unknown(drug, "the pump keeps the vein open (KVO), and does not tell at what");
        }
        return flowing.get().unit().quantity() == drug.quantity()
                ? charted(new VasopressorInfusion(drug, flowing.get(), Salt.UNSTATED))
                : unknown(
                        drug,
                        "%s is no unit of %s".formatted(flowing.get().unit().ucum(), drug.id()));
    }

    private boolean isBelowStated(DoseRate flowing) {
        Optional<DoseRate> stated = of(own, Mapped.Dose.class).map(Mapped.Dose::rate);
        Optional<Weight> weight = weight();
        if (stated.isEmpty()
                || stated.get().unit().quantity() != flowing.unit().quantity()
                || (stated.get().unit().perKilogram() && weight.isEmpty())) {
            return false;
        }
        Weight used = weight.orElse(new Weight(1));
        return flowing.perMinute(used) < (1 - ROUNDING) * stated.get().perMinute(used);
    }

    private Outcome dosed(Vasopressor drug) {
        Optional<DoseRate> stated = of(own, Mapped.Dose.class).map(Mapped.Dose::rate);
        Optional<DoseRate> pumped = pumped();
        Optional<String> fault = fault(own);
        Optional<String> contradiction =
                stated.filter(rate -> rate.amount() == 0).isPresent()
                        ? Optional.of("its dose is 0 while it pumps")
                        : contradiction(stated, pumped);
        if (stated.isEmpty() && pumped.isEmpty()) {
            return unknown(drug, fault.orElse("no dose and no concentration are known"));
        }
        DoseRate dose = stated.or(() -> pumped).orElseThrow();
        Optional<String> weightFault = dose.unit().perKilogram() ? weightFault() : Optional.empty();
        if (weightFault.isPresent()) {
            return unknown(drug, weightFault.get());
        }
        if (contradiction.isPresent()) {
            return unknown(drug, contradiction.get());
        }
        if (dose.unit().quantity() != drug.quantity()) {
            return unknown(drug, "%s is no unit of %s".formatted(dose.unit().ucum(), drug.id()));
        }
        VasopressorInfusion infusion = new VasopressorInfusion(drug, dose, Salt.UNSTATED);
        return new Outcome.Charted(infusion, fault.orElse(null));
    }

    private static Outcome charted(VasopressorInfusion infusion) {
        return new Outcome.Charted(infusion, null);
    }

    private static Outcome unknown(Vasopressor drug, String reason) {
        return new Outcome.Charted(
                new VasopressorInfusion(drug, null, Salt.UNSTATED),
                "%s: the drug is charted as running at an unknown dose".formatted(reason));
    }

    private Optional<Double> flow() {
        return of(own, Mapped.PumpFlow.class)
                .or(() -> of(common, Mapped.PumpFlow.class))
                .map(Mapped.PumpFlow::millilitresPerHour);
    }

    private Optional<DoseRate> pumped() {
        return flow().flatMap(this::pumped);
    }

    /** Rate times concentration. */
    private Optional<DoseRate> pumped(double flow) {
        return of(own, Mapped.Concentration.class)
                // One of 0 is none: nothing can be worked out with it.
                .filter(one -> one.perMillilitre() > 0)
                .map(
                        one ->
                                one.quantity() == DoseUnit.Quantity.MASS
                                        ? DoseRate.pumped(flow, one.perMillilitre())
                                        : new DoseRate(
                                                flow * one.perMillilitre(), DoseUnit.U_PER_H));
    }

    /** The check sum of a pump: its dose must be what its rate and concentration make. */
    private Optional<String> contradiction(Optional<DoseRate> stated, Optional<DoseRate> pumped) {
        if (stated.isEmpty() || pumped.isEmpty()) {
            return Optional.empty();
        }
        if (stated.get().unit().quantity() != pumped.get().unit().quantity()) {
            return Optional.of("its dose and its concentration are of different kinds");
        }
        Optional<Weight> weight = weight();
        if (stated.get().unit().perKilogram() && weight.isEmpty()) {
            return Optional.empty();
        }
        Weight used = weight.orElse(new Weight(1));
        double one = stated.get().perMinute(used);
        double other = pumped.get().perMinute(used);
        return Math.abs(one - other) > ROUNDING * Math.max(one, other)
                ? Optional.of("its dose is not what its rate and concentration make")
                : Optional.empty();
    }

    private Optional<Weight> weight() {
        return Stream.concat(own.stream(), common.stream())
                .filter(Mapped.Fact.class::isInstance)
                .map(Mapped.Fact.class::cast)
                .map(Mapped.Fact::observation)
                .filter(Observation.BodyWeight.class::isInstance)
                .map(Observation.BodyWeight.class::cast)
                .map(Observation.BodyWeight::weight)
                .findFirst();
    }

    /** A dose per kilogram of a weight that cannot be is no dose of this patient. */
    private Optional<String> weightFault() {
        return weight().flatMap(
                        weight -> Plausibility.DEFAULT.fault(new Observation.BodyWeight(weight)))
                .map("its dose is for a weight that cannot be: %s"::formatted);
    }

    /** Why the state cannot be told; empty when it is known or none was sent. */
    private Optional<String> stateFault() {
        return Stream.concat(own.stream(), common.stream())
                .filter(Mapped.Refused.class::isInstance)
                .map(one -> ((Mapped.Refused) one).reason())
                .filter(reason -> reason.startsWith("the " + STATE + " "))
                .findFirst();
    }

    private static <T extends Mapped> Optional<T> of(List<Mapped> findings, Class<T> kind) {
        return findings.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static Optional<String> fault(List<Mapped> findings) {
        List<String> reasons = new ArrayList<>();
        for (Mapped finding : findings) {
            if (finding instanceof Mapped.Refused(String reason)) {
                reasons.add(reason);
            }
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }
}
