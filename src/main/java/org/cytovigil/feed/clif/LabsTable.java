package org.cytovigil.feed.clif;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Analyte.Conversion;
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
        return switch (analyte.convert(charted.get(), row.get("reference_unit"))) {
            case Conversion.Converted converted ->
                    plausible(new Observation.LaboratoryResult(analyte, converted.value()));
            case Conversion.Refused refused -> new Reading.Refused(refused.reason());
        };
    }

    private static Reading plausible(Observation result) {
        return Plausibility.DEFAULT
                .fault(result)
                .<Reading>map(Reading.Refused::new)
                .orElseGet(() -> new Reading.Fact(result, null));
    }

    private static String category(Row row) {
        return row.get("lab_category").toLowerCase(Locale.ROOT);
    }
}
