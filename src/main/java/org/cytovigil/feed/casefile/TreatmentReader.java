package org.cytovigil.feed.casefile;

import java.math.BigDecimal;
import java.util.Set;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Reads a drug given. One whose amount cannot be worked out was still given: it is kept without an
 * amount and with a remark, and the order stays in its words.
 */
final class TreatmentReader {
    private static final Set<String> FIELDS =
            Set.of("drug", "doseMg", "doseMgPerKg", "text", "note");

    private final CourseReader course;
    private final @Nullable Weight weight;

    /**
     * Reads the drugs of one entry.
     *
     * @param weight the patient's weight at its time, or {@code null} when unknown
     */
    TreatmentReader(CourseReader course, @Nullable Weight weight) {
        this.course = course;
        this.weight = weight;
    }

    Treatment read(Place place) throws CaseFileException {
        course.check(place, FIELDS);
        String drug = place.requiredText("drug");
        String text = place.text("text");
        Double milligrams = place.number("doseMg");
        Double perKilogram = place.number("doseMgPerKg");
        if (milligrams != null && perKilogram != null) {
            throw place.fault("\"doseMg\" and \"doseMgPerKg\" both state the dose; leave one out");
        }
        if (perKilogram != null) {
            return perKilogram(place, drug, perKilogram, text);
        }
        return new Treatment(
                drug,
                milligrams == null ? null : new DrugAmount(milligrams),
                text == null ? "" : text);
    }

    private Treatment perKilogram(
            Place place, String drug, double perKilogram, @Nullable String text) {
        String words = text == null ? place.written("doseMgPerKg") + " mg/kg" : text;
        if (weight == null) {
            course.remark(
                    place,
                    "%s mg/kg and no weight is known: kept without an amount"
                            .formatted(place.written("doseMgPerKg")));
            return new Treatment(drug, words);
        }
        // Decimal, so that 0.3 mg/kg at 27 kg is 8.1 mg.
        double milligrams =
                BigDecimal.valueOf(perKilogram)
                        .multiply(BigDecimal.valueOf(weight.kilograms()))
                        .doubleValue();
        if (!Double.isFinite(milligrams)) {
            course.remark(
                    place,
                    "%s mg/kg make no amount: kept without one"
                            .formatted(place.written("doseMgPerKg")));
            return new Treatment(drug, words);
        }
        return new Treatment(drug, new DrugAmount(milligrams), words);
    }
}
