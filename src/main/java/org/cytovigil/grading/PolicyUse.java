package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Vasopressor;

/**
 * Which decisions of the site an assessment rests on: those of the rows that set the ends of its
 * range, and those that made the facts behind them what they are. Rows that set neither end are
 * left out: had the site decided otherwise there, the grade would be the same.
 */
// [impl->req~grading.reasons~1]
final class PolicyUse {
    private final Assessment assessment;
    private final ClinicalPicture picture;
    private final SitePolicy policy;
    private final Set<Setting<?>> used = new LinkedHashSet<>();

    private PolicyUse(Assessment assessment) {
        this.assessment = assessment;
        this.picture = assessment.picture();
        this.policy = assessment.policy();
    }

    static List<Setting<?>> of(Assessment assessment) {
        PolicyUse use = new PolicyUse(assessment);
        for (Finding finding : assessment.findings()) {
            if (binds(finding, assessment.range())) {
                use.used.addAll(finding.settings());
                use.lookBehind(finding);
            }
        }
        use.lookAtEpisode();
        use.tryDefaults();
        return new ArrayList<>(use.used);
    }

    private static boolean binds(Finding finding, GradeRange range) {
        boolean setsLowest = range.lowest() > 0 && finding.range().lowest() == range.lowest();
        boolean setsHighest =
                range.highest() > range.lowest() && finding.range().highest() == range.highest();
        boolean onlyOne = range.highest() == 0 && !finding.settings().isEmpty();
        return setsLowest || setsHighest || onlyOne;
    }

    private void lookBehind(Finding finding) {
        switch (finding.axis()) {
            case PRESSURE -> lookAtPressure();
            case OXYGEN -> lookAtOxygen();
            case FEVER -> useIfStale(picture.temperature(), Settings.TEMPERATURE_FRESH);
            case NEUROLOGY -> useIfStale(picture.neurology(), Settings.NEUROLOGY_FRESH);
            case ORGANS, OUTCOME -> {}
        }
    }

    private void useIfStale(Reading<?> reading, Setting<?> setting) {
        if (reading instanceof Reading.Stale<?>) {
            used.add(setting);
        }
    }

    private void lookAtPressure() {
        boolean dose = GradingScales.of(assessment.scale()).goesByDose();
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            Vasopressor drug = running.infusion().drug();
            if (drug.role() == Vasopressor.Role.INOTROPE) {
                used.add(Settings.INOTROPES_COUNT);
            }
            if (running.isUnconfirmed(picture.at(), policy)) {
                used.add(Settings.INFUSION_CONFIRMED);
            }
            if (dose && running.infusion().rate() != null) {
                lookAtDose(running, drug);
            }
        }
        if (picture.countedVasopressors(policy) == 0) {
            lookAtReading();
        }
    }

    private void lookAtDose(RunningVasopressor running, Vasopressor drug) {
        if (drug == Vasopressor.NOREPINEPHRINE && running.infusion().salt() == Salt.UNSTATED) {
            used.add(Settings.NOREPINEPHRINE_MASS);
        }
        int counted = picture.countedVasopressors(policy);
        Setting<?> row = HighDose.row(drug);
        if (row != null && counted == 1) {
            used.add(row);
        } else if (row != null) {
            used.add(
                    HighDose.equivalentLimit(
                            picture.countedVasopressorsButVasopressin(policy) < counted));
        }
    }

    private void lookAtReading() {
        if (picture.hypotensionStated()) {
            return;
        }
        if (picture.recentBolus(policy)) {
            used.add(Settings.BOLUS_COUNTS);
            return;
        }
        useIfStale(picture.pressure(), Settings.PRESSURE_FRESH);
        if (!(picture.pressure() instanceof Reading.Measured<BloodPressure> measured)) {
            return;
        }
        boolean systolicAlone = GradingScales.of(assessment.scale()).systolicAlone();
        used.addAll(Hypotension.limits(picture.patient(), policy, systolicAlone));
        if (!systolicAlone
                && !Hypotension.isChild(picture.patient(), policy)
                && Hypotension.relativelyLow(
                        measured.value().systolic(),
                        picture.patient().baseline().systolic(),
                        policy)) {
            used.add(Settings.RELATIVE_SYSTOLIC);
            used.add(Settings.RELATIVE_PERCENT);
        }
    }

    private void lookAtOxygen() {
        useIfStale(picture.oxygen(), Settings.OXYGEN_FRESH);
        OxygenSupport support = CommonFindings.device(picture);
        if (assessment.scale() == ScaleId.ASTCT_2019
                && support instanceof OxygenSupport.HighFlowCannula cannula
                && cannula.flow() != null) {
            used.add(Settings.HIGH_FLOW_CANNULA_BY_FLOW);
        }
        boolean byFraction =
                assessment.findings().stream()
                        .anyMatch(f -> f.settings().contains(Settings.HIGH_FRACTION));
        if (support == null || !byFraction || !FractionOxygenAxis.estimates(picture, policy)) {
            return;
        }
        if (support instanceof OxygenSupport.NasalCannula) {
            used.addAll(InspiredOxygen.CANNULA);
        } else if (support instanceof OxygenSupport.Mask mask) {
            if (mask.kind() == OxygenSupport.MaskKind.NON_REBREATHER) {
                used.add(Settings.NON_REBREATHER);
            } else {
                used.addAll(InspiredOxygen.SIMPLE_MASK);
            }
        }
    }

    /** Without fever the grade rests on whether an episode that began is still open. */
    private void lookAtEpisode() {
        boolean gated = assessment.scale() == ScaleId.ASTCT_2019;
        boolean afebrile = picture.fever(policy) != ClinicalPicture.Known.YES;
        if (gated && afebrile && picture.episode().number() > 0 && !picture.died()) {
            used.add(Settings.EPISODE_CLOSES);
        }
    }

    /** What the site changed is named where the default would have given another grade. */
    private void tryDefaults() {
        for (Setting<?> setting : policy.changed()) {
            if (!used.contains(setting)) {
                List<Finding> findings =
                        GradingScales.of(assessment.scale())
                                .findings(picture, policy.withDefault(setting));
                if (!CommonFindings.worst(findings).equals(assessment.range())) {
                    used.add(setting);
                }
            }
        }
    }
}
