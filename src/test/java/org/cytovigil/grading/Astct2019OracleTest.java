package org.cytovigil.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.junit.jupiter.api.Test;

/** ASTCT 2019 against a second, independent reading of policy sections 2 to 4. */
// [utest->req~grading.astct~1]
class Astct2019OracleTest {
    private static final Instant NOW = Facts.hour(48);
    private static final Instant FRESH = Facts.hour(47);
    private static final Instant OLD = Facts.hour(20);

    private static final List<String> DEVICES =
            List.of(
                    "never",
                    "stale",
                    "unknown-device",
                    "room-air",
                    "nasal-cannula",
                    "hfnc",
                    "blow-by",
                    "simple-mask",
                    "face-tent",
                    "tracheostomy-collar",
                    "t-piece",
                    "venturi",
                    "partial-rebreather",
                    "non-rebreather",
                    "cpap",
                    "bipap",
                    "mechanical-ventilation");
    private static final double UNKNOWN_FLOW = -1;
    private static final double[] FLOWS = {0, 5.9, 6, 6.1, UNKNOWN_FLOW};
    private static final List<String> TEMPERATURES = List.of("37.9", "38.0", "none", "stale");
    private static final List<String> PRESSURES = List.of("normal", "low", "stale", "never");

    /** Just normal and just low for the age, by systolic pressure alone. */
    private enum Age {
        ADULT(45.0, 90, 89),
        TEN(10.0, 90, 89),
        ONE(1.0, 72, 71),
        INFANT(0.5, 70, 69);

        private final double years;
        private final double normal;
        private final double low;

        Age(double years, double normal, double low) {
            this.years = years;
            this.normal = normal;
            this.low = low;
        }
    }

    private record Situation(
            String device,
            double flow,
            int vasopressors,
            boolean vasopressin,
            String temperature,
            boolean episode,
            String pressure,
            int spo2,
            Age age) {}

    // ---- the oracle: policy sections 3 and 4 in tables of its own, as {lowest, highest}

    private static int[] oxygenOracle(Situation s) {
        return switch (s.device) {
            case "never", "stale", "unknown-device" -> range(0, 4);
            case "room-air" -> s.spo2 < 90 ? range(2, 4) : range(0, 0);
            case "nasal-cannula" -> {
                if (s.flow == 0) {
                    yield s.spo2 < 90 ? range(2, 4) : range(0, 0);
                }
                yield s.flow == UNKNOWN_FLOW
                        ? range(2, 3)
                        : s.flow <= 6 ? range(2, 2) : range(3, 3);
            }
            case "hfnc" -> s.flow == UNKNOWN_FLOW || s.flow > 6 ? range(3, 3) : range(2, 2);
            case "blow-by" -> range(2, 2);
            case "cpap", "bipap", "mechanical-ventilation" -> range(4, 4);
            default -> range(3, 3);
        };
    }

    private static int[] pressureOracle(Situation s) {
        if (s.vasopressors >= 2) {
            return range(4, 4);
        }
        if (s.vasopressors == 1 || s.vasopressin) {
            return range(3, 3);
        }
        return switch (s.pressure) {
            case "low" -> range(2, 2);
            case "normal" -> range(0, 0);
            default -> range(0, 2);
        };
    }

    private static int[] oracle(Situation s) {
        int[] worst = worst(oxygenOracle(s), pressureOracle(s));
        boolean febrile = s.temperature.equals("38.0");
        boolean afebrile = s.temperature.equals("37.9");
        if (!s.episode && !febrile) {
            return afebrile ? range(0, 0) : range(0, Math.max(1, worst[1]));
        }
        int[] fever = febrile ? range(1, 1) : afebrile ? range(0, 0) : range(0, 1);
        return worst(worst, fever);
    }

    private static int[] range(int lowest, int highest) {
        return new int[] {lowest, highest};
    }

    private static int[] worst(int[] one, int[] other) {
        return range(Math.max(one[0], other[0]), Math.max(one[1], other[1]));
    }

    // ---- the situation as a picture

    private static ClinicalPicture picture(Situation s) {
        return new ClinicalPicture(
                NOW,
                Facts.patient(s.age.years, 70.0),
                temperature(s),
                pressure(s),
                new Reading.Measured<>(new OxygenSaturation(s.spo2), FRESH),
                oxygen(s),
                new Reading.Missing<>(),
                new Reading.Missing<>(),
                new Reading.Missing<>(),
                new RunningVasopressors(vasopressors(s), null, null),
                false,
                null,
                0,
                null,
                List.of(),
                Map.of(),
                Map.of(),
                false,
                Map.of(),
                false,
                false,
                Map.of(),
                false,
                s.episode ? new EpisodeState(1, OLD, null) : EpisodeState.NONE);
    }

    private static Reading<BodyTemperature> temperature(Situation s) {
        return switch (s.temperature) {
            case "none" -> new Reading.Missing<>();
            case "stale" -> new Reading.Stale<>((BodyTemperature) Facts.celsius(39), OLD);
            default ->
                    new Reading.Measured<>(
                            (BodyTemperature) Facts.celsius(Double.parseDouble(s.temperature)),
                            FRESH);
        };
    }

    private static Reading<BloodPressure> pressure(Situation s) {
        // A mean below 65 is low for those over 10 only, so the children's diastolic is a low one.
        double diastolic = s.age == Age.ADULT ? 60 : 30;
        return switch (s.pressure) {
            case "never" -> new Reading.Missing<>();
            case "stale" -> new Reading.Stale<>(Facts.pressure(60, 30), OLD);
            case "low" -> new Reading.Measured<>(Facts.pressure(s.age.low, diastolic), FRESH);
            default -> new Reading.Measured<>(Facts.pressure(s.age.normal, diastolic), FRESH);
        };
    }

    private static Reading<OxygenSupport> oxygen(Situation s) {
        return switch (s.device) {
            case "never" -> new Reading.Missing<>();
            case "stale" -> new Reading.Stale<>(new OxygenSupport.RoomAir(), OLD);
            case "unknown-device" ->
                    new Reading.Measured<>(
                            new OxygenSupport.Unrecognised("helmet", null, null), FRESH);
            default ->
                    new Reading.Measured<>(
                            Facts.support(s.device, s.flow == UNKNOWN_FLOW ? null : s.flow, null),
                            FRESH);
        };
    }

    private static List<RunningVasopressor> vasopressors(Situation s) {
        List<RunningVasopressor> running = new ArrayList<>();
        if (s.vasopressors >= 1) {
            running.add(running(Facts.unknownDose(Vasopressor.NOREPINEPHRINE)));
        }
        if (s.vasopressors >= 2) {
            running.add(running(Facts.infusion(Vasopressor.EPINEPHRINE, 2, DoseUnit.UG_PER_MIN)));
        }
        if (s.vasopressin) {
            running.add(running(Facts.infusion(Vasopressor.VASOPRESSIN, 0.03, DoseUnit.U_PER_MIN)));
        }
        return running;
    }

    private static RunningVasopressor running(VasopressorInfusion infusion) {
        return new RunningVasopressor(infusion, FRESH, FRESH, FRESH);
    }

    private static List<Situation> situations() {
        List<Situation> all = new ArrayList<>();
        for (String device : DEVICES) {
            for (double flow : FLOWS) {
                for (int drugs = 0; drugs <= 2; drugs++) {
                    for (boolean vasopressin : new boolean[] {false, true}) {
                        for (String temperature : TEMPERATURES) {
                            for (String pressure : PRESSURES) {
                                for (Age age : Age.values()) {
                                    for (int spo2 : new int[] {89, 90}) {
                                        all.add(
                                                new Situation(
                                                        device,
                                                        flow,
                                                        drugs,
                                                        vasopressin,
                                                        temperature,
                                                        false,
                                                        pressure,
                                                        spo2,
                                                        age));
                                        all.add(
                                                new Situation(
                                                        device,
                                                        flow,
                                                        drugs,
                                                        vasopressin,
                                                        temperature,
                                                        true,
                                                        pressure,
                                                        spo2,
                                                        age));
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    @Test
    void everySituationAgreesWithTheOracle() {
        List<Situation> situations = situations();
        List<String> wrong = new ArrayList<>();
        GradingScale scale = GradingScales.of(ScaleId.ASTCT_2019);
        for (Situation situation : situations) {
            int[] expected = oracle(situation);
            GradeRange range = scale.assess(picture(situation), Charted.POLICY).range();
            if (!range.equals(new GradeRange(expected[0], expected[1]))) {
                wrong.add(situation + " is " + range + ", not " + expected[0] + "-" + expected[1]);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(situations).hasSize(17 * 5 * 3 * 2 * 4 * 2 * 4 * 2 * 4);
    }
}
