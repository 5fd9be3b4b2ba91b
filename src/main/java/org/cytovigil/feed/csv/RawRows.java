package org.cytovigil.feed.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes parts of a file as a file by itself, which can be fed again. */
final class RawRows {
    private final CsvHeader header;
    private final CSVFormat format;

    RawRows(CsvHeader header) {
        this.header = header;
        this.format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(header.separator())
                        .setRecordSeparator('\n')
                        .get();
    }

    /** Whole rows, as they came. */
    String whole(List<QuotedRows.Row> rows) {
        return Stream.concat(Stream.of(header.raw()), rows.stream().map(QuotedRows.Row::raw))
                .collect(Collectors.joining("\n"));
    }

    /** Some columns of rows, and those that say whose and when. */
    String part(List<QuotedRows.Row> rows, List<Integer> columns) {
        List<Integer> positions =
                Stream.concat(header.identity().stream(), columns.stream())
                        .distinct()
                        .sorted()
                        .toList();
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(picked(header.names(), positions));
            for (QuotedRows.Row row : rows) {
                printer.printRecord(picked(row.fields(), positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail", e);
        }
        return text.toString().stripTrailing();
    }

    /** Cells and the context that they need, by themselves. */
    String of(List<Cell> cells) {
        List<QuotedRows.Row> rows = cells.stream().map(Cell::row).distinct().toList();
        return header.isLong()
                ? whole(rows)
                : part(rows, cells.stream().map(Cell::position).toList());
    }

    private static List<String> picked(List<String> fields, List<Integer> positions) {
        List<String> picked = new ArrayList<>();
        positions.forEach(position -> picked.add(fields.get(position)));
        return picked;
    }
}
