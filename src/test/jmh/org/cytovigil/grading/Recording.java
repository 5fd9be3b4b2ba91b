package org.cytovigil.grading;

import java.time.Instant;
import java.util.Random;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;

/**
 * A stay of 14 days, one charted set a minute, eight parameters, in primitive columns: temperature,
 * blood pressure (systolic and diastolic), saturation, heart rate, respiratory rate, high-flow
 * cannula with FiO2, norepinephrine, vasopressin. The values wander, so that grades rise and fall.
 */
final class Recording {
    static final int PARAMETERS = 8;
    static final int SETS = 14 * 24 * 60;
    static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    static final long STEP = 60_000;

    final long[] times = new long[SETS];
    final double[] temperature = new double[SETS];
    final double[] systolic = new double[SETS];
    final double[] diastolic = new double[SETS];
    final double[] saturation = new double[SETS];
    final double[] heartRate = new double[SETS];
    final double[] respiratoryRate = new double[SETS];
    final double[] fraction = new double[SETS];
    final double[] norepinephrine = new double[SETS];
    final double[] vasopressin = new double[SETS];

    Recording() {
        Random random = new Random(20_260_301);
        for (int i = 0; i < SETS; i++) {
            double day = i / 1440.0;
            double ill = Math.exp(-Math.pow((day - 4) / 2.5, 2));
            times[i] = START + i * STEP;
            temperature[i] = tenths(36.8 + 2.6 * ill + 0.2 * random.nextGaussian());
            systolic[i] = Math.rint(118 - 34 * ill + 4 * random.nextGaussian());
            diastolic[i] = Math.rint(0.58 * systolic[i]);
            saturation[i] = Math.rint(Math.min(100, 97 - 4 * ill + random.nextGaussian()));
            heartRate[i] = Math.rint(84 + 45 * ill + 4 * random.nextGaussian());
            respiratoryRate[i] = Math.rint(16 + 12 * ill + random.nextGaussian());
            fraction[i] = Math.rint(100 * (0.21 + 0.35 * ill)) / 100;
            norepinephrine[i] = ill < 0.2 ? 0 : tenths(30 * ill);
            vasopressin[i] = ill < 0.8 ? 0 : 0.03;
        }
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10;
    }

    static Patient patient() {
        return new Patient("Recording", "R-1", 58.0, new Weight(74), Patient.Baseline.NONE);
    }

    static Stay stay() {
        Instant start = Instant.ofEpochMilli(START);
        return new Stay(
                new StayId("R-1"),
                patient(),
                new Infusion("axi-cel", start),
                start,
                null,
                "",
                Stay.Origin.SYNTHETIC_CASE);
    }

    /** One observation of a set, made from the columns. */
    Observation observation(int set, int parameter) {
        return switch (parameter) {
            case 0 ->
                    new Observation.BodyTemperature(
                            Temperature.ofCelsius(temperature[set]), TemperatureSite.CORE, false);
            case 1 ->
                    new Observation.BloodPressure(
                            new Pressure(systolic[set]),
                            new Pressure(diastolic[set]),
                            null,
                            PressureSource.ARTERIAL_LINE);
            case 2 -> new Observation.OxygenSaturation(saturation[set]);
            case 3 -> new Observation.HeartRate(heartRate[set]);
            case 4 -> new Observation.RespiratoryRate(respiratoryRate[set]);
            case 5 ->
                    new Observation.OxygenDevice(
                            new OxygenSupport.HighFlowCannula(
                                    new OxygenFlow(40), OxygenFraction.of(fraction[set])));
            case 6 ->
                    infusion(Vasopressor.NOREPINEPHRINE, norepinephrine[set], DoseUnit.UG_PER_MIN);
            default -> infusion(Vasopressor.VASOPRESSIN, vasopressin[set], DoseUnit.U_PER_MIN);
        };
    }

    private static Observation infusion(Vasopressor drug, double amount, DoseUnit unit) {
        return new Observation.VasopressorCharted(
                new VasopressorInfusion(drug, new DoseRate(amount, unit), Salt.BASE));
    }

    /** What it costs merely to read one observation from the columns. */
    double read(int set, int parameter) {
        return times[set]
                + switch (parameter) {
                    case 0 -> temperature[set];
                    case 1 -> systolic[set] + diastolic[set];
                    case 2 -> saturation[set];
                    case 3 -> heartRate[set];
                    case 4 -> respiratoryRate[set];
                    case 5 -> fraction[set];
                    case 6 -> norepinephrine[set];
                    default -> vasopressin[set];
                };
    }
}
