package org.cytovigil.feed.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.DoseUnit;

/**
 * The units understood, by UCUM code, with the spellings that the table gives them; and for each
 * target those of its dimension, with the factor to the first.
 */
final class Units {
    static final Map<String, BigDecimal> TEMPERATURE = same("Cel", "[degF]");
    static final Map<String, BigDecimal> PRESSURE =
            Map.of("mm[Hg]", BigDecimal.ONE, "kPa", new BigDecimal("7.50062"));
    static final Map<String, BigDecimal> SATURATION =
            Map.of("%", BigDecimal.ONE, "1", new BigDecimal(100));
    static final Map<String, BigDecimal> FRACTION = same("%", "1");
    static final Map<String, BigDecimal> RATE = same("/min");
    static final Map<String, BigDecimal> FLOW =
            Map.of("L/min", BigDecimal.ONE, "mL/min", new BigDecimal("0.001"));
    static final Map<String, BigDecimal> WEIGHT =
            Map.of(
                    "kg", BigDecimal.ONE,
                    "g", new BigDecimal("0.001"),
                    "[lb_av]", new BigDecimal("0.45359237"));
    static final Map<String, BigDecimal> HEIGHT =
            Map.of(
                    "cm", BigDecimal.ONE,
                    "m", new BigDecimal(100),
                    "[in_i]", new BigDecimal("2.54"));
    static final Map<String, BigDecimal> SCORE = same("{score}");
    static final Map<String, BigDecimal> VOLUME =
            Map.of("mL", BigDecimal.ONE, "L", new BigDecimal(1_000));

    /** Into milligrams. */
    static final Map<String, BigDecimal> DRUG_AMOUNT =
            Map.of(
                    "mg", BigDecimal.ONE,
                    "g", new BigDecimal(1_000),
                    "ug", new BigDecimal("0.001"));

    static final Map<String, BigDecimal> PUMP_FLOW =
            Map.of("mL/h", BigDecimal.ONE, "mL/min", new BigDecimal(60));

    /** Into micrograms a millilitre. */
    static final Map<String, BigDecimal> MASS_CONCENTRATION =
            Map.of(
                    "ug/mL", BigDecimal.ONE,
                    "mg/mL", new BigDecimal(1_000),
                    "g/L", new BigDecimal(1_000));

    /** Into units a millilitre. */
    static final Map<String, BigDecimal> UNIT_CONCENTRATION =
            Map.of("[U]/mL", BigDecimal.ONE, "m[U]/mL", new BigDecimal("0.001"));

    private static final Pattern ANNOTATION = Pattern.compile("\\{[^{}]{0,40}}(?=.)");

    private final Map<String, String> spellings = new HashMap<>();

    Units() {
        known().forEach(ucum -> spellings.put(ucum.toLowerCase(Locale.ROOT), ucum));
    }

    private static Map<String, BigDecimal> same(String... units) {
        Map<String, BigDecimal> factors = new HashMap<>();
        Arrays.stream(units).forEach(unit -> factors.put(unit, BigDecimal.ONE));
        return Map.copyOf(factors);
    }

    private static Set<String> known() {
        Set<String> all = new HashSet<>();
        for (Map<String, BigDecimal> dimension :
                List.of(
                        TEMPERATURE,
                        PRESSURE,
                        SATURATION,
                        RATE,
                        FLOW,
                        WEIGHT,
                        HEIGHT,
                        SCORE,
                        VOLUME,
                        DRUG_AMOUNT,
                        PUMP_FLOW,
                        MASS_CONCENTRATION,
                        UNIT_CONCENTRATION)) {
            all.addAll(dimension.keySet());
        }
        Arrays.stream(Analyte.values()).forEach(analyte -> all.addAll(analyte.acceptedUnits()));
        Arrays.stream(DoseUnit.values()).forEach(unit -> all.add(unit.ucum()));
        return all;
    }

    /** Whether a UCUM code is one of those understood. */
    boolean isKnown(String ucum) {
        return ucum.equals(spellings.get(ucum.toLowerCase(Locale.ROOT)));
    }

    /** Gives a unit another spelling; one that is there already stays as it is. */
    void spell(String text, String ucum) {
        spellings.putIfAbsent(text.toLowerCase(Locale.ROOT), ucum);
    }

    /** The UCUM code of a unit as sent; empty when the spelling is not known. */
    Optional<String> ucum(String text) {
        String normal = text.strip().toLowerCase(Locale.ROOT);
        String known = spellings.get(normal);
        // {beat}/min is /min: what stands in braces never changes a UCUM unit.
        return Optional.ofNullable(
                known == null ? spellings.get(ANNOTATION.matcher(normal).replaceAll("")) : known);
    }

    /** The UCUM codes that a target may have; empty for one without a unit. */
    static Set<String> of(Target target) {
        return switch (target) {
            case Target.BodyTemperature temperature -> TEMPERATURE.keySet();
            case Target.Pressure pressure -> PRESSURE.keySet();
            case Target.Sign sign -> of(sign.sign()).keySet();
            case Target.Laboratory laboratory -> Set.copyOf(laboratory.analyte().acceptedUnits());
            case Target.DrugGiven given -> DRUG_AMOUNT.keySet();
            case Target.Pump pump -> of(pump.number());
            case Target.Text text -> Set.of();
            case Target.NotOfInterest none -> Set.of();
        };
    }

    static Map<String, BigDecimal> of(Target.VitalSign sign) {
        return switch (sign) {
            case OXYGEN_SATURATION -> SATURATION;
            case HEART_RATE, RESPIRATORY_RATE -> RATE;
            case INSPIRED_OXYGEN -> FRACTION;
            case OXYGEN_FLOW -> FLOW;
            case WEIGHT -> WEIGHT;
            case HEIGHT -> HEIGHT;
            case ICE, CAPD -> SCORE;
            case FLUID_BOLUS -> VOLUME;
        };
    }

    private static Set<String> of(Target.PumpNumber number) {
        Set<String> units = new HashSet<>();
        switch (number) {
            case FLOW -> units.addAll(PUMP_FLOW.keySet());
            case CONCENTRATION -> {
                units.addAll(MASS_CONCENTRATION.keySet());
                units.addAll(UNIT_CONCENTRATION.keySet());
            }
            case DOSE_RATE ->
                    Arrays.stream(DoseUnit.values()).forEach(unit -> units.add(unit.ucum()));
        }
        return units;
    }
}
