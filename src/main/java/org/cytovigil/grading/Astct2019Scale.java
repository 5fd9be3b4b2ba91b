package org.cytovigil.grading;

import static org.cytovigil.grading.CommonFindings.PRESSURE_NORMAL;

import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;

/**
 * ASTCT consensus 2019 (Lee, Santomasso et al., Biol Blood Marrow Transplant 25:625): fever, then
 * the worse of hypotension and hypoxia. Doses, FiO2 and organ toxicity never count.
 */
// [impl->req~grading.astct~1]
final class Astct2019Scale implements GradingScale {
    /**
     * Up to and including this many litres a minute a nasal cannula is "low flow" (footnote to the
     * table).
     */
    private static final double LOW_FLOW_LITRES = 6;

    private static final Finding HYPOTENSION =
            Finding.of(Axis.PRESSURE, 2, "hypotension not requiring vasopressors");
    private static final Finding ONE_VASOPRESSOR =
            Finding.of(
                    Axis.PRESSURE,
                    3,
                    "hypotension requiring a vasopressor with or without vasopressin");
    private static final Finding SEVERAL_VASOPRESSORS =
            Finding.of(
                    Axis.PRESSURE,
                    4,
                    "hypotension requiring multiple vasopressors (vasopressin not counted)");
    private static final Finding PRESSURE_UNKNOWN =
            Finding.open(Axis.PRESSURE, 0, 2, "blood pressure not known", MissingFact.PRESSURE);

    private static final Finding LOW_FLOW =
            Finding.of(
                    Axis.OXYGEN,
                    2,
                    "hypoxia requiring low-flow nasal cannula (6 L/min or less) or blow-by");
    private static final Finding HIGH_FLOW =
            Finding.of(
                    Axis.OXYGEN,
                    3,
                    "hypoxia requiring high-flow nasal cannula (above 6 L/min), face mask, non-rebreather or Venturi mask");
    private static final Finding POSITIVE_PRESSURE =
            Finding.of(
                    Axis.OXYGEN,
                    4,
                    "hypoxia requiring positive pressure (CPAP, BiPAP, intubation and mechanical ventilation)");
    private static final Finding CANNULA_OF_UNKNOWN_FLOW =
            Finding.open(
                    Axis.OXYGEN, 2, 3, "nasal cannula of unknown flow", MissingFact.CANNULA_FLOW);
    private static final Finding UNTREATED_HYPOXIA =
            Finding.open(
                    Axis.OXYGEN,
                    2,
                    4,
                    "SpO2 below 90 % on room air, not yet treated",
                    MissingFact.ANSWER_TO_HYPOXIA);

    private static final Finding NO_EPISODE =
            Finding.of(Axis.FEVER, 0, "no fever of 38.0 °C or above so far");

    private static final List<List<String>> NEXT =
            List.of(
                    List.of("fever of 38.0 °C or above"),
                    List.of("hypotension", "oxygen by nasal cannula up to 6 L/min or blow-by"),
                    List.of(
                            "a vasopressor",
                            "oxygen above 6 L/min, by high-flow cannula or by mask"),
                    List.of(
                            "a second vasopressor other than vasopressin",
                            "CPAP, BiPAP or intubation"),
                    List.of());

    @Override
    public ScaleId id() {
        return ScaleId.ASTCT_2019;
    }

    @Override
    public Assessment assess(ClinicalPicture picture, SitePolicy policy) {
        Set<Note> notes = CommonFindings.notes(picture, policy);
        List<Finding> findings = findings(picture, policy);
        GradeRange range = CommonFindings.worst(findings);
        GradeRange wouldBe = picture.died() ? null : wouldBe(picture, policy);
        boolean unexplained = !picture.attributedWhole() && !underway(picture, policy);
        if (unexplained && range.highest() == 0 && ifFebrile(picture, policy).lowest() > 1) {
            notes.add(Note.NO_FEVER);
        }
        if (underway(picture, policy) && range.lowest() == 0) {
            notes.add(Note.EPISODE_OPEN);
        }
        return new Assessment(
                id(),
                picture,
                policy.version(),
                range,
                findings,
                wouldBe == null || wouldBe.equals(range) ? null : wouldBe,
                notes,
                range.lowest() >= 4 ? List.of() : NEXT.get(range.lowest()),
                null);
    }

    /**
     * The grade without a clinician's attributions and, outside an episode, with fever; {@code
     * null} when neither raises it.
     */
    private static @Nullable GradeRange wouldBe(ClinicalPicture picture, SitePolicy policy) {
        ClinicalPicture whole = picture.withoutAttributions();
        if (!underway(whole, policy)) {
            GradeRange febrile = ifFebrile(whole, policy);
            return febrile.lowest() > 1 ? febrile : null;
        }
        return picture.attributions().isEmpty()
                ? null
                : CommonFindings.worst(findings(whole, policy));
    }

    private static List<Finding> findings(ClinicalPicture picture, SitePolicy policy) {
        if (picture.died()) {
            return List.of(CommonFindings.DEATH);
        }
        if (picture.attributedWhole()) {
            return List.of(CommonFindings.OTHER_CAUSE);
        }
        if (underway(picture, policy)) {
            return List.of(
                    pressure(picture, policy),
                    oxygen(picture, policy),
                    CommonFindings.fever(picture, policy));
        }
        if (picture.fever(policy) == Known.NO) {
            return List.of(NO_EPISODE);
        }
        // Without a temperature nobody knows whether this is CRS at all: anything from 0 to what it
        // would be with fever.
        return List.of(
                Finding.open(
                        Axis.FEVER,
                        0,
                        ifFebrile(picture, policy).highest(),
                        "temperature not known",
                        MissingFact.TEMPERATURE));
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
        Finding known = CommonFindings.oxygenBeforeDevice(picture, UNTREATED_HYPOXIA);
        OxygenSupport support = CommonFindings.device(picture);
        return known != null || support == null ? orUnknown(known) : byDevice(support, policy);
    }

    private static Finding orUnknown(@Nullable Finding finding) {
        return finding == null ? CommonFindings.OXYGEN_UNKNOWN : finding;
    }

    private static Finding byDevice(OxygenSupport support, SitePolicy policy) {
        return switch (support) {
            case OxygenSupport.RoomAir air -> CommonFindings.ROOM_AIR;
            case OxygenSupport.NasalCannula cannula ->
                    cannula.flow() == null ? CANNULA_OF_UNKNOWN_FLOW : byFlow(cannula.flow());
            case OxygenSupport.HighFlowCannula cannula ->
                    cannula.flow() != null && policy.lowFlowHighFlowCannulaIsLowFlow()
                            ? byFlow(cannula.flow())
                            : HIGH_FLOW;
            case OxygenSupport.BlowBy blowBy -> LOW_FLOW;
            case OxygenSupport.Mask mask -> HIGH_FLOW;
            case OxygenSupport.Cpap cpap -> POSITIVE_PRESSURE;
            case OxygenSupport.Bipap bipap -> POSITIVE_PRESSURE;
            case OxygenSupport.Ventilator ventilator -> POSITIVE_PRESSURE;
            case OxygenSupport.Unrecognised unrecognised -> CommonFindings.OXYGEN_UNKNOWN;
        };
    }

    private static Finding byFlow(OxygenFlow flow) {
        return flow.litresPerMinute() <= LOW_FLOW_LITRES ? LOW_FLOW : HIGH_FLOW;
    }
}
