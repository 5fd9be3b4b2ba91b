package org.cytovigil.feed.fhir;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Mapped;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads the value of an Observation, or of a part of one, by the mapping table. */
final class Quantities {
    /** Digits before and after the point of anything measured. */
    private static final int MOST_DIGITS = 20;

    private final CodeTable table;

    Quantities(CodeTable table) {
        this.table = table;
    }

    /**
     * What a value of that meaning is.
     *
     * @param value {@code null} when there is none
     * @param absent why there is none, or {@code null}
     */
    Mapped read(
            CodeTable.Match.Found found, @Nullable Type value, @Nullable CodeableConcept absent) {
        if (value == null) {
            return new Mapped.Refused(
                    absent == null ? "no value" : "no value: " + Concepts.shown(absent));
        }
        if (absent != null && !absent.isEmpty()) {
            return new Mapped.Refused("a value, and the reason why there is none");
        }
        return switch (value) {
            case Quantity quantity -> read(found, quantity);
            case CodeableConcept concept -> table.read(found, List.of(), words(concept));
            case StringType text -> table.read(found, List.of(), List.of(text.getValue()));
            case IntegerType number ->
                    table.read(found, List.of(), List.of(number.getValueAsString()));
            default ->
                    new Mapped.Refused(
                            "a value given as %s is not read".formatted(value.fhirType()));
        };
    }

    private static List<String> words(CodeableConcept concept) {
        List<String> words = new ArrayList<>();
        for (Coding coding : concept.getCoding()) {
            if (coding.hasCode()) {
                words.add(coding.getCode());
            }
            if (coding.hasDisplay()) {
                words.add(coding.getDisplay());
            }
        }
        if (concept.hasText()) {
            words.add(concept.getText());
        }
        return words;
    }

    /** Code and name of the unit must mean the same: each alone gives the same value. */
    Mapped read(CodeTable.Match.Found found, Quantity quantity) {
        if (quantity.hasComparator()) {
            return new Mapped.Refused("a limit or a range is no value");
        }
        BigDecimal number = quantity.getValue();
        if (number == null) {
            return new Mapped.Refused("no value");
        }
        if (number.precision() - number.scale() > MOST_DIGITS
                || number.scale() > MOST_DIGITS
                || number.precision() > MOST_DIGITS) {
            return new Mapped.Refused("the value has more digits than any measurement");
        }
        List<String> value = List.of(number.toPlainString());
        String code = quantity.hasCode() ? quantity.getCode() : "";
        String unit = quantity.hasUnit() ? quantity.getUnit() : "";
        if (code.isBlank() || unit.isBlank()) {
            return table.read(
                    found,
                    code.isBlank() && unit.isBlank() ? List.of() : List.of(code + unit),
                    value);
        }
        Mapped byCode = table.read(found, List.of(code), value);
        if (byCode instanceof Mapped.Refused || byCode instanceof Mapped.NotOfInterest) {
            return byCode;
        }
        return byCode.equals(table.read(found, List.of(unit), value))
                ? byCode
                : new Mapped.Refused(
                        "its units disagree, or the second is not in the table: %s, %s"
                                .formatted(code, unit));
    }
}
