package org.cytovigil.feed.csv;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.feed.mapping.Code;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.mapping.Mapped;
import org.cytovigil.feed.mapping.Target;

/** Tells by the mapping table what the heading of a column, or a parameter, stands for. */
final class ColumnReader {
    private static final String SYSTEM = "CSV";

    private static final String DOSE = "vasopressor dose";
    private static final String FLOW = "vasopressor flow";
    private static final String CONCENTRATION = "vasopressor concentration";
    private static final String STATE = "vasopressor state";

    /** What may stand behind the name of a drug, and what a column of that kind can hold. */
    private static final Map<String, List<String>> OF_DRUGS =
            Map.of(
                    "dose", List.of(DOSE),
                    "dose rate", List.of(DOSE),
                    "rate", List.of(DOSE, FLOW),
                    "flow", List.of(FLOW),
                    "flow rate", List.of(FLOW),
                    "pump rate", List.of(FLOW),
                    "concentration", List.of(CONCENTRATION),
                    "conc", List.of(CONCENTRATION),
                    "state", List.of(STATE),
                    "status", List.of(STATE));

    private final CodeTable table;

    ColumnReader(CodeTable table) {
        this.table = table;
    }

    /** Reads the heading of a column. */
    Column read(String cell) {
        Heading heading = Heading.of(cell);
        // A name may have parentheses of its own: "systolic (cuff)".
        Heading whole = new Heading(cell.replace('\u00A0', ' ').strip(), "");
        return exact(whole).orElseGet(() -> named(heading));
    }

    /**
     * Reads the parameter of a row in long form.
     *
     * @param unit of the row's own; empty when it is beside the parameter or there is none
     */
    Column read(String parameter, String unit) {
        if (unit.isEmpty()) {
            return read(parameter);
        }
        Heading heading = Heading.of(parameter);
        return heading.unit().isEmpty() || heading.unit().equalsIgnoreCase(unit)
                ? named(new Heading(heading.name(), unit))
                : named(new Heading(parameter.strip(), unit));
    }

    private Column named(Heading heading) {
        return heading.name().isEmpty()
                ? new Column.Unknown("it has no name")
                : exact(heading).orElseGet(() -> ofDrug(heading));
    }

    /** What the table has by that very name; empty for a drug, which it has by patterns. */
    private Optional<Column> exact(Heading heading) {
        Optional<String> role =
                table.column(heading.plain()).or(() -> table.column(heading.name()));
        if (role.isPresent()) {
            return Optional.of(
                    role(Column.Role.valueOf(role.get().toUpperCase(Locale.ROOT)), heading.unit()));
        }
        CodeTable.Match match =
                table.match(
                        List.of(
                                new Code(heading.plain(), heading.plain(), SYSTEM),
                                new Code(heading.name(), heading.name(), SYSTEM)));
        return switch (match) {
            case CodeTable.Match.Found found -> Optional.of(measured(found, heading));
            case CodeTable.Match.Unknown unknown -> Optional.empty();
        };
    }

    private static Column role(Column.Role role, String unit) {
        if (unit.isEmpty()) {
            return new Column.Of(role, null);
        }
        if (role != Column.Role.TIME) {
            return new Column.Faulty("it has no unit, and here is '%s'".formatted(unit));
        }
        try {
            return new Column.Of(role, ZoneId.of(unit));
        } catch (DateTimeException e) {
            return new Column.Faulty("'%s' is no time zone".formatted(unit));
        }
    }

    private Column measured(CodeTable.Match.Found found, Heading heading) {
        if (found.target() instanceof Target.NotOfInterest) {
            return new Column.NotOfUse();
        }
        List<String> unit = List.of(heading.unit());
        return table.unitFault(found, unit)
                .<Column>map(Column.Faulty::new)
                .orElseGet(() -> new Column.Measured(found, unit));
    }

    /** The name of a drug, alone or with what is meant of its infusion. */
    private Column ofDrug(Heading heading) {
        String plain = heading.plain();
        String drug = plain;
        List<String> kinds = List.of(DOSE, FLOW);
        int longest = 0;
        for (Map.Entry<String, List<String>> kind : OF_DRUGS.entrySet()) {
            if (plain.endsWith(" " + kind.getKey()) && kind.getKey().length() > longest) {
                longest = kind.getKey().length();
                drug = plain.substring(0, plain.length() - longest).strip();
                kinds = kind.getValue();
            }
        }
        Optional<Mapped.Drug> known = table.drug(drug).or(() -> table.drug(heading.name()));
        if (known.isEmpty()) {
            return new Column.Unknown("it is not in the table");
        }
        Vasopressor vasopressor = known.get().drug();
        return vasopressor == null
                ? new Column.NotOfUse()
                : ofDrug(vasopressor, kinds, List.of(heading.unit()));
    }

    private Column ofDrug(Vasopressor drug, List<String> kinds, List<String> unit) {
        String reason = "";
        for (String kind : kinds) {
            Optional<CodeTable.Match.Found> found = code(kind);
            Optional<String> fault =
                    found.isEmpty()
                            ? Optional.of("'%s' is not in the table".formatted(kind))
                            : table.unitFault(found.get(), unit);
            if (found.isPresent() && fault.isEmpty()) {
                return new Column.OfDrug(drug, found.get(), unit);
            }
            reason = reason.isEmpty() ? fault.orElse("") : reason;
        }
        return new Column.Faulty(reason);
    }

    private Optional<CodeTable.Match.Found> code(String name) {
        return table.match(List.of(new Code(name, name, SYSTEM)))
                        instanceof CodeTable.Match.Found found
                ? Optional.of(found)
                : Optional.empty();
    }

    /** A word in the column of a dose that says whether the drug runs, such as "stopped". */
    Optional<Mapped.Running> state(String word) {
        return code(STATE)
                .map(found -> table.read(found, List.of(), List.of(word)))
                .filter(Mapped.Running.class::isInstance)
                .map(Mapped.Running.class::cast);
    }
}
