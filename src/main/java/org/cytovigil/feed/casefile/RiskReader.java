package org.cytovigil.feed.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.RiskFactor;

/** Reads the risk factors of an entry. */
final class RiskReader {
    private RiskReader() {}

    /** Those that are named, in no order that says anything. */
    static List<RiskFactor> read(Place risk, CourseReader course) throws CaseFileException {
        course.check(
                risk,
                Set.of(
                        "cellDose",
                        "diseaseBurden",
                        "lymphodepletion",
                        "platelets",
                        "ferritin",
                        "note"));
        List<RiskFactor> factors = new ArrayList<>();
        Place dose = risk.object("cellDose");
        if (dose != null) {
            course.check(dose, Set.of("value", "unit", "note"));
            factors.add(new RiskFactor.CellDose(dose.requiredNumber("value"), per(dose)));
        }
        Place burden = risk.object("diseaseBurden");
        if (burden != null) {
            course.check(burden, Set.of("measure", "high", "note"));
            factors.add(
                    new RiskFactor.DiseaseBurden(line(burden, "measure"), judged(burden, "high")));
        }
        Place depletion = risk.object("lymphodepletion");
        if (depletion != null) {
            course.check(depletion, Set.of("regimen", "intensive", "note"));
            factors.add(
                    new RiskFactor.Lymphodepletion(
                            line(depletion, "regimen"), judged(depletion, "intensive")));
        }
        for (Analyte analyte : RiskFactor.BASELINES) {
            Place baseline = risk.object(analyte.name().toLowerCase(Locale.ROOT));
            if (baseline != null) {
                factors.add(baseline(baseline, analyte, course));
            }
        }
        return factors;
    }

    private static RiskFactor.Per per(Place dose) throws CaseFileException {
        String unit = dose.requiredText("unit");
        return switch (unit.strip().toLowerCase(Locale.ROOT).replace('^', '*')) {
            case "10*6" -> RiskFactor.Per.PATIENT;
            case "10*6/kg" -> RiskFactor.Per.KILOGRAM;
            default ->
                    throw dose.fault(
                            "\"" + unit + "\" is no unit of a cell dose; use 10*6 or 10*6/kg");
        };
    }

    private static String line(Place place, String field) throws CaseFileException {
        String text = place.text(field);
        String line = text == null ? "" : OneLine.of(text).strip();
        if (line.length() > RiskFactor.LONGEST) {
            throw place.fault(
                    "\"%s\" has more than %d characters".formatted(field, RiskFactor.LONGEST));
        }
        return line;
    }

    private static RiskFactor.Judged judged(Place place, String field) throws CaseFileException {
        Boolean high = place.truth(field);
        return high == null
                ? RiskFactor.Judged.UNSTATED
                : high ? RiskFactor.Judged.HIGH : RiskFactor.Judged.NOT_HIGH;
    }

    private static RiskFactor baseline(Place place, Analyte analyte, CourseReader course)
            throws CaseFileException {
        course.check(place, Set.of("value", "unit", "note"));
        return switch (analyte.convert(place.requiredNumber("value"), place.requiredText("unit"))) {
            case Analyte.Conversion.Converted(double value) ->
                    new RiskFactor.Baseline(analyte, value);
            case Analyte.Conversion.Refused(String reason) -> throw place.fault(reason);
        };
    }
}
