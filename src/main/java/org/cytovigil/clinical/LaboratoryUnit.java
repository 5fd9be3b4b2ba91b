package org.cytovigil.clinical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Map;

/**
 * A unit in which results of an analyte are accepted, and how they are converted to the unit in
 * which they are kept: times one number, divided by another. Both are decimal, so that 1.1 mg/dL is
 * 11 mg/L and not 11.000000000000002.
 */
final class LaboratoryUnit {
    /** More digits than any laboratory reports. */
    private static final MathContext DIGITS = new MathContext(10);

    /** Other spellings of whole units, as {@link #normal} leaves them. */
    private static final Map<String, String> SPELLINGS =
            Map.ofEntries(
                    Map.entry("k/ul", "10*3/ul"),
                    Map.entry("10e3/ul", "10*3/ul"),
                    Map.entry("10*3/mm*3", "10*3/ul"),
                    Map.entry("10*3/mm3", "10*3/ul"),
                    Map.entry("10e9/l", "10*9/l"),
                    Map.entry("giga/l", "10*9/l"),
                    Map.entry("cells/ul", "/ul"),
                    Map.entry("/mm3", "/ul"),
                    Map.entry("/mm*3", "/ul"),
                    Map.entry("cells/mm3", "/ul"),
                    Map.entry("iu/l", "u/l"),
                    Map.entry("[iu]/l", "u/l"),
                    Map.entry("[u]/l", "u/l"),
                    Map.entry("units/l", "u/l"),
                    Map.entry("unit/l", "u/l"));

    private final String ucum;
    private final BigDecimal times;
    private final BigDecimal dividedBy;

    private LaboratoryUnit(String ucum, BigDecimal times, BigDecimal dividedBy) {
        this.ucum = ucum;
        this.times = times;
        this.dividedBy = dividedBy;
    }

    /** The unit in which results are kept, or one in which the number is the same. */
    static LaboratoryUnit same(String ucum) {
        return new LaboratoryUnit(ucum, BigDecimal.ONE, BigDecimal.ONE);
    }

    static LaboratoryUnit times(String ucum, String factor) {
        return new LaboratoryUnit(ucum, new BigDecimal(factor), BigDecimal.ONE);
    }

    static LaboratoryUnit dividedBy(String ucum, String divisor) {
        return new LaboratoryUnit(ucum, BigDecimal.ONE, new BigDecimal(divisor));
    }

    String ucum() {
        return ucum;
    }

    /** Whether a text names this unit, in capitals or not, in one of the spellings in use. */
    boolean named(String text) {
        String normal = normal(text);
        return SPELLINGS.getOrDefault(normal, normal).equals(normal(ucum));
    }

    BigDecimal convert(BigDecimal value) {
        return value.multiply(times).divide(dividedBy, DIGITS);
    }

    private static String normal(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace('µ', 'u')
                .replace('μ', 'u')
                .replace("mcg", "ug")
                .replace(" ", "")
                .replace('^', '*')
                .replaceFirst("^x(?=10)", "");
    }
}
