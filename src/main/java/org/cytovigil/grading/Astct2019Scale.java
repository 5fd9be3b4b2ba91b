package org.cytovigil.grading;

import static org.cytovigil.grading.CommonFindings.PRESSURE_NORMAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;

/**
 * ASTCT consensus 2019 (Lee, Santomasso et al., Biol Blood Marrow Transplant 25:625): fever, then
 * the worse of hypotension and hypoxia. Doses, FiO2 and organ toxicity never count.
 */
// [impl->req~grading.astct~1]
final class Astct2019Scale implements GradingScale {
    private static final String TABLE = "ASTCT 2019, table of CRS grades";
    private static final String FOOTNOTE = "ASTCT 2019, footnote on fever";

    private static final Finding SEVERAL_VASOPRESSORS =
            Finding.of(
                    Axis.PRESSURE,
                    4,
                    "hypotension requiring multiple vasopressors (vasopressin not counted)",
                    TABLE);
    private static final Finding ONE_VASOPRESSOR =
            Finding.of(
                    Axis.PRESSURE,
                    3,
                    "hypotension requiring a vasopressor with or without vasopressin",
                    TABLE);
    private static final Finding HYPOTENSION =
            Finding.of(Axis.PRESSURE, 2, "hypotension not requiring vasopressors", TABLE);
    private static final Finding PRESSURE_UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    0,
                    2,
                    "blood pressure not known",
                    MissingFact.PRESSURE,
                    Finding.POLICY_3);

    private static final Finding POSITIVE_PRESSURE =
            Finding.of(
                    Axis.OXYGEN,
                    4,
                    "hypoxia requiring positive pressure (CPAP, BiPAP, intubation and mechanical ventilation)",
                    TABLE);
    private static final Finding HIGH_FLOW =
            Finding.of(
                    Axis.OXYGEN,
                    3,
                    "hypoxia requiring high-flow nasal cannula, face mask, non-rebreather or Venturi mask",
                    TABLE);
    private static final Finding HIGH_FLOW_BY_FLOW =
            Finding.of(
                    Axis.OXYGEN,
                    3,
                    "hypoxia requiring nasal cannula above low flow (6 L/min)",
                    TABLE,
                    Settings.LOW_FLOW);
    private static final Finding LOW_FLOW =
            Finding.of(
                    Axis.OXYGEN,
                    2,
                    "hypoxia requiring low-flow nasal cannula (6 L/min or less)",
                    TABLE,
                    Settings.LOW_FLOW);
    private static final Finding BLOW_BY =
            Finding.of(Axis.OXYGEN, 2, "hypoxia requiring blow-by oxygen", TABLE);
    private static final Finding CANNULA_OF_UNKNOWN_FLOW =
            Finding.open(
                    Axis.OXYGEN,
                    2,
                    3,
                    "nasal cannula of unknown flow",
                    MissingFact.CANNULA_FLOW,
                    Finding.POLICY_3);
    private static final Finding UNTREATED_HYPOXIA =
            Finding.open(
                    Axis.OXYGEN,
                    2,
                    4,
                    "low SpO2 on room air, not yet treated",
                    MissingFact.ANSWER_TO_HYPOXIA,
                    Finding.POLICY_3,
                    Settings.HYPOXIA_BELOW);

    private static final Finding NO_EPISODE =
            Finding.of(Axis.FEVER, 0, "no fever so far", FOOTNOTE, Settings.FEVER_FROM);

    // Without a temperature nobody knows whether this is CRS at all: anything from 0 to what it
    // would be with fever.
    private static final Finding ONSET_UNKNOWN =
            Finding.open(
                    Axis.FEVER,
                    0,
                    4,
                    "temperature not known",
                    MissingFact.TEMPERATURE,
                    Finding.POLICY_3);

    private static final List<Finding> WITHOUT_EPISODE = List.of(NO_EPISODE);

    @Override
    public ScaleId id() {
        return ScaleId.ASTCT_2019;
    }

    @Override
    public String source() {
        return "Lee, Santomasso et al., Biol Blood Marrow Transplant 2019;25:625";
    }

    @Override
    public List<Finding> table(SitePolicy policy) {
        return List.of(
                CommonFindings.DEATH,
                CommonFindings.OTHER_CAUSE,
                SEVERAL_VASOPRESSORS,
                ONE_VASOPRESSOR,
                HYPOTENSION,
                PRESSURE_UNKNOWN,
                PRESSURE_NORMAL,
                CommonFindings.OTHER_CAUSE_PRESSURE,
                POSITIVE_PRESSURE,
                HIGH_FLOW,
                HIGH_FLOW_BY_FLOW,
                LOW_FLOW,
                BLOW_BY,
                UNTREATED_HYPOXIA,
                CANNULA_OF_UNKNOWN_FLOW,
                CommonFindings.OXYGEN_UNKNOWN,
                CommonFindings.ROOM_AIR,
                CommonFindings.HOME_OXYGEN,
                CommonFindings.OTHER_CAUSE_OXYGEN,
                CommonFindings.FEVER,
                CommonFindings.FEVER_UNKNOWN,
                CommonFindings.NO_FEVER,
                ONSET_UNKNOWN,
                NO_EPISODE);
    }

    @Override
    public List<Finding> findings(ClinicalPicture picture, SitePolicy policy) {
        List<Finding> before = AxisFindings.beforeAxes(picture);
        if (before != null) {
            return before;
        }
        if (underway(picture, policy)) {
            return List.of(
                    pressure(picture, policy),
                    oxygen(picture, policy),
                    CommonFindings.fever(picture, policy));
        }
        return picture.fever(policy) == Known.NO ? WITHOUT_EPISODE : onsetUnknown(picture, policy);
    }

    /** Names the temperature first, then what else would be missing with fever. */
    private static List<Finding> onsetUnknown(ClinicalPicture picture, SitePolicy policy) {
        List<Finding> findings = new ArrayList<>();
        findings.add(ONSET_UNKNOWN.ranging(GradeRange.of(0, ifFebrile(picture, policy).highest())));
        for (Finding axis : List.of(pressure(picture, policy), oxygen(picture, policy))) {
            if (axis.missing() != null) {
                findings.add(axis.ranging(GradeRange.of(0, axis.range().highest())));
            }
        }
        return findings;
    }

    @Override
    public @Nullable GradeRange wouldBe(ClinicalPicture picture, SitePolicy policy) {
        if (picture.died()) {
            return null;
        }
        ClinicalPicture whole = picture.withoutAttributions();
        if (!underway(whole, policy)) {
            GradeRange febrile = ifFebrile(whole, policy);
            return febrile.lowest() > 1 ? febrile : null;
        }
        return picture.attributions().isEmpty()
                ? null
                : CommonFindings.worst(findings(whole, policy));
    }

    @Override
    public Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        Set<Note> notes = CommonFindings.notes(picture, policy);
        if (picture.died()) {
            return notes;
        }
        boolean underway = underway(picture, policy);
        if (!underway
                && !picture.attributedWhole()
                && picture.fever(policy) == Known.NO
                && ifFebrile(picture, policy).lowest() > 1) {
            notes.add(Note.NO_FEVER);
        }
        if (underway && CommonFindings.worst(findings(picture, policy)).lowest() == 0) {
            notes.add(Note.EPISODE_OPEN);
        }
        return notes;
    }

    /** Fever is asked for once, at the onset; from then on the episode decides. */
    private static boolean underway(ClinicalPicture picture, SitePolicy policy) {
        return picture.episode().open()
                || (picture.fever(policy) == Known.YES && !picture.attributedWhole());
    }

    private static GradeRange ifFebrile(ClinicalPicture picture, SitePolicy policy) {
        return GradeRange.of(1)
                .worse(pressure(picture, policy).range())
                .worse(oxygen(picture, policy).range());
    }

    private static Finding pressure(ClinicalPicture picture, SitePolicy policy) {
        if (picture.attributed(AttributionScope.PRESSURE)) {
            return CommonFindings.OTHER_CAUSE_PRESSURE;
        }
        if (picture.countedVasopressorsButVasopressin(policy) >= 2) {
            return SEVERAL_VASOPRESSORS;
        }
        if (picture.countedVasopressors(policy) >= 1) {
            return ONE_VASOPRESSOR;
        }
        return switch (Hypotension.present(picture, policy, false)) {
            case YES -> HYPOTENSION;
            case NO -> PRESSURE_NORMAL;
            case UNKNOWN -> PRESSURE_UNKNOWN;
        };
    }

    private static Finding oxygen(ClinicalPicture picture, SitePolicy policy) {
        Finding known = CommonFindings.oxygenBeforeDevice(picture, policy, UNTREATED_HYPOXIA);
        if (known != null) {
            return known;
        }
        return switch (CommonFindings.device(picture)) {
            case null -> CommonFindings.OXYGEN_UNKNOWN;
            case OxygenSupport.RoomAir air -> CommonFindings.ROOM_AIR;
            case OxygenSupport.NasalCannula cannula ->
                    cannula.flow() == null
                            ? CANNULA_OF_UNKNOWN_FLOW
                            : byFlow(cannula.flow(), policy);
            case OxygenSupport.HighFlowCannula cannula ->
                    cannula.flow() != null && policy.get(Settings.HIGH_FLOW_CANNULA_BY_FLOW)
                            ? byFlow(cannula.flow(), policy)
                            : HIGH_FLOW;
            case OxygenSupport.BlowBy blowBy -> BLOW_BY;
            case OxygenSupport.Mask mask -> HIGH_FLOW;
            case OxygenSupport.Cpap cpap -> POSITIVE_PRESSURE;
            case OxygenSupport.Bipap bipap -> POSITIVE_PRESSURE;
            case OxygenSupport.Ventilator ventilator -> POSITIVE_PRESSURE;
            case OxygenSupport.Unrecognised unrecognised -> CommonFindings.OXYGEN_UNKNOWN;
        };
    }

    private static Finding byFlow(OxygenFlow flow, SitePolicy policy) {
        return flow.litresPerMinute() <= policy.get(Settings.LOW_FLOW).litresPerMinute()
                ? LOW_FLOW
                : HIGH_FLOW_BY_FLOW;
    }
}
