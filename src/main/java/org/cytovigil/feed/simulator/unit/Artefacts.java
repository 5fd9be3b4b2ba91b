package org.cytovigil.feed.simulator.unit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Temperature;

/** What a monitor shows when not the patient but a sensor has changed. */
final class Artefacts {
    /** What monitors send for "none", although with a final status. */
    static final List<Double> NO_SATURATION = List.of(8_388_607.0, -100.0);

    /** An arterial line while it is flushed. */
    static final BloodPressure FLUSHED = pressure(300, 300, 300, PressureSource.ARTERIAL_LINE);

    /** A cuff on an arm that moves. */
    static final BloodPressure MOVED = pressure(12, 4, 7, PressureSource.CUFF);

    /** A probe beside the patient. */
    static final BodyTemperature PROBE_OFF =
            new BodyTemperature(Temperature.ofCelsius(22.4), TemperatureSite.UNSTATED, false);

    private Artefacts() {}

    /** The facts of a monitor with one artefact among them. */
    static List<Observation> in(List<Observation> facts, RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 ->
                    with(
                            facts,
                            new OxygenSaturation(NO_SATURATION.get(random.nextInt(2))),
                            OxygenSaturation.class::isInstance);
            case 1 ->
                    with(
                            facts,
                            facts.stream().anyMatch(Artefacts::isLine) ? FLUSHED : MOVED,
                            BloodPressure.class::isInstance);
            default -> with(facts, PROBE_OFF, BodyTemperature.class::isInstance);
        };
    }

    private static boolean isLine(Observation fact) {
        return fact instanceof BloodPressure pressure
                && pressure.source() == PressureSource.ARTERIAL_LINE;
    }

    private static List<Observation> with(
            List<Observation> facts, Observation artefact, Predicate<Observation> same) {
        List<Observation> shown = new ArrayList<>(facts);
        shown.removeIf(same);
        shown.add(artefact);
        return shown;
    }

    private static BloodPressure pressure(
            double systolic, double diastolic, double mean, PressureSource source) {
        return new BloodPressure(
                new Pressure(systolic), new Pressure(diastolic), new Pressure(mean), source);
    }
}
