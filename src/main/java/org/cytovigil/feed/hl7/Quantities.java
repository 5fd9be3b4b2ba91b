package org.cytovigil.feed.hl7;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.OxygenSettings;
import org.cytovigil.clinical.OxygenDevices;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.feed.SameQuantity;
import org.cytovigil.feed.mapping.Target;
import org.jspecify.annotations.Nullable;

/** Tells which facts are of the same quantity, and so can replace each other. */
final class Quantities {
    private Quantities() {}

    /** Facts that the given one can be a correction of. */
    static Predicate<Observation> same(Observation observation) {
        // Settings and device of the oxygen are told in one message or in two.
        return isOxygen(observation)
                ? Quantities::isOxygen
                : other -> SameQuantity.is(observation, other);
    }

    /**
     * Facts that a result of that kind is, or is a part of; empty for those that only say something
     * about others and so cannot be deleted by themselves.
     */
    static Optional<Predicate<Observation>> of(Target target) {
        return Optional.ofNullable(
                switch (target) {
                    case Target.BodyTemperature temperature ->
                            observation -> observation instanceof Observation.BodyTemperature;
                    case Target.Pressure pressure ->
                            observation ->
                                    observation instanceof BloodPressure that
                                            && that.source() == pressure.source()
                                            && part(that, pressure.part()) != null;
                    case Target.Laboratory laboratory ->
                            observation ->
                                    observation instanceof Observation.LaboratoryResult that
                                            && that.analyte() == laboratory.analyte();
                    case Target.DrugGiven given ->
                            observation ->
                                    observation instanceof Observation.TreatmentGiven that
                                            && that.treatment().drug().equals(given.drug());
                    case Target.Sign sign -> of(sign.sign());
                    case Target.Text text ->
                            text.kind() == Target.TextKind.OXYGEN_DEVICE
                                    ? observation -> observation instanceof OxygenDevice
                                    : null;
                    case Target.Pump pump -> null;
                    case Target.NotOfInterest none -> null;
                });
    }

    private static @Nullable Predicate<Observation> of(Target.VitalSign sign) {
        return switch (sign) {
            case OXYGEN_SATURATION ->
                    observation -> observation instanceof Observation.OxygenSaturation;
            case HEART_RATE -> observation -> observation instanceof Observation.HeartRate;
            case RESPIRATORY_RATE ->
                    observation -> observation instanceof Observation.RespiratoryRate;
            case WEIGHT -> observation -> observation instanceof Observation.BodyWeight;
            case HEIGHT -> observation -> observation instanceof Observation.BodyHeight;
            case ICE -> observation -> ice(observation) != null;
            case CAPD -> observation -> capd(observation) != null;
            case FLUID_BOLUS -> observation -> observation instanceof Observation.FluidBolus;
            case INSPIRED_OXYGEN -> observation -> fraction(observation) != null;
            case OXYGEN_FLOW -> observation -> flow(observation) != null;
        };
    }

    static @Nullable IceScore ice(Observation fact) {
        return fact instanceof Observation.NeurologicalExamination examination
                ? examination.ice()
                : null;
    }

    static @Nullable CapdScore capd(Observation fact) {
        return fact instanceof Observation.NeurologicalExamination examination
                ? examination.capd()
                : null;
    }

    static @Nullable Pressure part(BloodPressure pressure, Target.PressurePart part) {
        return switch (part) {
            case SYSTOLIC -> pressure.systolic();
            case DIASTOLIC -> pressure.diastolic();
            case MEAN -> pressure.mean();
        };
    }

    /** Whether a fact has every number that a correction of it holds. */
    static boolean holds(Observation was, Observation by) {
        return !(was instanceof BloodPressure before && by instanceof BloodPressure now)
                || Arrays.stream(Target.PressurePart.values())
                        .allMatch(part -> part(now, part) == null || part(before, part) != null);
    }

    private static boolean isOxygen(Observation observation) {
        return observation instanceof OxygenSettings || observation instanceof OxygenDevice;
    }

    static @Nullable OxygenFlow flow(Observation observation) {
        return switch (observation) {
            case OxygenSettings settings -> settings.flow();
            case OxygenDevice device -> device.support().flow();
            default -> null;
        };
    }

    static @Nullable OxygenFraction fraction(Observation observation) {
        return switch (observation) {
            case OxygenSettings settings -> settings.fio2();
            case OxygenDevice device -> device.support().fio2();
            default -> null;
        };
    }

    /** A fact without the part of it that a target is; empty when nothing is left. */
    static Optional<Observation> without(Observation was, Target target) {
        if (was instanceof BloodPressure pressure && target instanceof Target.Pressure of) {
            return without(pressure, of.part()).map(left -> left);
        }
        if (!isOxygen(was)) {
            return Optional.empty();
        }
        boolean flow = target.equals(new Target.Sign(Target.VitalSign.OXYGEN_FLOW));
        boolean fraction = target.equals(new Target.Sign(Target.VitalSign.INSPIRED_OXYGEN));
        OxygenFlow leftFlow = flow ? null : flow(was);
        OxygenFraction leftFraction = fraction ? null : fraction(was);
        if ((flow || fraction) && was instanceof OxygenDevice device) {
            return Optional.of(set(device.support(), leftFlow, leftFraction));
        }
        return leftFlow == null && leftFraction == null
                ? Optional.empty()
                : Optional.of(new OxygenSettings(leftFlow, leftFraction));
    }

    /** The same device with other settings. */
    private static Observation set(
            OxygenSupport device, @Nullable OxygenFlow flow, @Nullable OxygenFraction fraction) {
        OxygenSupport set =
                device instanceof OxygenSupport.Unrecognised other
                        ? new OxygenSupport.Unrecognised(other.name(), flow, fraction)
                        : OxygenDevices.charted(device.device(), flow, fraction).orElse(device);
        return new OxygenDevice(set);
    }

    /** A blood pressure without one of its numbers; empty when none is left. */
    private static Optional<BloodPressure> without(
            BloodPressure pressure, Target.PressurePart part) {
        BloodPressure left =
                new BloodPressure(
                        part == Target.PressurePart.SYSTOLIC ? null : pressure.systolic(),
                        part == Target.PressurePart.DIASTOLIC ? null : pressure.diastolic(),
                        part == Target.PressurePart.MEAN ? null : pressure.mean(),
                        pressure.source());
        return left.systolic() == null && left.diastolic() == null && left.mean() == null
                ? Optional.empty()
                : Optional.of(left);
    }

    /** What stands after a correction that may hold only some parts of it. */
    static Observation corrected(Observation was, Observation by) {
        if (was instanceof BloodPressure before && by instanceof BloodPressure now) {
            return new BloodPressure(
                    now.systolic() == null ? before.systolic() : now.systolic(),
                    now.diastolic() == null ? before.diastolic() : now.diastolic(),
                    now.mean() == null ? before.mean() : now.mean(),
                    now.source());
        }
        return isOxygen(was) && isOxygen(by) ? correctedOxygen(was, by) : by;
    }

    /** What the correction leaves out stays, unless it names another device. */
    private static Observation correctedOxygen(Observation was, Observation by) {
        boolean another =
                was instanceof OxygenDevice before
                        && by instanceof OxygenDevice now
                        && !before.support().device().equals(now.support().device());
        if (another) {
            return by;
        }
        OxygenFlow flow = flow(by) == null ? flow(was) : flow(by);
        OxygenFraction fraction = fraction(by) == null ? fraction(was) : fraction(by);
        if (by instanceof OxygenDevice device) {
            return set(device.support(), flow, fraction);
        }
        return was instanceof OxygenDevice device
                ? set(device.support(), flow, fraction)
                : new OxygenSettings(flow, fraction);
    }
}
