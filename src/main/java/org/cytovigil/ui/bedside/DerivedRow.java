package org.cytovigil.ui.bedside;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.derived.DerivedValue;
import org.cytovigil.derived.DerivedValues;
import org.cytovigil.grading.Assessment;
import org.cytovigil.ui.theme.Texts;

/**
 * A derived value as a row of the panel, with all that its reader needs to check it.
 *
 * @param name tells the rows apart
 * @param label its short name
 * @param value the value with its unit, or a dash
 * @param known whether there is a value
 * @param age the age of its oldest input; empty without a value or a time
 * @param details formula, inputs, what is missing, remarks and source, each a line
 */
public record DerivedRow(
        String name, String label, String value, boolean known, String age, List<String> details) {

    /** The values of what an assessment looked at, in their order. */
    static List<DerivedRow> of(Assessment assessment, ZoneId zone) {
        return DerivedValues.of(assessment.picture(), assessment.policy()).stream()
                .map(value -> of(value, zone))
                .toList();
    }

    private static DerivedRow of(DerivedValue value, ZoneId zone) {
        List<String> details = new ArrayList<>();
        details.add(
                Texts.of(
                        "bedside.derived.formula",
                        value.label(),
                        value.formula().replace("ug/", "µg/")));
        if (!value.inputs().isEmpty()) {
            details.add(Texts.of("bedside.derived.inputs", value.inputsText()));
        }
        if (!value.missing().isEmpty()) {
            details.add(Texts.of("bedside.derived.missing", value.missingText()));
        }
        details.addAll(value.remarks());
        details.add(value.definition().source());
        return new DerivedRow(
                value.name(),
                value.label(),
                value.isNone() ? "–" : value.valueText(zone),
                !value.isNone(),
                value.isNone() ? "" : value.ageText(),
                List.copyOf(details));
    }

    /** All of it, for a reader who hears the screen. */
    String spoken() {
        List<String> parts = new ArrayList<>();
        parts.add(label + ": " + (known ? value : Texts.of("bedside.derived.none")));
        if (!age.isEmpty()) {
            parts.add(Texts.of("bedside.value.ago", age));
        }
        parts.addAll(details);
        return String.join("; ", parts);
    }
}
