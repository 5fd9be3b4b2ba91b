package org.cytovigil.feed.casefile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list of running vasopressors. A drug whose dose cannot be used still runs: it is kept
 * with an unknown dose and a remark, because leaving it out would lower the grade in silence.
 */
final class VasopressorReader {
    private static final Set<String> FIELDS =
            Set.of("drug", "dose", "unit", "salt", "concentration", "note");

    private final CourseReader course;

    VasopressorReader(CourseReader course) {
        this.course = course;
    }

    Observation.VasopressorList list(List<Place> listed) throws CaseFileException {
        List<VasopressorInfusion> infusions = new ArrayList<>();
        Set<Vasopressor> drugs = EnumSet.noneOf(Vasopressor.class);
        for (Place place : listed) {
            course.check(place, FIELDS);
            VasopressorInfusion infusion = infusion(place);
            infusions.add(infusion);
            if (!drugs.add(infusion.drug())) {
                course.remark(
                        place, infusion.drug().id() + " is listed twice: the higher dose counts");
            }
        }
        return new Observation.VasopressorList(infusions);
    }

    private VasopressorInfusion infusion(Place place) throws CaseFileException {
        String name = place.requiredText("drug");
        Vasopressor drug =
                Vasopressor.parse(name)
                        .orElseThrow(
                                () ->
                                        place.fault(
                                                "\""
                                                        + name
                                                        + "\" is no vasoactive drug known here"));
        String saltName = place.text("salt");
        Salt salt =
                saltName == null
                        ? Salt.UNSTATED
                        : Salt.parse(saltName)
                                .orElseThrow(
                                        () ->
                                                place.fault(
                                                        "\""
                                                                + saltName
                                                                + "\" is neither base nor tartrate"));
        Double dose = place.number("dose");
        if (dose != null && dose == 0) {
            return VasopressorInfusion.stopped(drug);
        }
        VasopressorInfusion infusion =
                new VasopressorInfusion(drug, dose == null ? null : rate(place, drug, dose), salt);
        Optional<String> fault = course.plausibility().fault(infusion);
        if (fault.isEmpty()) {
            return infusion;
        }
        course.remark(place, fault.get() + ": running at an unknown dose");
        return new VasopressorInfusion(drug, null, salt);
    }

    private @Nullable DoseRate rate(Place place, Vasopressor drug, double dose)
            throws CaseFileException {
        String unit = place.text("unit");
        if (unit == null) {
            course.remark(place, "a dose without a unit: running at an unknown dose");
            return null;
        }
        if (unit.strip().toLowerCase(Locale.ROOT).matches("ml/(h|hr|hour)")) {
            return pumped(place, drug, dose);
        }
        Optional<DoseUnit> known = DoseUnit.parse(unit);
        if (known.isEmpty()) {
            course.remark(place, "\"" + unit + "\" is no unit of dose: running at an unknown dose");
            return null;
        }
        return new DoseRate(dose, known.get());
    }

    private @Nullable DoseRate pumped(Place place, Vasopressor drug, double millilitresPerHour)
            throws CaseFileException {
        Place concentration = place.object("concentration");
        if (concentration == null) {
            course.remark(place, "mL/h without a concentration: running at an unknown dose");
            return null;
        }
        course.check(concentration, Set.of("value", "unit", "note"));
        double value = concentration.requiredNumber("value");
        String unit = concentration.requiredText("unit").strip().toLowerCase(Locale.ROOT);
        DoseRate rate =
                switch (unit) {
                    case "ug/ml", "mcg/ml" -> DoseRate.pumped(millilitresPerHour, value);
                    case "mg/ml" -> DoseRate.pumped(millilitresPerHour, value * 1_000);
                    case "[u]/ml", "[iu]/ml", "u/ml", "units/ml" ->
                            new DoseRate(millilitresPerHour * value, DoseUnit.U_PER_H);
                    default -> null;
                };
        if (rate == null) {
            course.remark(
                    concentration,
                    "\"%s\" is no concentration of %s: running at an unknown dose"
                            .formatted(unit, drug.id()));
            return null;
        }
        // A pump that runs delivers something: neither a bag of nothing nor a product of two
        // negative numbers says how much.
        if (millilitresPerHour < 0
                || value <= 0
                || rate.amount() == 0
                || !Double.isFinite(rate.amount())) {
            course.remark(
                    concentration,
                    "%s mL/h of %s %s make no dose: running at an unknown dose"
                            .formatted(
                                    place.written("dose"), concentration.written("value"), unit));
            return null;
        }
        return rate;
    }
}
