package org.cytovigil.grading;

import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;

/**
 * ICANS (ASTCT 2019): the worst of encephalopathy score, consciousness, seizure, motor findings and
 * cerebral oedema. Below 12 years CAPD takes the place of ICE; at 12 it is ICE (Clinical basis
 * section 4).
 */
// [impl->req~grading.icans~1]
final class IcansScale implements GradingScale {
    private static final String TABLE = "ASTCT 2019, table of ICANS grades";
    private static final String CHILDREN = "ASTCT 2019, table of ICANS grades in children";
    private static final String SEDATION = "ASTCT 2019: not attributable to sedation";

    /** ICE points from which on each row holds: grade 0, 1 and 2; below is 3. */
    private static final int ICE_NORMAL = IceScore.BEST;

    private static final int ICE_GRADE_1 = 7;
    private static final int ICE_GRADE_2 = 3;

    private static final Finding ICE_0 = of(0, "ICE 10", TABLE);
    private static final Finding ICE_1 = of(1, "ICE 7 to 9", TABLE);
    private static final Finding ICE_2 = of(2, "ICE 3 to 6", TABLE);
    private static final Finding ICE_3 = of(3, "ICE 0 to 2", TABLE);
    private static final Finding ICE_4 = of(4, "unarousable, unable to perform ICE", TABLE);
    private static final Finding CAPD_0 = of(0, "CAPD 0", CHILDREN);
    private static final Finding CAPD_1 =
            of(1, "CAPD below 9", CHILDREN, Settings.ICE_FROM, Settings.CAPD_POSITIVE);
    private static final Finding CAPD_3 =
            of(3, "CAPD 9 or more", CHILDREN, Settings.ICE_FROM, Settings.CAPD_POSITIVE);
    private static final Finding CAPD_4 = of(4, "unarousable, unable to perform CAPD", CHILDREN);
    private static final Finding AWAKE = of(0, "awake", TABLE);
    private static final Finding SPONTANEOUSLY = of(1, "awakens spontaneously", TABLE);
    private static final Finding TO_VOICE = of(2, "awakens to voice", TABLE);
    private static final Finding TO_TOUCH = of(3, "awakens only to tactile stimulus", TABLE);
    private static final Finding UNAROUSABLE =
            of(4, "unarousable, or needs vigorous stimuli", TABLE);
    private static final Finding CONSCIOUSNESS_NOT_CHARTED =
            of(0, "consciousness not charted as disturbed", Finding.POLICY_4);
    private static final Finding NO_SEIZURE = of(0, "no seizure", TABLE);
    private static final Finding SEIZURE = of(3, "a seizure that resolves rapidly", TABLE);
    private static final Finding LONG_SEIZURE =
            of(4, "life-threatening or repetitive seizure, or above 5 minutes", TABLE);
    private static final Finding NO_WEAKNESS = of(0, "no motor weakness", TABLE);
    private static final Finding WEAKNESS = of(4, "deep focal motor weakness", TABLE);
    private static final Finding NO_OEDEMA = of(0, "no cerebral oedema", TABLE);
    private static final Finding FOCAL_OEDEMA = of(3, "focal oedema on imaging", TABLE);
    private static final Finding DIFFUSE_OEDEMA =
            of(4, "diffuse oedema or signs of raised intracranial pressure", TABLE);

    private static final Finding NOT_EXAMINED =
            open(0, "no neurological examination", MissingFact.ENCEPHALOPATHY_SCORE);
    private static final Finding ICE_NOT_CHARTED =
            open(0, "ICE not charted", MissingFact.ENCEPHALOPATHY_SCORE);
    private static final Finding ICE_PARTLY_CHARTED =
            open(0, "ICE charted in part", MissingFact.ENCEPHALOPATHY_ITEMS);
    private static final Finding ICE_0_AWAKENING_UNKNOWN =
            open(3, "ICE 0", MissingFact.NEUROLOGICAL_EXAMINATION);
    private static final Finding CAPD_NOT_CHARTED =
            open(0, "CAPD not charted", MissingFact.ENCEPHALOPATHY_SCORE);
    private static final Finding CAPD_PARTLY_CHARTED =
            open(0, "CAPD charted in part", MissingFact.ENCEPHALOPATHY_ITEMS);
    private static final Finding SEDATED =
            Finding.open(
                    Axis.NEUROLOGY,
                    0,
                    4,
                    "sedated: neither score nor consciousness tells",
                    MissingFact.EXAMINATION_WITHOUT_SEDATION,
                    SEDATION);

    private static final List<Finding> UNKNOWN = List.of(NOT_EXAMINED);

    private static Finding of(int grade, String criterion, String source, Setting<?>... settings) {
        return Finding.of(Axis.NEUROLOGY, grade, criterion, source, settings);
    }

    private static Finding open(int lowest, String criterion, MissingFact missing) {
        return Finding.open(Axis.NEUROLOGY, lowest, 4, criterion, missing, Finding.POLICY_3);
    }

    @Override
    public ScaleId id() {
        return ScaleId.ICANS;
    }

    @Override
    public String source() {
        return "Lee, Santomasso et al., Biol Blood Marrow Transplant 2019;25:625";
    }

    @Override
    public List<Finding> table(SitePolicy policy) {
        return List.of(
                ICE_4,
                ICE_3,
                ICE_2,
                ICE_1,
                ICE_0,
                ICE_0_AWAKENING_UNKNOWN,
                ICE_PARTLY_CHARTED,
                ICE_NOT_CHARTED,
                NOT_EXAMINED,
                SEDATED,
                CAPD_4,
                CAPD_3,
                CAPD_1,
                CAPD_0,
                CAPD_PARTLY_CHARTED,
                CAPD_NOT_CHARTED,
                UNAROUSABLE,
                TO_TOUCH,
                TO_VOICE,
                SPONTANEOUSLY,
                AWAKE,
                CONSCIOUSNESS_NOT_CHARTED,
                LONG_SEIZURE,
                SEIZURE,
                NO_SEIZURE,
                WEAKNESS,
                NO_WEAKNESS,
                DIFFUSE_OEDEMA,
                FOCAL_OEDEMA,
                NO_OEDEMA);
    }

    @Override
    public List<Finding> findings(ClinicalPicture picture, SitePolicy policy) {
        if (!(picture.neurology() instanceof Reading.Measured<NeurologicalExamination> measured)) {
            return UNKNOWN;
        }
        NeurologicalExamination found = measured.value();
        boolean sedated = Boolean.TRUE.equals(found.sedated());
        return List.of(
                sedated ? SEDATED : score(found, picture.patient(), policy),
                sedated ? CONSCIOUSNESS_NOT_CHARTED : consciousness(found.consciousness()),
                seizure(found.seizure()),
                Boolean.TRUE.equals(found.motorWeakness()) ? WEAKNESS : NO_WEAKNESS,
                oedema(found.oedema()));
    }

    @Override
    public Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        return Set.of();
    }

    /** A clinician attributes CRS, never ICANS, to another cause. */
    @Override
    public @Nullable GradeRange wouldBe(ClinicalPicture picture, SitePolicy policy) {
        return null;
    }

    /** Whether CAPD takes the place of ICE at this age. */
    static boolean asksForCapd(Patient patient, SitePolicy policy) {
        Double age = patient.ageYears();
        return age != null && age < policy.get(Settings.ICE_FROM);
    }

    private static Finding score(
            NeurologicalExamination found, Patient patient, SitePolicy policy) {
        boolean unarousable = found.consciousness() == Consciousness.UNAROUSABLE;
        if (asksForCapd(patient, policy)) {
            CapdScore capd = found.capd();
            if (capd == null) {
                return unarousable ? CAPD_4 : CAPD_NOT_CHARTED;
            }
            return capd(capd, policy);
        }
        IceScore ice = found.ice();
        if (ice == null) {
            return unarousable ? ICE_4 : ICE_NOT_CHARTED;
        }
        // ICE 0 is grade 4 only when the patient cannot be roused to perform it; awake with aphasia
        // it is 3.
        return ice.most() == 0 && found.consciousness() == null
                ? ICE_0_AWAKENING_UNKNOWN
                : ice(ice, found.consciousness() == null);
    }

    private static Finding ice(IceScore ice, boolean awakeningUnknown) {
        Finding best = ice(ice.most());
        Finding worst =
                ice.least() == 0 && awakeningUnknown ? ICE_0_AWAKENING_UNKNOWN : ice(ice.least());
        return best.equals(worst)
                ? best
                : ICE_PARTLY_CHARTED.ranging(
                        GradeRange.of(best.range().lowest(), worst.range().highest()));
    }

    private static Finding ice(int points) {
        if (points >= ICE_NORMAL) {
            return ICE_0;
        }
        if (points >= ICE_GRADE_1) {
            return ICE_1;
        }
        return points >= ICE_GRADE_2 ? ICE_2 : ICE_3;
    }

    private static Finding capd(CapdScore capd, SitePolicy policy) {
        Finding best = capd(capd.least(), policy);
        Finding worst = capd(capd.most(), policy);
        return best.equals(worst)
                ? best
                : CAPD_PARTLY_CHARTED.ranging(
                        GradeRange.of(best.range().lowest(), worst.range().highest()));
    }

    private static Finding capd(int points, SitePolicy policy) {
        if (points >= policy.get(Settings.CAPD_POSITIVE)) {
            return CAPD_3;
        }
        return points == 0 ? CAPD_0 : CAPD_1;
    }

    private static Finding consciousness(@Nullable Consciousness consciousness) {
        return switch (consciousness) {
            case null -> CONSCIOUSNESS_NOT_CHARTED;
            case AWAKE -> AWAKE;
            case SPONTANEOUSLY -> SPONTANEOUSLY;
            case TO_VOICE -> TO_VOICE;
            case TO_TOUCH -> TO_TOUCH;
            case UNAROUSABLE -> UNAROUSABLE;
        };
    }

    private static Finding seizure(@Nullable Seizure seizure) {
        return switch (seizure) {
            case null -> NO_SEIZURE;
            case NONE -> NO_SEIZURE;
            case RESOLVING -> SEIZURE;
            case PROLONGED -> LONG_SEIZURE;
        };
    }

    private static Finding oedema(@Nullable CerebralOedema oedema) {
        return switch (oedema) {
            case null -> NO_OEDEMA;
            case NONE -> NO_OEDEMA;
            case FOCAL -> FOCAL_OEDEMA;
            case DIFFUSE -> DIFFUSE_OEDEMA;
        };
    }
}
