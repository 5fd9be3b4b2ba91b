package org.cytovigil.feed.hl7;

import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.Target;
import org.jspecify.annotations.Nullable;

/** Tells which of several facts a result names by its value, whatever the unit it came in. */
final class NamedValue {
    /** Units are converted by factors: what differs by less is the same number. */
    private static final double SAME = 1e-6;

    private NamedValue() {}

    /** Whether a result names a value at all; one that cannot be read names none. */
    static boolean isNamed(Mapped mapped) {
        return of(mapped) != null;
    }

    /**
     * Whether a fact has the value that a result names.
     *
     * @param fact as it stands
     * @param target the part of the fact that the result is about
     * @param mapped the value of the result
     */
    static boolean isOf(Observation fact, Target target, Mapped mapped) {
        Object named = of(mapped);
        Object stands = of(fact, target);
        if (named instanceof Double one && stands instanceof Double other) {
            return Math.abs(one - other) <= SAME * Math.max(1, Math.abs(one));
        }
        return named != null && named.equals(stands);
    }

    private static @Nullable Object of(Mapped mapped) {
        return switch (mapped) {
            case Mapped.Fact(Observation observation) -> of(observation);
            case Mapped.PressureValue value -> value.pressure().mmHg();
            case Mapped.Flow(OxygenFlow flow) -> flow.litresPerMinute();
            case Mapped.Fraction(OxygenFraction fraction) -> fraction.fraction();
            case Mapped.Device device -> name(device.support(null, null));
            case Mapped.Site site -> null;
            case Mapped.Dose dose -> null;
            case Mapped.PumpFlow flow -> null;
            case Mapped.Concentration concentration -> null;
            case Mapped.Drug drug -> null;
            case Mapped.Running running -> null;
            case Mapped.CellsInfused cells -> null;
            case Mapped.NotOfInterest none -> null;
            case Mapped.Refused refused -> null;
        };
    }

    private static @Nullable Object of(Observation fact, Target target) {
        if (fact instanceof Observation.BloodPressure pressure
                && target instanceof Target.Pressure(Target.PressurePart part, var source)) {
            var number = Quantities.part(pressure, part);
            return number == null ? null : number.mmHg();
        }
        if (target.equals(new Target.Sign(Target.VitalSign.OXYGEN_FLOW))) {
            OxygenFlow flow = Quantities.flow(fact);
            return flow == null ? null : flow.litresPerMinute();
        }
        if (target.equals(new Target.Sign(Target.VitalSign.INSPIRED_OXYGEN))) {
            OxygenFraction fraction = Quantities.fraction(fact);
            return fraction == null ? null : fraction.fraction();
        }
        if (target.equals(new Target.Sign(Target.VitalSign.CAPD))) {
            return Quantities.capd(fact) instanceof CapdScore.Total total
                    ? (double) total.points()
                    : null;
        }
        return of(fact);
    }

    private static @Nullable Object of(Observation fact) {
        if (fact instanceof Observation.NeurologicalExamination examination) {
            return examination.ice() instanceof IceScore.Total total
                    ? (double) total.points()
                    : null;
        }
        if (fact instanceof Observation.TreatmentGiven given) {
            var amount = given.treatment().amount();
            return amount == null ? null : amount.milligrams();
        }
        return measured(fact);
    }

    private static @Nullable Object measured(Observation fact) {
        if (fact instanceof Observation.BodyTemperature temperature) {
            return temperature.value().celsius();
        }
        if (fact instanceof Observation.OxygenSaturation saturation) {
            return saturation.percent();
        }
        if (fact instanceof Observation.HeartRate rate) {
            return rate.perMinute();
        }
        if (fact instanceof Observation.RespiratoryRate rate) {
            return rate.perMinute();
        }
        if (fact instanceof Observation.BodyHeight height) {
            return height.height().centimetres();
        }
        if (fact instanceof Observation.BodyWeight weight) {
            return weight.weight().kilograms();
        }
        if (fact instanceof Observation.FluidBolus bolus) {
            return bolus.millilitres();
        }
        if (fact instanceof Observation.LaboratoryResult result) {
            return result.value();
        }
        return fact instanceof Observation.OxygenDevice device ? name(device.support()) : null;
    }

    private static String name(OxygenSupport device) {
        return device instanceof OxygenSupport.Unrecognised other ? other.name() : device.device();
    }
}
