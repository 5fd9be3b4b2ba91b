package org.cytovigil.feed.fhir;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.feed.mapping.Code;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Mapped;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Ratio;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Tells drugs and doses by the words of the mapping table. */
final class DrugReader {
    /** International nonproprietary and brand names of licensed CAR-T cells. */
    private static final Map<String, String> CELLS =
            Map.ofEntries(
                    Map.entry("axicabtagene", "axi-cel"),
                    Map.entry("yescarta", "axi-cel"),
                    Map.entry("axi-cel", "axi-cel"),
                    Map.entry("tisagenlecleucel", "tisa-cel"),
                    Map.entry("kymriah", "tisa-cel"),
                    Map.entry("tisa-cel", "tisa-cel"),
                    Map.entry("brexucabtagene", "brexu-cel"),
                    Map.entry("tecartus", "brexu-cel"),
                    Map.entry("lisocabtagene", "liso-cel"),
                    Map.entry("breyanzi", "liso-cel"),
                    Map.entry("idecabtagene", "ide-cel"),
                    Map.entry("abecma", "ide-cel"),
                    Map.entry("ciltacabtagene", "cilta-cel"),
                    Map.entry("carvykti", "cilta-cel"),
                    Map.entry("obecabtagene", "obe-cel"),
                    Map.entry("aucatzyl", "obe-cel"));

    private static final Map<String, BigDecimal> MILLIGRAMS =
            Map.of(
                    "mg", BigDecimal.ONE,
                    "g", new BigDecimal(1_000),
                    "ug", new BigDecimal("0.001"),
                    "mcg", new BigDecimal("0.001"));

    private final CodeTable table;
    private final Quantities quantities;
    private final CodeTable.Match.Found drugWord;
    private final CodeTable.Match.Found doseNumber;

    /** What a drug is. */
    sealed interface Drug {
        record Pressor(Vasopressor drug) implements Drug {}

        record Cells(String product) implements Drug {}

        /** One that counts for grading, by the name under which it does. */
        record Given(String name) implements Drug {}

        record OfNoInterest(String name) implements Drug {}

        record Unknown(String reason) implements Drug {}
    }

    DrugReader(CodeTable table) {
        this.table = table;
        this.quantities = new Quantities(table);
        this.drugWord = found(new Code("184514", "MDC_DRUG_NAME_LABEL", FhirCodes.MDC));
        this.doseNumber = found(new Code("157924", "MDC_RATE_DOSE", FhirCodes.MDC));
    }

    private CodeTable.Match.Found found(Code code) {
        return switch (table.match(List.of(code))) {
            case CodeTable.Match.Found found -> found;
            case CodeTable.Match.Unknown(String reason) -> throw new IllegalStateException(reason);
        };
    }

    /** The drug of a concept; all its codes and names must agree. */
    Drug drug(CodeableConcept concept) {
        String local = Concepts.of(concept, FhirCodes.DRUG);
        if (local != null) {
            return new Drug.Given(local);
        }
        Set<Drug> drugs = new LinkedHashSet<>();
        for (Coding coding : concept.getCoding()) {
            if (FhirCodes.RXNORM.equals(coding.getSystem()) && coding.hasCode()) {
                known(coding.getCode()).ifPresent(drugs::add);
            }
        }
        for (String name : Concepts.names(concept)) {
            known(name).ifPresent(drugs::add);
        }
        if (drugs.isEmpty()) {
            return new Drug.Unknown(
                    "not of interest: the drug '%s' is not in the table"
                            .formatted(Concepts.shown(concept)));
        }
        return drugs.size() == 1
                ? drugs.iterator().next()
                : new Drug.Unknown(
                        "its codes and names are of different drugs: "
                                + String.join(", ", Concepts.names(concept)));
    }

    private Optional<Drug> known(String word) {
        String lower = word.toLowerCase(Locale.ROOT).strip();
        for (Map.Entry<String, String> cells : CELLS.entrySet()) {
            if (lower.startsWith(cells.getKey())) {
                return Optional.of(new Drug.Cells(cells.getValue()));
            }
        }
        if (new Treatment(lower, "").masksFever()) {
            return Optional.of(new Drug.Given(new Treatment(lower, "").ingredient()));
        }
        String first = lower.split("[\\s,/(]", 2)[0];
        if (!first.isEmpty() && new Treatment(first, "").masksFever()) {
            return Optional.of(new Drug.Given(new Treatment(first, "").ingredient()));
        }
        return switch (table.read(drugWord, List.of(), List.of(word))) {
            case Mapped.Drug(Vasopressor drug) ->
                    Optional.of(
                            drug == null ? new Drug.OfNoInterest(word) : new Drug.Pressor(drug));
            // Beside a code of one of them, the name still tells of two.
            case Mapped.Refused(String reason) when CodeTable.tellsOfDifferentDrugs(reason) ->
                    Optional.of(new Drug.Unknown(reason));
            case Mapped none -> Optional.empty();
        };
    }

    /** A dose rate, or why it cannot be told. */
    record Rate(@Nullable DoseRate dose, String reason) {}

    /** What a drug runs at. */
    Rate rate(Vasopressor drug, @Nullable Type rate) {
        return switch (rate) {
            case null -> new Rate(null, "it has no rate");
            case Quantity quantity -> rate(drug, quantity);
            case Ratio ratio -> rate(drug, ratio);
            default -> new Rate(null, "a rate given as %s is not read".formatted(rate.fhirType()));
        };
    }

    private Rate rate(Vasopressor drug, Ratio ratio) {
        Quantity over = ratio.getNumerator();
        Quantity under = ratio.getDenominator();
        if (!over.hasValue()
                || !under.hasValue()
                || over.hasComparator()
                || under.hasComparator()
                || under.getValue().compareTo(BigDecimal.ONE) != 0) {
            return new Rate(null, "its rate is no ratio to one unit of time");
        }
        Quantity quantity = over.copy();
        quantity.setCode(over.hasCode() ? over.getCode() + "/" + under.getCode() : null);
        quantity.setUnit(over.hasCode() ? null : over.getUnit() + "/" + under.getUnit());
        return rate(drug, quantity);
    }

    private Rate rate(Vasopressor drug, Quantity rate) {
        Quantity plain = rate.copy();
        plain.setCode(plain(rate.getCode()));
        plain.setUnit(plain(rate.getUnit()));
        return switch (quantities.read(doseNumber, plain)) {
            case Mapped.Dose(DoseRate dose) ->
                    dose.amount() < 0
                            ? new Rate(null, "its rate is negative")
                            : dose.unit().quantity() == drug.quantity()
                                    ? new Rate(dose, "")
                                    : new Rate(
                                            null,
                                            "%s is no unit of %s"
                                                    .formatted(dose.unit().ucum(), drug.id()));
            case Mapped.Refused(String reason) -> new Rate(null, reason);
            case Mapped other -> new Rate(null, "its rate is no dose");
        };
    }

    /** UCUM writes the same unit with one stroke or two. */
    private static @Nullable String plain(@Nullable String unit) {
        if (unit == null) {
            return null;
        }
        String two = unit.replaceFirst("^([^/()]+)/\\(kg\\.(min|h)\\)$", "$1/kg/$2");
        return DoseUnit.parse(two).map(DoseUnit::ucum).orElse(two);
    }

    /** How much of a drug was given; {@code null} when not told as a mass. */
    static @Nullable DrugAmount amount(@Nullable Quantity dose) {
        if (dose == null || !dose.hasValue() || dose.hasComparator()) {
            return null;
        }
        Set<BigDecimal> factors = new HashSet<>();
        if (dose.hasCode()) {
            factors.add(MILLIGRAMS.getOrDefault(dose.getCode(), BigDecimal.ZERO));
        }
        if (dose.hasUnit()) {
            factors.add(MILLIGRAMS.getOrDefault(dose.getUnit(), BigDecimal.ZERO));
        }
        if (factors.size() != 1 || factors.contains(BigDecimal.ZERO)) {
            return null;
        }
        return new DrugAmount(dose.getValue().multiply(factors.iterator().next()).doubleValue());
    }
}
