package org.cytovigil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cytovigil.derived.DerivedValue;
import org.cytovigil.derived.DerivedValue.Result;

/** Derived values as JSON, one field each by its name. */
final class DerivedJson {
    private DerivedJson() {}

    static void write(ObjectNode derived, List<DerivedValue> values) {
        for (DerivedValue value : values) {
            write(derived.putObject(value.name()), value);
        }
    }

    private static void write(ObjectNode node, DerivedValue value) {
        switch (value.result()) {
            case Result.Amount amount when amount.exact() -> node.put("value", amount.least());
            case Result.Amount amount -> {
                node.put("least", amount.least());
                // JSON has no infinity: without "most" nothing bounds it.
                if (Double.isFinite(amount.most())) {
                    node.put("most", amount.most());
                }
            }
            case Result.Moment moment -> node.put("time", moment.instant().toString());
            case Result.None none -> {}
        }
        node.put("unit", value.definition().unit());
        node.put("formula", value.formula());
        ArrayNode inputs = node.putArray("inputs");
        for (DerivedValue.Input input : value.inputs()) {
            ObjectNode written = inputs.addObject();
            written.put("label", input.label());
            written.put("value", input.value());
            if (input.at() != null) {
                written.put("at", input.at().toString());
            }
        }
        ArrayNode missing = node.putArray("missing");
        value.missing().forEach(missing::add);
        ArrayNode remarks = node.putArray("remarks");
        value.remarks().forEach(remarks::add);
    }
}
