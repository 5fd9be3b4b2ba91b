package org.cytovigil.feed.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.FluidBolus;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.TreatmentGiven;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A course read back from its entries, graded straight from the ASTCT table by a reader of its own.
 */
final class ChartedCourse {
    private static final Temperature FEVER = Temperature.ofCelsius(38.0);

    /** A fact and its hour from the infusion. */
    record Fact(double hour, Observation observation) {}

    private final Patient patient;
    private final List<Fact> facts = new ArrayList<>();

    ChartedCourse(List<Entry> entries) {
        Entry.Admitted admitted = (Entry.Admitted) entries.getFirst().event();
        patient = admitted.stay().patient();
        Instant infusion = admitted.stay().dayZero();
        for (Entry entry : entries.subList(1, entries.size())) {
            Observation observation = ((Entry.Observed) entry.event()).observation();
            facts.add(
                    new Fact(
                            Duration.between(infusion, entry.at()).toMinutes() / 60.0,
                            observation));
        }
    }

    List<Fact> facts() {
        return facts;
    }

    List<Double> hoursOf(Predicate<Observation> which) {
        return facts.stream()
                .filter(fact -> which.test(fact.observation()))
                .map(Fact::hour)
                .toList();
    }

    List<Double> hoursOfDrug(String drug) {
        return hoursOf(
                o -> o instanceof TreatmentGiven given && given.treatment().drug().equals(drug));
    }

    List<Double> hoursOfSets() {
        return hoursOf(o -> o instanceof BloodPressure);
    }

    /** The first hour at which it was so, infinity for never. */
    double first(Predicate<Observation> which) {
        return hoursOf(which).stream().findFirst().orElse(Double.POSITIVE_INFINITY);
    }

    double last(Predicate<Observation> which) {
        List<Double> hours = hoursOf(which);
        return hours.isEmpty() ? Double.NEGATIVE_INFINITY : hours.getLast();
    }

    static boolean fever(Observation observation) {
        return observation instanceof BodyTemperature t
                && t.value().compareTo(FEVER) >= 0
                && Plausibility.DEFAULT.fault(t).isEmpty();
    }

    static boolean supports(Observation observation) {
        return observation instanceof VasopressorCharted v && v.infusion().running();
    }

    /** Low for the age, or for an adult below 80 % of the usual pressure and 100. */
    boolean low(Observation observation) {
        if (!(observation instanceof BloodPressure pressure)) {
            return false;
        }
        double systolic = number(pressure.systolic() == null ? null : pressure.systolic().mmHg());
        double diastolic =
                number(pressure.diastolic() == null ? null : pressure.diastolic().mmHg());
        double mean = number(pressure.mean() == null ? null : pressure.mean().mmHg());
        double age = number(patient.ageYears());
        if (age <= 10) {
            return systolic < 70 + 2 * age;
        }
        double usual =
                number(
                        patient.baseline().systolic() == null
                                ? null
                                : patient.baseline().systolic().mmHg());
        return systolic < 90
                || mean < 65
                || (systolic + 2 * diastolic) / 3 < 65
                || (systolic < 100 && systolic < 0.8 * usual);
    }

    private static double number(@Nullable Double value) {
        if (value == null) {
            throw new AssertionError("a part of the set is missing");
        }
        return value;
    }

    /** The highest grade of the course. */
    int peak() {
        int peak = 0;
        boolean feverSeen = false;
        boolean low = false;
        double bolus = Double.NEGATIVE_INFINITY;
        Set<Vasopressor> running = EnumSet.noneOf(Vasopressor.class);
        int oxygen = 0;
        for (Fact fact : facts) {
            switch (fact.observation()) {
                case BodyTemperature t when fever(t) -> feverSeen = true;
                case BloodPressure p when Plausibility.DEFAULT.fault(p).isEmpty() -> low = low(p);
                case FluidBolus b -> bolus = fact.hour();
                case VasopressorCharted v when v.infusion().running() ->
                        running.add(v.infusion().drug());
                case VasopressorCharted v -> running.remove(v.infusion().drug());
                case OxygenDevice d -> oxygen = oxygenGrade(d.support());
                default -> {}
            }
            long counted = running.stream().filter(drug -> drug != Vasopressor.VASOPRESSIN).count();
            boolean hypotensive = low || fact.hour() - bolus < 6;
            int pressure = counted > 1 ? 4 : !running.isEmpty() ? 3 : hypotensive ? 2 : 0;
            int worst = Math.max(pressure, oxygen);
            if (worst > 0 && !feverSeen) {
                throw new AssertionError(
                        "grade " + worst + " without fever at hour " + fact.hour());
            }
            peak = Math.max(peak, feverSeen ? Math.max(1, worst) : 0);
        }
        return peak;
    }

    private static int oxygenGrade(OxygenSupport support) {
        return switch (support) {
            case OxygenSupport.RoomAir r -> 0;
            case OxygenSupport.NasalCannula n
                    when n.flow() != null && n.flow().litresPerMinute() <= 6 ->
                    2;
            case OxygenSupport.BlowBy b -> 2;
            case OxygenSupport.NasalCannula n -> 3;
            case OxygenSupport.HighFlowCannula h
                    when h.flow() != null && h.flow().litresPerMinute() > 6 ->
                    3;
            case OxygenSupport.HighFlowCannula h -> 2;
            case OxygenSupport.Mask m -> 3;
            case OxygenSupport.Cpap c -> 4;
            case OxygenSupport.Bipap b -> 4;
            case OxygenSupport.Ventilator v -> 4;
            case OxygenSupport.Unrecognised u -> throw new AssertionError("unrecognised device");
        };
    }
}
