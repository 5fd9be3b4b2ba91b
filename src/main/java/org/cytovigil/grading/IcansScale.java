package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.jspecify.annotations.Nullable;

/**
 * ICANS (ASTCT 2019): the worst of encephalopathy score, consciousness, seizure, motor findings and
 * cerebral oedema. Below 12 years CAPD takes the place of ICE; at 12 it is ICE (policy section 4).
 */
// [impl->req~grading.icans~1]
final class IcansScale implements GradingScale {
    private static final double ICE_FROM_YEARS = 12;

    /** CAPD from this score on is delirium (criteria section 1.8). */
    private static final int CAPD_POSITIVE = 9;

    private static final Finding NOT_EXAMINED =
            Finding.open(
                    Axis.NEUROLOGY,
                    0,
                    4,
                    "no neurological examination charted",
                    MissingFact.ENCEPHALOPATHY_SCORE);
    private static final Finding ICE_NOT_CHARTED =
            Finding.open(Axis.NEUROLOGY, 0, 4, "ICE not charted", MissingFact.ENCEPHALOPATHY_SCORE);
    private static final Finding CAPD_NOT_CHARTED =
            Finding.open(
                    Axis.NEUROLOGY, 0, 4, "CAPD not charted", MissingFact.ENCEPHALOPATHY_SCORE);
    private static final Finding ICE_0_AWAKENING_UNKNOWN =
            Finding.open(Axis.NEUROLOGY, 3, 4, "ICE 0", MissingFact.NEUROLOGICAL_EXAMINATION);

    @Override
    public ScaleId id() {
        return ScaleId.ICANS;
    }

    @Override
    public Assessment assess(ClinicalPicture picture, SitePolicy policy) {
        List<Finding> findings = findings(picture);
        GradeRange range = CommonFindings.worst(findings);
        return new Assessment(
                id(),
                picture,
                policy.version(),
                range,
                findings,
                null,
                EnumSet.noneOf(Note.class),
                List.of(),
                null);
    }

    private static List<Finding> findings(ClinicalPicture picture) {
        NeurologicalExamination found = picture.neurology();
        if (found == null) {
            return List.of(NOT_EXAMINED);
        }
        Double age = picture.patient().ageYears();
        List<Finding> findings = new ArrayList<>();
        findings.add(age != null && age < ICE_FROM_YEARS ? capd(found) : ice(found));
        findings.add(consciousness(found.consciousness()));
        findings.add(seizure(found.seizure()));
        findings.add(
                Boolean.TRUE.equals(found.motorWeakness())
                        ? finding(4, "deep focal motor weakness")
                        : finding(0, "no motor weakness"));
        findings.add(oedema(found.oedema()));
        return findings;
    }

    private static Finding ice(NeurologicalExamination found) {
        Integer ice = found.ice();
        if (ice == null) {
            return found.consciousness() == Consciousness.UNAROUSABLE
                    ? finding(4, "unarousable, unable to perform ICE")
                    : ICE_NOT_CHARTED;
        }
        if (ice >= 10) {
            return finding(0, "ICE 10");
        }
        if (ice >= 7) {
            return finding(1, "ICE 7 to 9");
        }
        if (ice >= 3) {
            return finding(2, "ICE 3 to 6");
        }
        // ICE 0 is grade 4 only when the patient cannot be roused to perform it; awake with aphasia
        // it is 3.
        return ice == 0 && found.consciousness() == null
                ? ICE_0_AWAKENING_UNKNOWN
                : finding(3, "ICE 0 to 2");
    }

    private static Finding capd(NeurologicalExamination found) {
        Integer capd = found.capd();
        if (capd == null) {
            return found.consciousness() == Consciousness.UNAROUSABLE
                    ? finding(4, "unarousable, unable to perform CAPD")
                    : CAPD_NOT_CHARTED;
        }
        if (capd >= CAPD_POSITIVE) {
            return finding(3, "CAPD 9 or more");
        }
        return capd == 0 ? finding(0, "CAPD 0") : finding(1, "CAPD below 9");
    }

    private static Finding consciousness(@Nullable Consciousness consciousness) {
        if (consciousness == null) {
            return finding(0, "consciousness not charted as disturbed");
        }
        return switch (consciousness) {
            case AWAKE -> finding(0, "awake");
            case SPONTANEOUSLY -> finding(1, "awakens spontaneously");
            case TO_VOICE -> finding(2, "awakens to voice");
            case TO_TOUCH -> finding(3, "awakens only to tactile stimulus");
            case UNAROUSABLE -> finding(4, "unarousable, or needs vigorous stimuli");
        };
    }

    private static Finding seizure(@Nullable Seizure seizure) {
        if (seizure == null) {
            return finding(0, "no seizure charted");
        }
        return switch (seizure) {
            case NONE -> finding(0, "no seizure");
            case RESOLVING -> finding(3, "a seizure that resolves rapidly");
            case PROLONGED ->
                    finding(4, "life-threatening or repetitive seizure, or above 5 minutes");
        };
    }

    private static Finding oedema(@Nullable CerebralOedema oedema) {
        if (oedema == null) {
            return finding(0, "no cerebral oedema charted");
        }
        return switch (oedema) {
            case NONE -> finding(0, "no cerebral oedema");
            case FOCAL -> finding(3, "focal oedema on imaging");
            case DIFFUSE -> finding(4, "diffuse oedema or signs of raised intracranial pressure");
        };
    }

    private static Finding finding(int grade, String criterion) {
        return Finding.of(Axis.NEUROLOGY, grade, criterion);
    }
}
