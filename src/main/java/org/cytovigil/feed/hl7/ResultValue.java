package org.cytovigil.feed.hl7;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.Target;

/** Reads the value of a result (OBX-5) with its unit (OBX-6). */
final class ResultValue {
    /** Types whose value is one text; a number of them has no second part. */
    private static final Set<String> PLAIN = Set.of("", "NM", "ST", "TX", "FT");

    private ResultValue() {}

    /**
     * Reads it by what its code stands for.
     *
     * @param header with the separators of the message
     */
    static Mapped read(
            CodeTable table, CodeTable.Match.Found found, Hl7Segment result, Header header) {
        if (result.repetitions(5) > 1) {
            return new Mapped.Refused("several values in one result");
        }
        String type = result.get(2);
        // A structured numeric (SN) is a comparator, a number, and what may follow it.
        if (type.equals("SN")) {
            boolean plain =
                    Set.of("", "=").contains(result.get(5, 1))
                            && result.get(5, 3).isEmpty()
                            && result.get(5, 4).isEmpty();
            return plain
                    ? table.read(found, unit(result), List.of(result.get(5, 2)))
                    : new Mapped.Refused("a limit or a range is no value");
        }
        boolean number =
                type.equals("NM")
                        || (PLAIN.contains(type) && !(found.target() instanceof Target.Text));
        if (number && hasParts(result, header.separators())) {
            return new Mapped.Refused("a value of several parts is no number");
        }
        return table.read(found, unit(result), texts(found, result));
    }

    /** A coded value by code, name and alternate name; a drug by its alternate code too. */
    private static List<String> texts(CodeTable.Match.Found found, Hl7Segment result) {
        boolean drug = found.target().equals(new Target.Text(Target.TextKind.PUMP_DRUG));
        // A number of another system can be that of another drug.
        boolean coded = drug && result.get(5, 6).strip().toUpperCase(Locale.ROOT).equals("RXNORM");
        return List.of(
                result.get(5, 1),
                result.get(5, 2),
                coded ? result.get(5, 4) : "",
                result.get(5, 5));
    }

    /** Whether more than one component or subcomponent of the value says something. */
    private static boolean hasParts(Hl7Segment result, Separators separators) {
        String raw = result.raw();
        int at = 0;
        for (int field = 0; field < 5 && at >= 0; field++) {
            at = raw.indexOf(separators.field(), at) + 1;
            at = at == 0 ? -1 : at;
        }
        boolean said = false;
        boolean divided = false;
        for (; at >= 0 && at < raw.length() && raw.charAt(at) != separators.field(); at++) {
            char one = raw.charAt(at);
            if (one == separators.encoding().getComponentSeparator()
                    || one == separators.encoding().getSubcomponentSeparator()) {
                divided = said;
            } else if (one > ' ') {
                if (divided) {
                    return true;
                }
                said = true;
            }
        }
        return false;
    }

    private static List<String> unit(Hl7Segment result) {
        return List.of(result.get(6, 1), result.get(6, 2), result.get(6, 4), result.get(6, 5));
    }
}
