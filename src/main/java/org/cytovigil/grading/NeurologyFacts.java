package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Seizure;
import org.jspecify.annotations.Nullable;

/** A neurological examination in words, part by part. */
final class NeurologyFacts {
    /** The parts of an examination, in the order of the findings of {@link IcansScale}. */
    private enum Part {
        SCORE,
        CONSCIOUSNESS,
        SEIZURE,
        MOTOR,
        OEDEMA
    }

    private final Assessment assessment;
    private final NeurologicalExamination found;
    private final Instant at;
    private final List<StatedFact> facts = new ArrayList<>();

    private NeurologyFacts(Assessment assessment, Reading.Measured<NeurologicalExamination> exam) {
        this.assessment = assessment;
        this.found = exam.value();
        this.at = exam.at();
    }

    /** Every part that was examined; none without a fresh examination. */
    static List<StatedFact> of(Assessment assessment) {
        NeurologyFacts stated = examined(assessment);
        if (stated == null) {
            return List.of();
        }
        for (Part part : Part.values()) {
            stated.part(part);
        }
        stated.sedation();
        return stated.facts;
    }

    /** The part that decides the grade; none when it is a part not examined. */
    static List<StatedFact> deciding(Assessment assessment) {
        NeurologyFacts stated = examined(assessment);
        int index = assessment.findings().indexOf(assessment.deciding());
        if (stated == null || index >= Part.values().length) {
            return List.of();
        }
        Part part = Part.values()[index];
        if (part != Part.SCORE) {
            stated.part(part);
        } else if (Boolean.TRUE.equals(stated.found.sedated())) {
            stated.sedation();
        } else {
            stated.decidingScore();
        }
        return stated.facts;
    }

    private static @Nullable NeurologyFacts examined(Assessment assessment) {
        return assessment.picture().neurology()
                        instanceof Reading.Measured<NeurologicalExamination> exam
                ? new NeurologyFacts(assessment, exam)
                : null;
    }

    /** The score that this age is graded by; without one it is unarousability that tells. */
    private void decidingScore() {
        boolean capd = IcansScale.asksForCapd(assessment.picture().patient(), assessment.policy());
        boolean scored = capd ? capd() : ice();
        if (!scored && found.consciousness() == Consciousness.UNAROUSABLE) {
            part(Part.CONSCIOUSNESS);
        }
    }

    private void part(Part part) {
        switch (part) {
            case SCORE -> {
                ice();
                capd();
            }
            case CONSCIOUSNESS -> {
                if (found.consciousness() != null) {
                    add(words(found.consciousness()));
                }
            }
            case SEIZURE -> {
                if (found.seizure() != null) {
                    add(words(found.seizure()));
                }
            }
            case MOTOR -> {
                if (found.motorWeakness() != null) {
                    add(found.motorWeakness() ? "deep focal motor weakness" : "no motor weakness");
                }
            }
            case OEDEMA -> {
                if (found.oedema() != null) {
                    add(words(found.oedema()));
                }
            }
        }
    }

    private boolean ice() {
        IceScore ice = found.ice();
        if (ice != null) {
            add("ICE " + points(ice.least(), ice.most()));
        }
        return ice != null;
    }

    private boolean capd() {
        CapdScore capd = found.capd();
        if (capd != null) {
            add("CAPD " + points(capd.least(), capd.most()));
        }
        return capd != null;
    }

    private void sedation() {
        if (Boolean.TRUE.equals(found.sedated())) {
            add("sedated");
        }
    }

    private void add(String words) {
        facts.add(StatedFact.measured(Axis.NEUROLOGY, words, at, ""));
    }

    private static String points(int least, int most) {
        return least == most ? Integer.toString(least) : least + " to " + most;
    }

    private static String words(Consciousness consciousness) {
        return switch (consciousness) {
            case AWAKE -> "awake";
            case SPONTANEOUSLY -> "awakens spontaneously";
            case TO_VOICE -> "awakens to voice";
            case TO_TOUCH -> "awakens to touch only";
            case UNAROUSABLE -> "unarousable";
        };
    }

    private static String words(Seizure seizure) {
        return switch (seizure) {
            case NONE -> "no seizure";
            case RESOLVING -> "seizure that resolved rapidly";
            case PROLONGED -> "prolonged or repetitive seizure";
        };
    }

    private static String words(CerebralOedema oedema) {
        return switch (oedema) {
            case NONE -> "no cerebral oedema";
            case FOCAL -> "focal cerebral oedema";
            case DIFFUSE -> "diffuse cerebral oedema";
        };
    }
}
