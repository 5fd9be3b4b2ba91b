package org.cytovigil.feed.mapping;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.cytovigil.clinical.OxygenDevices;
import org.cytovigil.clinical.Vasopressor;

/** Reads the rows of a table file; a mistake in any of them refuses the file as a whole. */
final class TableReader {
    private static final List<String> COLUMNS =
            List.of("system", "code", "name", "unit", "target", "detail", "note");
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .setIgnoreEmptyLines(true)
                    .setTrim(true)
                    .get();

    /** What columns without a measurement are for. */
    private static final Set<String> COLUMN_DETAILS =
            Set.of("patient", "visit", "bed", "time", "date", "parameter", "value", "unit");

    private final CodeTable table;
    private final String file;
    private final List<String> mistakes = new ArrayList<>();

    TableReader(CodeTable table, String file) {
        this.table = table;
        this.file = file;
    }

    void read(Reader reader) throws CodeTableException {
        try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
            List<String> header = parser.getHeaderNames();
            Set<String> distinct = new HashSet<>(header);
            if (!distinct.equals(Set.copyOf(COLUMNS)) || header.size() != COLUMNS.size()) {
                throw new CodeTableException(
                        List.of(
                                "%s:1: the columns are %s, and should be %s in any order"
                                        .formatted(file, header, COLUMNS)));
            }
            for (CSVRecord row : parser) {
                read(row, parser.getCurrentLineNumber());
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new CodeTableException(file + ": is no table: " + e.getMessage(), e);
        }
        if (!mistakes.isEmpty()) {
            throw new CodeTableException(mistakes);
        }
    }

    private void read(CSVRecord row, long line) {
        String place = file + ":" + line;
        if (row.size() != COLUMNS.size()) {
            mistakes.add(
                    "%s: %d columns instead of %d".formatted(place, row.size(), COLUMNS.size()));
            return;
        }
        String target = row.get("target");
        Optional<String> mistake =
                CodeTable.Words.named(target)
                        .map(kind -> word(kind, row))
                        .orElseGet(() -> measurement(target, row, place));
        mistake.ifPresent(reason -> mistakes.add(place + ": " + reason));
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split("\\|", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** A row of what a code stands for; returns what is wrong with it. */
    private Optional<String> measurement(String name, CSVRecord row, String place) {
        String detail = row.get("detail");
        Optional<Target> target = Targets.parse(name, detail);
        if (target.isEmpty()) {
            return Optional.of(
                    "'%s' is no target%s"
                            .formatted(
                                    name,
                                    detail.isEmpty() ? "" : " with the detail '" + detail + "'"));
        }
        List<String> codes = list(row.get("code"));
        List<String> names = list(row.get("name"));
        if (codes.isEmpty() || names.isEmpty() || list(row.get("system")).isEmpty()) {
            return Optional.of("system, code and name are all needed; a star stands for any");
        }
        List<String> written = list(row.get("unit"));
        List<String> units = written.stream().filter(unit -> !unit.equals("none")).toList();
        Set<String> possible = Units.of(target.get());
        for (String unit : units) {
            if (!possible.contains(unit)) {
                return Optional.of(
                        "'%s' is no unit of '%s'; possible: %s"
                                .formatted(
                                        unit,
                                        name,
                                        String.join(" ", possible.stream().sorted().toList())));
            }
        }
        if (units.isEmpty() && !possible.isEmpty()) {
            return Optional.of("'%s' needs a unit".formatted(name));
        }
        table.add(
                new Row(
                        list(row.get("system")).stream()
                                .map(Code::normal)
                                .map(system -> system.equals("NONE") ? "" : system)
                                .collect(Collectors.toUnmodifiableSet()),
                        codes.stream()
                                .map(code -> code.toUpperCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet()),
                        Row.Names.of(names),
                        units,
                        written.contains("none"),
                        target.get(),
                        place));
        return Optional.empty();
    }

    /** A row of what a word means; returns what is wrong with it. */
    private Optional<String> word(CodeTable.Words kind, CSVRecord row) {
        List<String> codes = list(row.get("code"));
        List<String> names = list(row.get("name"));
        String detail = row.get("detail");
        if (codes.isEmpty() && names.isEmpty()) {
            return Optional.of("code or name is needed");
        }
        if (kind == CodeTable.Words.UNIT) {
            String ucum = row.get("unit");
            if (!table.units().isKnown(ucum)) {
                return Optional.of("'%s' is no UCUM unit in use here".formatted(ucum));
            }
            codes.forEach(text -> table.units().spell(text, ucum));
            names.forEach(text -> table.units().spell(text, ucum));
            return Optional.empty();
        }
        if (!isMeaning(kind, detail, codes)) {
            return Optional.of("'%s' is no detail of '%s'".formatted(detail, row.get("target")));
        }
        table.words(kind).add(codes, Row.Names.of(names), detail);
        return Optional.empty();
    }

    private static boolean isMeaning(CodeTable.Words kind, String detail, List<String> codes) {
        return switch (kind) {
            case UNIT -> false;
            case SENTINEL ->
                    detail.isEmpty()
                            && codes.stream().allMatch(code -> Numbers.read(code).isPresent());
            case DRUG -> detail.equals("other") || Vasopressor.parse(detail).isPresent();
            case DEVICE -> OxygenDevices.named(detail, null, null).isPresent();
            case SITE -> Targets.site(detail).isPresent();
            case STATE -> Set.of("running", "stopped", "kvo").contains(detail);
            case RESULT_STATUS ->
                    Arrays.stream(CodeTable.Handling.values())
                            .anyMatch(
                                    handling ->
                                            handling.name()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replace('_', '-')
                                                    .equals(detail));
            case PROCESSING -> Set.of("accept", "refuse").contains(detail);
            case IDENTIFY -> detail.isEmpty() && codes.equals(List.of("bed"));
            case COLUMN -> COLUMN_DETAILS.contains(detail);
        };
    }
}
