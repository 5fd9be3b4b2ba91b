package org.cytovigil.clinical;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The units in which a running drug is charted, named by their UCUM codes. */
public enum DoseUnit {
    UG_PER_MIN("ug/min", Quantity.MASS, false, 1),
    UG_PER_H("ug/h", Quantity.MASS, false, 1.0 / 60),
    MG_PER_MIN("mg/min", Quantity.MASS, false, 1_000),
    MG_PER_H("mg/h", Quantity.MASS, false, 1_000.0 / 60),
    NG_PER_KG_PER_MIN("ng/kg/min", Quantity.MASS, true, 0.001),
    UG_PER_KG_PER_MIN("ug/kg/min", Quantity.MASS, true, 1),
    UG_PER_KG_PER_H("ug/kg/h", Quantity.MASS, true, 1.0 / 60),
    MG_PER_KG_PER_H("mg/kg/h", Quantity.MASS, true, 1_000.0 / 60),
    U_PER_MIN("[U]/min", Quantity.UNITS, false, 1),
    U_PER_H("[U]/h", Quantity.UNITS, false, 1.0 / 60),
    MU_PER_MIN("m[U]/min", Quantity.UNITS, false, 0.001),
    U_PER_KG_PER_MIN("[U]/kg/min", Quantity.UNITS, true, 1),
    U_PER_KG_PER_H("[U]/kg/h", Quantity.UNITS, true, 1.0 / 60),
    MU_PER_KG_PER_MIN("m[U]/kg/min", Quantity.UNITS, true, 0.001);

    /** What a dose is counted in: mass, or biological units as for vasopressin. */
    public enum Quantity {
        MASS,
        UNITS
    }

    private static final Map<String, String> SPELLINGS =
            Map.ofEntries(
                    Map.entry("mcg", "ug"),
                    Map.entry("µg", "ug"),
                    Map.entry("μg", "ug"),
                    Map.entry("microgram", "ug"),
                    Map.entry("micrograms", "ug"),
                    Map.entry("unit", "[u]"),
                    Map.entry("units", "[u]"),
                    Map.entry("u", "[u]"),
                    Map.entry("iu", "[u]"),
                    Map.entry("[iu]", "[u]"),
                    Map.entry("mu", "m[u]"),
                    Map.entry("m[iu]", "m[u]"),
                    Map.entry("milliunits", "m[u]"),
                    Map.entry("hour", "h"),
                    Map.entry("hr", "h"),
                    Map.entry("minute", "min"));

    private final String ucum;
    private final Quantity quantity;
    private final boolean perKilogram;
    private final double factor;

    DoseUnit(String ucum, Quantity quantity, boolean perKilogram, double factor) {
        this.ucum = ucum;
        this.quantity = quantity;
        this.perKilogram = perKilogram;
        this.factor = factor;
    }

    /**
     * The unit of that name: the UCUM code, or one of the spellings in use ({@code mcg}, {@code
     * units/hour}, ...).
     *
     * @return empty when the text names no unit of dose rate known here
     */
    public static Optional<DoseUnit> parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = SPELLINGS.getOrDefault(parts[i].strip(), parts[i].strip());
        }
        String normal = String.join("/", parts);
        for (DoseUnit unit : values()) {
            if (unit.ucum.toLowerCase(Locale.ROOT).equals(normal)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** The UCUM code. */
    public String ucum() {
        return ucum;
    }

    public Quantity quantity() {
        return quantity;
    }

    /** Whether the dose is per kilogram of body weight. */
    public boolean perKilogram() {
        return perKilogram;
    }

    /**
     * Multiplies an amount in this unit into ug/min (or U/min), still per kilogram if the unit is.
     */
    double toPerMinute(double amount) {
        return amount * factor;
    }
}
