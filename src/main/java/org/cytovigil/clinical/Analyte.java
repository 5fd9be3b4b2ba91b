package org.cytovigil.clinical;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Laboratory analytes that are charted, with LOINC code, the unit (UCUM) in which they are kept,
 * the units that are converted to it, and the limits outside which a number is no result.
 *
 * <p>The limits are wide: they are there for sentinels and for slips of the unit, not for rare
 * patients. A slip whose number would be possible in the other unit cannot be seen, such as a CRP
 * of 15 mg/dL charted as 15 mg/L.
 */
// [impl->req~derived.units~1]
public enum Analyte {
    /** A CRP in mg/L labelled mg/dL is beyond the upper limit from 100 mg/L on. */
    CRP("CRP", "1988-5", 0, 1_000, same("mg/L"), times("mg/dL", "10"), same("ug/mL")),
    /** Hemophagocytic syndromes reach some 100,000 ng/mL. */
    FERRITIN(
            "ferritin", "2276-4", 0, 2_000_000, same("ng/mL"), same("ug/L"), times("mg/L", "1000")),
    INTERLEUKIN_6("IL-6", "26881-3", 0, 5_000_000, same("pg/mL"), same("ng/L")),
    /** One ukat/L is 60 U/L; a number below the lower limit is one in ukat/L. */
    LDH("LDH", "2532-0", 20, 100_000, same("U/L"), times("ukat/L", "60")),
    /**
     * A count per uL labelled 10*3/uL is beyond the upper limit. 0 is one too low to be counted.
     */
    PLATELETS(
            "platelets",
            "777-3",
            0,
            5_000,
            same("10*3/uL"),
            same("10*9/L"),
            dividedBy("/uL", "1000")),
    /** Molar mass 113.12 g/mol: 1 mg/dL is 88.4 umol/L; an adult's umol/L is beyond the limit. */
    CREATININE("creatinine", "2160-0", 0.05, 30, same("mg/dL"), dividedBy("umol/L", "88.4")),
    /** A number below the lower limit is one in g/L. */
    FIBRINOGEN("fibrinogen", "3255-7", 10, 2_500, same("mg/dL"), times("g/L", "100")),
    /** Molar mass 90.08 g/mol: 1 mmol/L is 9.008 mg/dL. */
    LACTATE("lactate", "32693-4", 0, 40, same("mmol/L"), dividedBy("mg/dL", "9.008")),
    ALT("ALT", "1742-6", 0, 50_000, same("U/L"), times("ukat/L", "60")),
    AST("AST", "1920-8", 0, 50_000, same("U/L"), times("ukat/L", "60")),
    /** Molar mass 584.7 g/mol: 1 mg/dL is 17.1 umol/L. */
    BILIRUBIN("bilirubin", "1975-2", 0, 80, same("mg/dL"), dividedBy("umol/L", "17.1"));

    /** What came of a conversion. */
    public sealed interface Conversion {
        /**
         * It could be converted; whether the result is plausible is another question.
         *
         * @param value in the unit in which the analyte is kept
         */
        record Converted(double value) implements Conversion {}

        /**
         * It could not.
         *
         * @param reason in words, naming the units that are accepted
         */
        record Refused(String reason) implements Conversion {}
    }

    private final String label;
    private final String loinc;
    private final double lowest;
    private final double highest;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of from units that cannot change
    private final List<LaboratoryUnit> units;

    Analyte(String label, String loinc, double lowest, double highest, LaboratoryUnit... units) {
        this.label = label;
        this.loinc = loinc;
        this.lowest = lowest;
        this.highest = highest;
        this.units = List.of(units);
    }

    /** The name as the ward writes it. */
    public String label() {
        return label;
    }

    public String loinc() {
        return loinc;
    }

    /** The unit in which results of this analyte are kept. */
    public String ucum() {
        return units.getFirst().ucum();
    }

    /** The lowest number, in the unit kept, that can be a result. */
    public double lowestPlausible() {
        return lowest;
    }

    /** The highest number, in the unit kept, that can be a result. */
    public double highestPlausible() {
        return highest;
    }

    /** The units that are accepted, the one in which it is kept first. */
    public List<String> acceptedUnits() {
        return units.stream().map(LaboratoryUnit::ucum).toList();
    }

    /**
     * A result in the unit in which this analyte is kept.
     *
     * @param value the number as charted
     * @param unit its unit as charted; the usual spellings are understood
     */
    public Conversion convert(double value, String unit) {
        return Double.isFinite(value)
                ? convert(BigDecimal.valueOf(value), unit)
                : new Conversion.Refused("%s of %s is no number".formatted(label, value));
    }

    /** The same for a number read exactly. */
    public Conversion convert(BigDecimal value, String unit) {
        for (LaboratoryUnit accepted : units) {
            if (accepted.named(unit)) {
                return new Conversion.Converted(accepted.convert(value).doubleValue());
            }
        }
        return new Conversion.Refused(
                "wrong unit '%s' for %s; accepted: %s"
                        .formatted(
                                unit,
                                label,
                                acceptedUnits().stream().collect(Collectors.joining(", "))));
    }

    private static LaboratoryUnit same(String ucum) {
        return LaboratoryUnit.same(ucum);
    }

    private static LaboratoryUnit times(String ucum, String factor) {
        return LaboratoryUnit.times(ucum, factor);
    }

    private static LaboratoryUnit dividedBy(String ucum, String divisor) {
        return LaboratoryUnit.dividedBy(ucum, divisor);
    }
}
