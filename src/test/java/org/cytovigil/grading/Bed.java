package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;

/** A patient drawn at random, all facts known, of which a test may change some and hide others. */
final class Bed {
    static final Instant NOW = Facts.hour(72);
    static final List<String> DEVICES =
            List.of(
                    "room-air",
                    "nasal-cannula",
                    "hfnc",
                    "blow-by",
                    "simple-mask",
                    "venturi",
                    "face-tent",
                    "non-rebreather",
                    "cpap",
                    "bipap",
                    "mechanical-ventilation");

    /** What can be hidden. */
    enum Part {
        TEMPERATURE,
        PRESSURE,
        DEVICE,
        FLOW,
        FIO2,
        SATURATION,
        DOSE,
        WEIGHT,
        BOLUSES,
        STATED,
        SCORE,
        SCORE_ITEMS,
        CONSCIOUSNESS,
        SEIZURE,
        MOTOR,
        OEDEMA
    }

    /** An infusion at one dose since so many minutes. */
    record Run(double amount, DoseUnit unit, int minutes) {}

    double age;
    double kilograms;
    double celsius;
    double systolic;
    double spo2;
    String device = "room-air";
    double flow;
    double fio2;
    final Map<Vasopressor, Run> drips = new EnumMap<>(Vasopressor.class);
    final List<Integer> boluses = new ArrayList<>();
    boolean stated;
    boolean episode;
    final Map<Organ, Integer> organs = new EnumMap<>(Organ.class);
    final Set<AttributionScope> attributed = EnumSet.noneOf(AttributionScope.class);
    boolean plasma;
    boolean intravenous;
    boolean symptoms;
    boolean[] ice = new boolean[7];
    int objects;
    int[] capd = new int[CapdScore.QUESTIONS];
    Consciousness consciousness = Consciousness.AWAKE;
    Seizure seizure = Seizure.NONE;
    boolean motor;
    CerebralOedema oedema = CerebralOedema.NONE;

    static Bed drawn(Random random) {
        Bed bed = new Bed();
        bed.age = one(random, 0.05, 0.5, 1.0, 5.0, 10.0, 11.0, 45.0, 45.0, 45.0);
        bed.kilograms = one(random, 10.0, 70.0, 120.0);
        bed.celsius = 36.5 + random.nextInt(35) / 10.0;
        bed.systolic = 52 + random.nextInt(90);
        bed.spo2 = 86 + random.nextInt(14);
        bed.device = DEVICES.get(random.nextInt(DEVICES.size()));
        bed.flow = 1 + random.nextInt(15);
        bed.fio2 = (22 + random.nextInt(79)) / 100.0;
        for (int i = random.nextInt(4); i > 0; i--) {
            Vasopressor drug = one(random, Vasopressor.values());
            bed.drips.put(drug, drip(random, drug));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            bed.boluses.add(random.nextInt(30));
        }
        bed.stated = random.nextInt(6) == 0;
        bed.episode = random.nextBoolean();
        if (random.nextInt(3) == 0) {
            bed.organs.put(
                    random.nextBoolean() ? Organ.RENAL : Organ.TRANSAMINASES, random.nextInt(5));
        }
        if (random.nextInt(6) == 0) {
            bed.attributed.add(one(random, AttributionScope.values()));
        }
        bed.plasma = random.nextInt(10) == 0;
        bed.intravenous = random.nextInt(5) == 0;
        bed.symptoms = random.nextInt(3) == 0;
        drawExamination(bed, random);
        return bed;
    }

    private static void drawExamination(Bed bed, Random random) {
        for (int i = 0; i < bed.ice.length; i++) {
            bed.ice[i] = random.nextInt(4) > 0;
        }
        bed.objects = random.nextInt(4);
        for (int i = 0; i < bed.capd.length; i++) {
            bed.capd[i] = Math.max(0, random.nextInt(7) - 2);
        }
        if (random.nextInt(3) == 0) {
            bed.consciousness = one(random, Consciousness.values());
            bed.seizure = one(random, Seizure.values());
            bed.motor = random.nextInt(5) == 0;
            bed.oedema = one(random, CerebralOedema.values());
        }
    }

    static Run drip(Random random, Vasopressor drug) {
        int minutes = one(random, 30, 179, 180, 300);
        return switch (drug) {
            case VASOPRESSIN -> new Run(one(random, 0.01, 0.03), DoseUnit.U_PER_MIN, minutes);
            case DOPAMINE, DOBUTAMINE, MILRINONE ->
                    new Run(0.5 + random.nextInt(15), DoseUnit.UG_PER_KG_PER_MIN, minutes);
            case PHENYLEPHRINE ->
                    new Run(20.0 + 20 * random.nextInt(12), DoseUnit.UG_PER_MIN, minutes);
            default ->
                    random.nextBoolean()
                            ? new Run(1.0 + random.nextInt(25), DoseUnit.UG_PER_MIN, minutes)
                            : new Run(
                                    0.02 + random.nextInt(40) / 100.0,
                                    DoseUnit.UG_PER_KG_PER_MIN,
                                    minutes);
        };
    }

    @SafeVarargs
    static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }

    /** Whether the device takes a flow from which FiO2 is estimated. */
    boolean goesByFlow() {
        return switch (device) {
            case "nasal-cannula", "simple-mask", "non-rebreather" -> true;
            default -> false;
        };
    }

    /** How many drugs run that are no inotropes. */
    int counted() {
        int count = 0;
        for (Vasopressor drug : drips.keySet()) {
            count += drug.role() == Vasopressor.Role.INOTROPE ? 0 : 1;
        }
        return count;
    }

    /** The facts but for those hidden, each at its time, in order. */
    ClinicalPicture picture(Set<Part> hidden) {
        Double kg = hidden.contains(Part.WEIGHT) ? null : Double.valueOf(kilograms);
        PictureFold fold = new PictureFold(Facts.patient(age, kg), SitePolicy.DEFAULT);
        if (episode) {
            fold.add(NOW.minus(Duration.ofHours(40)), new Observation.EpisodeOpened());
        }
        if (!hidden.contains(Part.BOLUSES)) {
            boluses.stream()
                    .sorted((one, other) -> other - one)
                    .filter(hours -> hours > 6)
                    .forEach(hours -> fold.add(NOW.minus(Duration.ofHours(hours)), Facts.bolus()));
        }
        // Those of the last hours stand among the infusions, minute by minute.
        for (int minute = 6 * 60; minute >= 0; minute--) {
            chartMinute(fold, minute, hidden);
        }
        chartNow(fold, hidden);
        return fold.picture(NOW);
    }

    private void chartMinute(PictureFold fold, int minute, Set<Part> hidden) {
        Instant at = NOW.minus(Duration.ofMinutes(minute));
        if (!hidden.contains(Part.BOLUSES) && minute % 60 == 0 && boluses.contains(minute / 60)) {
            fold.add(at, Facts.bolus());
        }
        drips.forEach(
                (drug, drip) -> {
                    if (drip.minutes == minute) {
                        DoseRate rate =
                                hidden.contains(Part.DOSE)
                                        ? null
                                        : new DoseRate(drip.amount, drip.unit);
                        fold.add(
                                at,
                                new Observation.VasopressorCharted(
                                        new VasopressorInfusion(drug, rate, Salt.BASE)));
                    }
                });
    }

    private void chartNow(PictureFold fold, Set<Part> hidden) {
        if (!hidden.contains(Part.TEMPERATURE)) {
            fold.add(NOW, Facts.celsius(celsius));
        }
        if (!hidden.contains(Part.PRESSURE)) {
            fold.add(NOW, Facts.pressure(systolic, Math.min(systolic - 1, 50)));
        }
        if (!hidden.contains(Part.SATURATION)) {
            fold.add(NOW, Facts.spo2(spo2));
        }
        if (!hidden.contains(Part.DEVICE)) {
            boolean estimated = goesByFlow();
            fold.add(
                    NOW,
                    Facts.device(
                            device,
                            hidden.contains(Part.FLOW) ? null : flow,
                            estimated || hidden.contains(Part.FIO2) ? null : fio2));
        }
        if (stated && !hidden.contains(Part.STATED)) {
            fold.add(NOW, new Observation.HypotensionStated());
        }
        organs.forEach(
                (organ, grade) -> fold.add(NOW, new Observation.OrganToxicity(organ, grade)));
        attributed.forEach(scope -> fold.add(NOW, Facts.attributed(scope, false)));
        fold.add(NOW, new Observation.CoagulopathyTreated(plasma));
        fold.add(NOW, new Observation.IntravenousTherapy(intravenous));
        fold.add(NOW, new Observation.ConstitutionalSymptoms(symptoms));
        fold.add(NOW, examination(hidden));
    }

    private NeurologicalExamination examination(Set<Part> hidden) {
        return new NeurologicalExamination(
                hidden.contains(Part.SCORE) ? null : iceScore(hidden.contains(Part.SCORE_ITEMS)),
                hidden.contains(Part.SCORE) ? null : capdScore(hidden.contains(Part.SCORE_ITEMS)),
                hidden.contains(Part.CONSCIOUSNESS) ? null : consciousness,
                hidden.contains(Part.SEIZURE) ? null : seizure,
                hidden.contains(Part.MOTOR) ? null : motor,
                hidden.contains(Part.OEDEMA) ? null : oedema,
                false);
    }

    private IceScore iceScore(boolean withoutSome) {
        return new IceScore.Items(
                ice[0],
                ice[1],
                ice[2],
                withoutSome ? null : ice[3],
                withoutSome ? null : objects,
                ice[4],
                ice[5],
                withoutSome ? null : ice[6]);
    }

    private CapdScore capdScore(boolean withoutSome) {
        @Nullable Integer[] points = new @Nullable Integer[capd.length];
        for (int i = 0; i < capd.length; i++) {
            points[i] = withoutSome && (i == 1 || i == 6) ? null : Integer.valueOf(capd[i]);
        }
        return new CapdScore.Items(Arrays.asList(points));
    }

    @Override
    public String toString() {
        return "age %s, %s kg, %s C, SBP %s, SpO2 %s, %s %s L/min FiO2 %s, %s, boluses %s%s%s, %s, %s"
                .formatted(
                        age,
                        kilograms,
                        celsius,
                        systolic,
                        spo2,
                        device,
                        flow,
                        fio2,
                        drips,
                        boluses,
                        stated ? ", hypotension stated" : "",
                        episode ? ", episode open" : "",
                        organs,
                        attributed);
    }
}
