package org.cytovigil.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.RiskFactor;
import org.jspecify.annotations.Nullable;

/**
 * The risk factors of severe CRS of one stay, as known at a moment. A baseline is the last result
 * that was measured up to the infusion; only where there is none does one count that a person
 * stated. While no infusion is charted the last result so far stands in its place.
 */
// [impl->req~monitor.risk-factors~1]
public final class RiskFactors {
    private static final Comparator<TimedFact> LATEST =
            Comparator.comparing(TimedFact::at)
                    .thenComparing(fact -> fact.observation().toString());

    private final StaySnapshot stay;
    private final Instant now;

    /**
     * A risk factor that is known.
     *
     * @param at when it was charted, or measured
     * @param basis how it is known
     */
    public record Known(RiskFactor risk, Instant at, Basis basis) {}

    /** How a risk factor is known. */
    public enum Basis {
        /** A person charted it. */
        STATED,
        /** The last result up to the infusion. */
        BEFORE_INFUSION,
        /** The last result, while no infusion is charted. */
        SO_FAR
    }

    private RiskFactors(StaySnapshot stay, Instant now) {
        this.stay = stay;
        this.now = now;
    }

    /**
     * Those that are known, in the order in which they are shown: dose, burden, lymphodepletion,
     * platelets, ferritin; empty when none is.
     */
    public static List<Known> of(StaySnapshot stay, Instant now) {
        return new RiskFactors(stay, now).all(true);
    }

    /** Those that people charted and that stand, whatever was measured; in the same order. */
    public static List<Known> stated(StaySnapshot stay, Instant now) {
        return new RiskFactors(stay, now).all(false);
    }

    private List<Known> all(boolean withMeasured) {
        List<Known> known = new ArrayList<>();
        stated(RiskFactor.CellDose.class, null).ifPresent(known::add);
        stated(RiskFactor.DiseaseBurden.class, null).ifPresent(known::add);
        stated(RiskFactor.Lymphodepletion.class, null).ifPresent(known::add);
        for (Analyte analyte : RiskFactor.BASELINES) {
            Optional<Known> measured = withMeasured ? measured(analyte) : Optional.empty();
            measured.or(() -> stated(RiskFactor.Baseline.class, analyte)).ifPresent(known::add);
        }
        return List.copyOf(known);
    }

    private Optional<Known> stated(Class<? extends RiskFactor> kind, @Nullable Analyte analyte) {
        return stay.chart().risks().stream()
                .filter(fact -> !fact.at().isAfter(now))
                .filter(
                        fact ->
                                fact.observation()
                                                instanceof
                                                Observation.RiskFactorCharted(RiskFactor risk)
                                        && kind.isInstance(risk)
                                        && (analyte == null || isOf(risk, analyte)))
                .max(LATEST)
                .flatMap(RiskFactors::known);
    }

    private static boolean isOf(RiskFactor risk, Analyte analyte) {
        return risk instanceof RiskFactor.Baseline baseline && baseline.analyte() == analyte;
    }

    private static Optional<Known> known(TimedFact fact) {
        return fact.observation() instanceof Observation.RiskFactorCharted(RiskFactor risk)
                ? Optional.of(new Known(risk, fact.at(), Basis.STATED))
                : Optional.empty();
    }

    private Optional<Known> measured(Analyte analyte) {
        Infusion infusion = stay.stay().infusion();
        Instant last = infusion == null || infusion.at().isAfter(now) ? now : infusion.at();
        Basis basis = infusion == null ? Basis.SO_FAR : Basis.BEFORE_INFUSION;
        Known latest = null;
        for (TimedFact fact : stay.chart().risks()) {
            if (fact.observation() instanceof Observation.LaboratoryResult(Analyte of, double value)
                    && of == analyte
                    && !fact.at().isAfter(last)
                    && (latest == null || isBetter(fact.at(), value, latest))) {
                latest = new Known(new RiskFactor.Baseline(analyte, value), fact.at(), basis);
            }
        }
        return Optional.ofNullable(latest);
    }

    /** Later; of two of the same time that which is the graver: fewer platelets, more ferritin. */
    private static boolean isBetter(Instant at, double value, Known latest) {
        if (!at.equals(latest.at())) {
            return at.isAfter(latest.at());
        }
        return latest.risk() instanceof RiskFactor.Baseline(Analyte analyte, double before)
                && (analyte == Analyte.PLATELETS ? value < before : value > before);
    }
}
