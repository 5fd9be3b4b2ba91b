package org.cytovigil.feed.clif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Plausibility;

/** {@code clif_labs}: laboratory results, each in the unit of its analyte. */
final class LabsTable implements ClifTable {
    private static final Map<String, Analyte> ANALYTES =
            Map.ofEntries(
                    Map.entry("crp", Analyte.CRP),
                    Map.entry("ferritin", Analyte.FERRITIN),
                    Map.entry("ldh", Analyte.LDH),
                    Map.entry("platelet_count", Analyte.PLATELETS),
                    Map.entry("creatinine", Analyte.CREATININE),
                    Map.entry("fibrinogen", Analyte.FIBRINOGEN),
                    Map.entry("lactate", Analyte.LACTATE),
                    Map.entry("alt", Analyte.ALT),
                    Map.entry("ast", Analyte.AST),
                    Map.entry("bilirubin_total", Analyte.BILIRUBIN),
                    Map.entry("il6", Analyte.INTERLEUKIN_6));

    /** Other spellings of the same unit, or of one in which the number is the same. */
    private static final Map<Analyte, Set<String>> SAME =
            Map.of(
                    Analyte.PLATELETS,
                            Set.of(
                                    "10^3/ul",
                                    "x10^3/ul",
                                    "x10*3/ul",
                                    "10e3/ul",
                                    "x10e3/ul",
                                    "k/ul",
                                    "10^9/l",
                                    "10*9/l"),
                    Analyte.LDH, Set.of("iu/l", "units/l", "[iu]/l"),
                    Analyte.ALT, Set.of("iu/l", "units/l", "[iu]/l"),
                    Analyte.AST, Set.of("iu/l", "units/l", "[iu]/l"),
                    Analyte.FERRITIN, Set.of("ug/l"),
                    Analyte.INTERLEUKIN_6, Set.of("ng/l"));

    // Molar mass of creatinine 113.12 g/mol.
    private static final BigDecimal CREATININE_UMOL_PER_MG_DL = new BigDecimal("88.4");
    private static final int DECIMALS = 6;

    @Override
    public String name() {
        return "clif_labs";
    }

    @Override
    public List<String> required() {
        return List.of(
                STAY, "lab_collect_dttm", "lab_category", "lab_value_numeric", "reference_unit");
    }

    @Override
    public boolean concerns(Row row) {
        return ANALYTES.containsKey(category(row));
    }

    @Override
    public String stamp(Row row) {
        String collected = row.get("lab_collect_dttm");
        return collected.isEmpty() ? row.get("lab_result_dttm") : collected;
    }

    @Override
    public Reading read(Row row) {
        Analyte analyte = Optional.ofNullable(ANALYTES.get(category(row))).orElseThrow();
        String specimen = row.get("lab_specimen_category").toLowerCase(Locale.ROOT);
        if (!specimen.isEmpty() && !specimen.matches(".*(blood|serum|plasma).*")) {
            return new Reading.Refused(
                    "specimen '%s' is not blood".formatted(row.get("lab_specimen_category")));
        }
        String text = row.get("lab_value_numeric");
        if (text.isEmpty()) {
            text = row.get("lab_value");
        }
        Optional<BigDecimal> charted = Numbers.read(text);
        if (charted.isEmpty()) {
            return new Reading.Refused(Numbers.fault(text));
        }
        Optional<BigDecimal> value = inUnitOf(analyte, charted.get(), row.get("reference_unit"));
        if (value.isEmpty()) {
            return new Reading.Refused(
                    "wrong unit '%s' for %s, which is kept in %s"
                            .formatted(row.get("reference_unit"), category(row), analyte.ucum()));
        }
        Observation result = new Observation.LaboratoryResult(analyte, value.get().doubleValue());
        return Plausibility.DEFAULT
                .fault(result)
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> new Reading.Fact(result, null));
    }

    private static String category(Row row) {
        return row.get("lab_category").toLowerCase(Locale.ROOT);
    }

    private static Optional<BigDecimal> inUnitOf(Analyte analyte, BigDecimal value, String unit) {
        String plain =
                unit.toLowerCase(Locale.ROOT)
                        .replace('µ', 'u')
                        .replace('μ', 'u')
                        .replace("mcg", "ug")
                        .replace(" ", "");
        if (plain.equals(analyte.ucum().toLowerCase(Locale.ROOT))
                || SAME.getOrDefault(analyte, Set.of()).contains(plain)) {
            return Optional.of(value);
        }
        if (analyte == Analyte.CREATININE && plain.equals("umol/l")) {
            return Optional.of(
                    value.divide(CREATININE_UMOL_PER_MG_DL, DECIMALS, RoundingMode.HALF_UP));
        }
        return analyte == Analyte.CRP && plain.equals("mg/dl")
                ? Optional.of(value.multiply(BigDecimal.TEN))
                : Optional.empty();
    }
}
