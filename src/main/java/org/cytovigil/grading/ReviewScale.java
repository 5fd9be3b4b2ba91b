package org.cytovigil.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.ScaleId;

/**
 * The review article's own four grades (Sabbah, "Cytokine Release Syndrome - CRS General Review"),
 * read as Clinical basis section 4 decides: Lee without organ toxicity and without "multiple";
 * "very severe hypotension" is a pressure still low on high doses.
 */
// [impl->req~grading.review~1]
final class ReviewScale implements GradingScale {
    private static final String TEXT = "Sabbah, the review's four grades";

    private static final Finding VERY_SEVERE =
            Finding.of(
                    Axis.PRESSURE,
                    4,
                    "very severe hypotension: pressure still low on high-dose vasopressors",
                    TEXT + ", as Clinical basis section 4 reads them",
                    Settings.HIGH_DOSE_AFTER);
    private static final Finding HIGH_DOSE =
            Finding.of(
                    Axis.PRESSURE,
                    3,
                    "hypotension responsive to high-dose vasopressors",
                    TEXT,
                    Settings.HIGH_DOSE_AFTER);
    private static final Finding HIGH_DOSE_PRESSURE_UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    3,
                    4,
                    "high-dose vasopressors, blood pressure not known",
                    MissingFact.PRESSURE,
                    Finding.POLICY_4,
                    Settings.HIGH_DOSE_AFTER);
    private static final Finding LOW_DOSE =
            Finding.of(
                    Axis.PRESSURE,
                    2,
                    "hypotension responsive to fluids or low-dose vasopressors",
                    TEXT);

    @Override
    public ScaleId id() {
        return ScaleId.REVIEW;
    }

    @Override
    public String source() {
        return "Sabbah, \"Cytokine Release Syndrome - CRS General Review\"";
    }

    @Override
    public List<Finding> table(SitePolicy policy) {
        List<Finding> table = new ArrayList<>();
        table.add(CommonFindings.DEATH);
        table.add(CommonFindings.OTHER_CAUSE);
        table.add(VERY_SEVERE);
        table.add(HIGH_DOSE_PRESSURE_UNKNOWN);
        table.add(HIGH_DOSE);
        table.add(LOW_DOSE);
        table.addAll(DosePressureAxis.UNKNOWN_DOSES);
        table.addAll(DosePressureAxis.WITHOUT_VASOPRESSOR);
        table.addAll(FractionOxygenAxis.table(FractionOxygenAxis.positivePressure(policy)));
        table.add(CommonFindings.SYMPTOMS);
        table.add(CommonFindings.FEVER);
        table.add(CommonFindings.FEVER_UNKNOWN);
        table.add(CommonFindings.NO_FEVER);
        return List.copyOf(table);
    }

    @Override
    public List<Finding> findings(ClinicalPicture picture, SitePolicy policy) {
        List<Finding> before = AxisFindings.beforeAxes(picture);
        return before != null
                ? before
                : List.of(
                        pressure(picture, policy),
                        FractionOxygenAxis.assess(
                                picture, policy, FractionOxygenAxis.positivePressure(policy)),
                        CommonFindings.feverOrSymptoms(picture, policy));
    }

    @Override
    public Set<Note> notes(ClinicalPicture picture, SitePolicy policy) {
        return FractionOxygenAxis.notes(picture, policy);
    }

    @Override
    public boolean goesByDose() {
        return true;
    }

    private static Finding pressure(ClinicalPicture picture, SitePolicy policy) {
        if (picture.attributed(AttributionScope.PRESSURE)) {
            return CommonFindings.OTHER_CAUSE_PRESSURE;
        }
        if (picture.countedVasopressors(policy) == 0) {
            return DosePressureAxis.withoutVasopressor(picture, policy, false);
        }
        return switch (DoseLevel.of(picture, policy)) {
            case LOW -> LOW_DOSE;
            case HIGH ->
                    switch (Hypotension.lowReading(picture, policy, false)) {
                        case YES -> VERY_SEVERE;
                        case NO -> HIGH_DOSE;
                        case UNKNOWN -> HIGH_DOSE_PRESSURE_UNKNOWN;
                    };
            // Clinical basis section 3, "one vasopressor of unknown dose": "very severe" asks for a
            // dose
            // known to be high for 3 h.
            case UNKNOWN -> DosePressureAxis.unknownDose(picture);
        };
    }
}
