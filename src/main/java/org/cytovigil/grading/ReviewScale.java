package org.cytovigil.grading;

import java.util.List;
import java.util.Set;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.grading.ClinicalPicture.Known;

/**
 * The review article's own four grades (Sabbah, "Cytokine Release Syndrome - CRS General Review"),
 * read as policy section 4 decides: Lee without organ toxicity and without "multiple"; "very severe
 * hypotension" is a pressure still low on high doses.
 */
// [impl->req~grading.review~1]
final class ReviewScale implements GradingScale {
    private static final Finding LOW_DOSE =
            Finding.of(
                    Axis.PRESSURE, 2, "hypotension responsive to fluids or low-dose vasopressors");
    private static final Finding HIGH_DOSE =
            Finding.of(Axis.PRESSURE, 3, "hypotension responsive to high-dose vasopressors");
    private static final Finding VERY_SEVERE =
            Finding.of(
                    Axis.PRESSURE,
                    4,
                    "very severe hypotension: pressure still low on high-dose vasopressors");
    private static final Finding HIGH_DOSE_PRESSURE_UNKNOWN =
            Finding.open(
                    Axis.PRESSURE,
                    3,
                    4,
                    "high-dose vasopressors, blood pressure not known",
                    MissingFact.PRESSURE);

    private static final List<List<String>> NEXT =
            List.of(
                    List.of("fever or constitutional symptoms"),
                    List.of("hypotension", "oxygen below 40 %"),
                    List.of("high-dose vasopressors for 3 h", "oxygen of 40 % or more"),
                    List.of(
                            "pressure still low on high-dose vasopressors",
                            "invasive ventilation"));

    @Override
    public ScaleId id() {
        return ScaleId.REVIEW;
    }

    @Override
    public Assessment assess(ClinicalPicture picture, SitePolicy policy) {
        FractionOxygenAxis oxygen = new FractionOxygenAxis(Lee2014Scale.positivePressure(policy));
        return AxisScale.assess(
                id(),
                picture,
                policy,
                (facts, notes) -> findings(facts, policy, oxygen, notes),
                NEXT,
                true);
    }

    private static List<Finding> findings(
            ClinicalPicture picture,
            SitePolicy policy,
            FractionOxygenAxis oxygen,
            Set<Note> notes) {
        return List.of(
                pressure(picture, policy),
                oxygen.assess(picture, notes),
                picture.symptoms()
                        ? CommonFindings.SYMPTOMS
                        : CommonFindings.fever(picture, policy));
    }

    private static Finding pressure(ClinicalPicture picture, SitePolicy policy) {
        if (picture.attributed(AttributionScope.PRESSURE)) {
            return CommonFindings.OTHER_CAUSE_PRESSURE;
        }
        if (picture.countedVasopressors(policy) == 0) {
            return DosePressureAxis.withoutVasopressor(picture, policy, false);
        }
        Known stillLow = Hypotension.lowReading(picture, false);
        return switch (DoseLevel.of(picture, policy)) {
            case LOW -> LOW_DOSE;
            case HIGH ->
                    switch (stillLow) {
                        case YES -> VERY_SEVERE;
                        case NO -> HIGH_DOSE;
                        case UNKNOWN -> HIGH_DOSE_PRESSURE_UNKNOWN;
                    };
            // Policy section 3, "one vasopressor of unknown dose": "very severe" asks for a dose
            // known to be high for 3 h.
            case UNKNOWN -> DosePressureAxis.unknownDose(picture);
        };
    }
}
