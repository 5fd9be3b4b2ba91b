package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.CerebralOedema;
import org.cytovigil.clinical.Observation.Consciousness;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.Seizure;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;
import org.jspecify.annotations.Nullable;

/**
 * What would raise a grade: each single change is tried on the picture itself, and of those along
 * one line (more support, a worse score) only the smallest that raises the grade is named. So the
 * words can never say what the scale does not do.
 */
// [impl->req~grading.reasons~1]
final class Escalation {
    /** A change that is tried, and how it is named. */
    private record Change(String words, UnaryOperator<PictureDraft> made) {}

    private final Assessment assessment;
    private final ClinicalPicture picture;
    private final SitePolicy policy;
    private final GradingScale scale;
    private final List<String> raising = new ArrayList<>();

    private Escalation(Assessment assessment) {
        this.assessment = assessment;
        this.picture = assessment.picture();
        this.policy = assessment.policy();
        this.scale = GradingScales.of(assessment.scale());
    }

    /** The smallest single changes of which each would raise the grade. */
    static List<String> of(Assessment assessment) {
        if (assessment.picture().died()) {
            return List.of();
        }
        Escalation escalation = new Escalation(assessment);
        if (assessment.scale() == ScaleId.ICANS) {
            escalation.tryNeurology();
        } else {
            escalation.tryFever();
            escalation.tryPressure();
            escalation.tryOxygen();
            escalation.tryOrgans();
        }
        return List.copyOf(escalation.raising);
    }

    /** The rise by hours at high dose alone, or {@code null} when they raise nothing. */
    static @Nullable TimedRise byTime(Assessment assessment) {
        GradingScale scale = GradingScales.of(assessment.scale());
        Instant due = DoseLevel.dueAt(assessment.picture(), assessment.policy());
        if (due == null || !scale.goesByDose()) {
            return null;
        }
        GradeRange then = new Escalation(assessment).tried(Escalation::highDoseLongEnough);
        return then.lowest() > assessment.range().lowest() ? new TimedRise(due, then) : null;
    }

    private void tryFever() {
        firstOf(
                new Change(
                        "fever of %s or above".formatted(celsius()),
                        draft ->
                                draft.temperature(
                                        new BodyTemperature(
                                                policy.get(Settings.FEVER_FROM),
                                                TemperatureSite.UNSTATED,
                                                false))));
        firstOf(new Change("constitutional symptoms", PictureDraft::symptoms));
    }

    private void tryPressure() {
        boolean lowerPressure = firstOf(lowPressure());
        if (lowerPressure) {
            return;
        }
        boolean fluids = firstOf(new Change(bolusWords(), PictureDraft::bolus));
        if (fluids) {
            return;
        }
        String one = picture.countedVasopressors(policy) == 0 ? "a" : "another";
        firstOf(
                new Change(
                        one + " vasopressor", draft -> draft.alsoRunning(Vasopressor.VASOPRESSIN)),
                new Change(
                        one + " vasopressor other than vasopressin",
                        PictureDraft::oneMoreVasopressor),
                new Change(
                        "two vasopressors",
                        draft -> draft.alsoRunning(Vasopressor.VASOPRESSIN).oneMoreVasopressor()),
                new Change(
                        "two vasopressors other than vasopressin",
                        draft -> draft.oneMoreVasopressor().oneMoreVasopressor()));
        if (scale.goesByDose()) {
            firstOf(new Change(highDoseWords(), Escalation::highDoseLongEnough));
        }
    }

    private String bolusWords() {
        return picture.bolusesCounted() == 0
                ? "a fluid bolus for hypotension"
                : "another fluid bolus within %s"
                        .formatted(Wording.duration(policy.get(Settings.PENN_BOLUSES_WITHIN)));
    }

    private Change lowPressure() {
        double limit = Hypotension.systolicLimit(picture.patient(), policy);
        return new Change(
                "a systolic pressure below %s mmHg".formatted(Wording.number(limit)),
                draft ->
                        draft.pressure(
                                new BloodPressure(
                                        new Pressure(limit - 1),
                                        null,
                                        null,
                                        PressureSource.UNSTATED)));
    }

    private String highDoseWords() {
        String hours = Wording.duration(policy.get(Settings.HIGH_DOSE_AFTER));
        List<RunningVasopressor> running = picture.vasopressors().drugs();
        for (RunningVasopressor drug : running) {
            Setting<?> row = HighDose.row(drug.infusion().drug());
            if (row != null && picture.countedVasopressors(policy) == 1) {
                return "%s of %s or more for %s"
                        .formatted(
                                drug.infusion().drug().id(),
                                policy.text(row).replace("ug", "µg"),
                                hours);
            }
        }
        return "vasopressors at high dose for " + hours;
    }

    private static PictureDraft highDoseLongEnough(PictureDraft draft) {
        return draft.vasopressorsAtHighDose();
    }

    private void tryOxygen() {
        firstOf(
                new Change(
                        "SpO2 below %s %% without more oxygen than at home"
                                .formatted(Wording.number(policy.get(Settings.HYPOXIA_BELOW))),
                        draft ->
                                draft.saturation(
                                        new OxygenSaturation(
                                                policy.get(Settings.HYPOXIA_BELOW) - 1))));
        double lowFlow = policy.get(Settings.LOW_FLOW).litresPerMinute();
        firstOf(
                new Change(
                        "supplemental oxygen",
                        draft ->
                                draft.oxygen(
                                        new OxygenSupport.NasalCannula(new OxygenFlow(1), null))),
                new Change(
                        "FiO2 of %s or more".formatted(policy.text(Settings.HIGH_FRACTION)),
                        draft ->
                                draft.oxygen(
                                        new OxygenSupport.HighFlowCannula(
                                                policy.get(Settings.LOW_FLOW),
                                                policy.get(Settings.HIGH_FRACTION)))),
                new Change(
                        "oxygen above %s L/min or by mask".formatted(Wording.number(lowFlow)),
                        draft ->
                                draft.oxygen(
                                        new OxygenSupport.NasalCannula(
                                                new OxygenFlow(lowFlow + 1), null))),
                new Change(
                        "CPAP, BiPAP or invasive ventilation",
                        draft -> draft.oxygen(new OxygenSupport.Cpap(null))),
                new Change(
                        "invasive ventilation",
                        draft -> draft.oxygen(new OxygenSupport.Ventilator(null))));
    }

    private void tryOrgans() {
        boolean any = firstOf(toxicity(Organ.OTHER, "organ toxicity of CTCAE grade %d"));
        if (!any) {
            firstOf(toxicity(Organ.RENAL, "creatinine of CTCAE grade %d"));
            firstOf(toxicity(Organ.TRANSAMINASES, "transaminases of CTCAE grade %d"));
        }
        boolean therapy =
                firstOf(
                        new Change(
                                "intravenous therapy for symptoms",
                                PictureDraft::intravenousTherapy));
        if (!therapy) {
            firstOf(
                    new Change(
                            "plasma products for coagulopathy", PictureDraft::coagulopathyTreated));
        }
    }

    private Change[] toxicity(Organ organ, String words) {
        Change[] grades = new Change[4];
        for (int grade = 1; grade <= grades.length; grade++) {
            int toxic = grade;
            grades[grade - 1] =
                    new Change(
                            words.formatted(toxic),
                            draft -> {
                                Map<Organ, Integer> organs = new EnumMap<>(Organ.class);
                                organs.putAll(picture.organToxicity());
                                organs.merge(organ, toxic, Math::max);
                                return draft.organToxicity(organs);
                            });
        }
        return grades;
    }

    private void tryNeurology() {
        if (IcansScale.asksForCapd(picture.patient(), policy)) {
            int positive = policy.get(Settings.CAPD_POSITIVE);
            firstOf(
                    new Change("CAPD above 0", capd(1)),
                    new Change("CAPD of %d or more".formatted(positive), capd(positive)));
        } else {
            firstOf(
                    new Change("ICE of 9 or less", ice(9)),
                    new Change("ICE of 6 or less", ice(6)),
                    new Change("ICE of 2 or less", ice(2)));
        }
        firstOf(
                awakens("awakening spontaneously only", Consciousness.SPONTANEOUSLY),
                awakens("awakening to voice only", Consciousness.TO_VOICE),
                awakens("awakening to touch only", Consciousness.TO_TOUCH),
                awakens("not to be roused", Consciousness.UNAROUSABLE));
        firstOf(
                seizure("a seizure that resolves rapidly", Seizure.RESOLVING),
                seizure("a prolonged or repetitive seizure", Seizure.PROLONGED));
        firstOf(
                new Change(
                        "deep focal motor weakness",
                        draft -> draft.neurology(examined().withMotorWeakness())));
        firstOf(
                oedema("focal oedema on imaging", CerebralOedema.FOCAL),
                oedema("diffuse oedema", CerebralOedema.DIFFUSE));
    }

    private NeurologicalExamination examined() {
        return picture.neurology() instanceof Reading.Measured<NeurologicalExamination> measured
                ? measured.value()
                : new NeurologicalExamination(null, null, null, null, null, null, null);
    }

    private UnaryOperator<PictureDraft> ice(int points) {
        return draft -> draft.neurology(examined().withIce(new IceScore.Total(points)));
    }

    private UnaryOperator<PictureDraft> capd(int points) {
        return draft -> draft.neurology(examined().withCapd(new CapdScore.Total(points)));
    }

    private Change awakens(String words, Consciousness consciousness) {
        return new Change(
                words, draft -> draft.neurology(examined().withConsciousness(consciousness)));
    }

    private Change seizure(String words, Seizure seizure) {
        return new Change(words, draft -> draft.neurology(examined().withSeizure(seizure)));
    }

    private Change oedema(String words, CerebralOedema oedema) {
        return new Change(words, draft -> draft.neurology(examined().withOedema(oedema)));
    }

    private String celsius() {
        return Wording.tenths(policy.get(Settings.FEVER_FROM).celsius()) + " °C";
    }

    /**
     * Names the first of these changes that raises the grade; they come in the order of gravity.
     */
    private boolean firstOf(Change... changes) {
        for (Change change : changes) {
            if (raises(change.made())) {
                raising.add(change.words());
                return true;
            }
        }
        return false;
    }

    private boolean raises(UnaryOperator<PictureDraft> change) {
        return tried(change).lowest() > assessment.range().lowest();
    }

    private GradeRange tried(UnaryOperator<PictureDraft> change) {
        ClinicalPicture changed = change.apply(new PictureDraft(picture)).done();
        return CommonFindings.worst(scale.findings(changed, policy));
    }
}
