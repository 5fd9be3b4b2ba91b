package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.grading.ClinicalPicture.Known;

/** What is missing in one picture, named as closely as the picture allows. */
final class MissingStated {
    private final ClinicalPicture picture;
    private final SitePolicy policy;

    MissingStated(Assessment assessment) {
        this.picture = assessment.picture();
        this.policy = assessment.policy();
    }

    /** The fact in words, fit to follow "not known:". */
    String text(MissingFact fact) {
        return switch (fact) {
            case PRESSURE ->
                    picture.pressure() instanceof Reading.Measured
                            ? "a systolic pressure"
                            : fact.text();
            case INSPIRED_OXYGEN -> inspired();
            case VASOPRESSOR_DOSE, WEIGHT -> dose();
            case ENCEPHALOPATHY_SCORE -> score();
            case TEMPERATURE,
                    OXYGEN_DEVICE,
                    CANNULA_FLOW,
                    ANSWER_TO_HYPOXIA,
                    ANSWER_TO_FLUIDS,
                    ENCEPHALOPATHY_ITEMS,
                    EXAMINATION_WITHOUT_SEDATION,
                    NEUROLOGICAL_EXAMINATION,
                    JUDGEMENT ->
                    fact.text();
        };
    }

    /**
     * How long it has been missing, for instance "last charted 9 h ago"; empty when it is not a
     * parameter that is charted over and over, or only a part of one.
     */
    String state(MissingFact fact) {
        return switch (fact) {
            case TEMPERATURE -> staleness(picture.temperature());
            // A fresh reading lacks the part that decides.
            case PRESSURE ->
                    picture.pressure() instanceof Reading.Measured
                            ? ""
                            : staleness(picture.pressure());
            case OXYGEN_DEVICE -> staleness(picture.oxygen());
            case ENCEPHALOPATHY_SCORE -> scoreState();
            case CANNULA_FLOW,
                    INSPIRED_OXYGEN,
                    ANSWER_TO_HYPOXIA,
                    VASOPRESSOR_DOSE,
                    WEIGHT,
                    ANSWER_TO_FLUIDS,
                    ENCEPHALOPATHY_ITEMS,
                    EXAMINATION_WITHOUT_SEDATION,
                    NEUROLOGICAL_EXAMINATION,
                    JUDGEMENT ->
                    "";
        };
    }

    private String staleness(Reading<?> reading) {
        return switch (reading) {
            case Reading.Measured<?> measured -> "last charted " + ago(measured.at());
            case Reading.Stale<?> stale -> "last charted " + ago(stale.at());
            case Reading.Missing<?> missing -> "never charted";
            case Reading.Implausible<?> implausible -> "rejected: " + implausible.reason();
        };
    }

    private String ago(Instant at) {
        return Wording.age(at, picture.at()) + " ago";
    }

    /** What tells the fraction of the device in use. */
    private String inspired() {
        OxygenSupport support = CommonFindings.device(picture);
        // These have nothing to set: what reaches the patient is measured or judged.
        String nothingSet = "the FiO2 that reaches the patient";
        return switch (support) {
            case null -> MissingFact.INSPIRED_OXYGEN.text();
            case OxygenSupport.Mask mask ->
                    switch (mask.kind()) {
                        case SIMPLE -> "the flow through the mask";
                        case FACE_TENT, PARTIAL_REBREATHER -> nothingSet;
                        case TRACHEOSTOMY_COLLAR, T_PIECE, VENTURI, NON_REBREATHER ->
                                MissingFact.INSPIRED_OXYGEN.text();
                    };
            case OxygenSupport.BlowBy blowBy -> nothingSet;
            case OxygenSupport.RoomAir air -> MissingFact.INSPIRED_OXYGEN.text();
            case OxygenSupport.NasalCannula cannula -> MissingFact.INSPIRED_OXYGEN.text();
            case OxygenSupport.HighFlowCannula cannula -> MissingFact.INSPIRED_OXYGEN.text();
            case OxygenSupport.Cpap cpap -> MissingFact.INSPIRED_OXYGEN.text();
            case OxygenSupport.Bipap bipap -> MissingFact.INSPIRED_OXYGEN.text();
            case OxygenSupport.Ventilator ventilator -> MissingFact.INSPIRED_OXYGEN.text();
            case OxygenSupport.Unrecognised unrecognised -> MissingFact.INSPIRED_OXYGEN.text();
        };
    }

    /**
     * A level of dose is open for want of a present dose, of a present weight, or, when the present
     * dose is known to be high, of what it was before.
     */
    private String dose() {
        boolean dosesKnown = true;
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            dosesKnown &= !inTable(running) || running.infusion().rate() != null;
        }
        Known high =
                HighDose.now(picture.vasopressors().drugs(), picture.patient().weight(), policy);
        if (high == Known.YES) {
            Duration span = policy.get(Settings.HIGH_DOSE_AFTER);
            return (dosesChartedSince(picture.at().minus(span))
                                    ? MissingFact.WEIGHT
                                    : MissingFact.VASOPRESSOR_DOSE)
                            .text()
                    + " over the last "
                    + Wording.duration(span);
        }
        return (dosesKnown ? MissingFact.WEIGHT : MissingFact.VASOPRESSOR_DOSE).text();
    }

    /**
     * Whether what runs now ran so all the time, as far back as anyone can say that it was high.
     */
    private boolean dosesChartedSince(Instant begin) {
        Instant possibly = picture.vasopressors().possiblyHighDoseSince();
        Instant from = possibly != null && possibly.isAfter(begin) ? possibly : begin;
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            if (inTable(running) && running.doseSince().isAfter(from)) {
                return false;
            }
        }
        return true;
    }

    private static boolean inTable(RunningVasopressor running) {
        return HighDose.row(running.infusion().drug()) != null;
    }

    private String score() {
        Patient patient = picture.patient();
        if (patient.ageYears() == null) {
            return "the ICE score (below %s CAPD)"
                    .formatted(Wording.plainUnit(policy.text(Settings.ICE_FROM)));
        }
        return IcansScale.asksForCapd(patient, policy) ? "the CAPD score" : "the ICE score";
    }

    /** An examination may hold everything but the score, or one that could not be true. */
    private String scoreState() {
        return switch (picture.neurology()) {
            case Reading.Measured<NeurologicalExamination> exam when !scored(exam.value()) ->
                    unscored(exam.at());
            case Reading.Stale<NeurologicalExamination> exam when !scored(exam.value()) ->
                    unscored(exam.at());
            case Reading<NeurologicalExamination> exam -> staleness(exam);
        };
    }

    private boolean scored(NeurologicalExamination exam) {
        return IcansScale.asksForCapd(picture.patient(), policy)
                ? exam.capd() != null
                : exam.ice() != null;
    }

    private String unscored(Instant at) {
        return "no usable one in the examination " + ago(at);
    }
}
