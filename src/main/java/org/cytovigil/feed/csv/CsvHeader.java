package org.cytovigil.feed.csv;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The header of a file.
 *
 * @param raw its text as it came
 * @param separator between fields
 * @param names of the columns as written
 * @param columns what each is for
 */
record CsvHeader(String raw, char separator, List<String> names, List<Column> columns) {
    /** Where the column of that role is, or -1. */
    int position(Column.Role role) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) instanceof Column.Of of && of.role() == role) {
                return i;
            }
        }
        return -1;
    }

    boolean has(Column.Role role) {
        return position(role) >= 0;
    }

    /** Whether each row is one value, with its parameter beside it. */
    boolean isLong() {
        return has(Column.Role.PARAMETER) && has(Column.Role.VALUE);
    }

    /** Whether it says whose and when, as every file of this kind does. */
    boolean isRecognised() {
        return has(Column.Role.TIME)
                && (has(Column.Role.PATIENT) || has(Column.Role.VISIT) || has(Column.Role.BED));
    }

    /** The zone of times without an offset. */
    ZoneId zone(ZoneId site) {
        for (Column column : columns) {
            if (column instanceof Column.Of of && of.zone() != null) {
                return of.zone();
            }
        }
        return site;
    }

    /** The position of every column that says whose and when. */
    List<Integer> identity() {
        List<Integer> positions = new ArrayList<>();
        for (Column.Role role :
                List.of(
                        Column.Role.PATIENT,
                        Column.Role.VISIT,
                        Column.Role.BED,
                        Column.Role.DATE,
                        Column.Role.TIME)) {
            if (has(role)) {
                positions.add(position(role));
            }
        }
        return positions;
    }

    /** The position of every column that the table does not have. */
    List<Integer> unknown() {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) instanceof Column.Unknown) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** What is wrong with it, a line each; empty when its rows can be read. */
    List<String> faults(String place, boolean bedIdentifies) {
        List<String> faults = new ArrayList<>();
        if (!has(Column.Role.TIME)) {
            faults.add(place + ": no column of the time");
        }
        if (!has(Column.Role.PATIENT) && !has(Column.Role.VISIT)) {
            String bed = "no column of the patient or the visit";
            if (!has(Column.Role.BED)) {
                faults.add(place + ": " + bed);
            } else if (!bedIdentifies) {
                faults.add(
                        "%s: %s: a bed alone counts only where the mapping table says so (identify, bed)"
                                .formatted(place, bed));
            }
        }
        addForm(place, faults);
        Map<Object, Integer> seen = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = "%s: column %d '%s'".formatted(place, i + 1, names.get(i));
            if (columns.get(i) instanceof Column.Faulty(String reason)) {
                faults.add(column + ": " + reason);
            }
            boolean named = !names.get(i).isBlank();
            Object subject = columns.get(i).subject(Heading.of(names.get(i)).plain());
            Integer earlier = named ? seen.putIfAbsent(subject, i) : null;
            if (earlier != null) {
                faults.add(
                        "%s: is the same as column %d '%s'"
                                .formatted(column, earlier + 1, names.get(earlier)));
            }
        }
        return faults;
    }

    private void addForm(String place, List<String> faults) {
        boolean measured = columns.stream().anyMatch(column -> column.target() != null);
        if (isLong()) {
            if (measured) {
                faults.add(
                        place
                                + ": a column of the parameter, and others that are measurements themselves");
            }
        } else if (has(Column.Role.PARAMETER) || has(Column.Role.VALUE)) {
            faults.add(place + ": of the columns of parameter and value one is missing");
        } else if (has(Column.Role.UNIT)) {
            faults.add(place + ": a column of the unit without those of parameter and value");
        } else if (!measured
                && unknown().isEmpty()
                && columns.stream().noneMatch(Column.Faulty.class::isInstance)) {
            faults.add(place + ": no column of a measurement");
        }
    }

    /** What a person calls the separator. */
    String separatorName() {
        return switch (separator) {
            case ';' -> "semicolons";
            case '\t' -> "tabs";
            default -> "commas";
        };
    }

    /** The text of a cell; empty when there is no such column. */
    static String cell(List<String> fields, int position) {
        return position < 0 ? "" : fields.get(position).replace('\u00A0', ' ').strip();
    }
}
