package org.cytovigil.feed.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Ledger;

/**
 * Reads CSV files with a header, in wide form (a column a measurement) or in long form (a row a
 * measurement). What a column stands for is told by the mapping table, as for messages. Nothing is
 * kept here. Safe for use by several threads.
 */
// [impl->req~feed.csv~1]
public final class CsvReader {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final Pattern STATED = Pattern.compile("\"?sep=(.)\"?");

    private final CodeTable table;
    private final StayDirectory directory;
    private final Ledger ledger;
    private final ZoneId zone;

    /**
     * A reader for one store.
     *
     * @param table what columns and words mean
     * @param directory whose data it is
     * @param ledger the same store, read to find what was charted before
     * @param zone of times without an offset
     */
    public CsvReader(CodeTable table, StayDirectory directory, Ledger ledger, ZoneId zone) {
        this.table = table;
        this.directory = directory;
        this.ledger = ledger;
        this.zone = zone;
    }

    /**
     * Reads a file.
     *
     * @param name of the file, for messages, and the author of its entries
     * @param received now
     * @throws CsvFileException when nothing of it can be read: it is no text, or its header lacks
     *     what is needed
     */
    public CsvReading read(String name, byte[] content, Instant received) throws CsvFileException {
        CsvText text = CsvText.of(name, content);
        return read(name, text, received, 0);
    }

    /**
     * Reads a part of a file that waits in the quarantine.
     *
     * @param line of its first row in the file that it came from
     */
    CsvReading again(String name, String part, long line, Instant received)
            throws CsvFileException {
        // The first row of the part stands in its second line.
        return read(name, new CsvText(part, "quarantine"), received, Math.max(0, line - 2));
    }

    private CsvReading read(String name, CsvText text, Instant received, long shift)
            throws CsvFileException {
        List<String> lines = text.text().lines().toList();
        Matcher stated = STATED.matcher(lines.getFirst());
        int skipped = stated.matches() ? 1 : 0;
        List<Character> separators =
                stated.matches() ? List.of(stated.group(1).charAt(0)) : SEPARATORS;
        if (!SEPARATORS.containsAll(separators)) {
            throw new CsvFileException(
                    "%s:1: '%s' is no separator; comma, semicolon and tab are"
                            .formatted(name, stated.group(1)));
        }
        Opened opened = open(name, lines.subList(skipped, lines.size()), separators);
        CsvHeader header = opened.header();
        String place = "%s:%d".formatted(name, opened.rows().lineNumber() + skipped);
        List<String> faults = header.faults(place, table.identifiesByBed());
        if (!faults.isEmpty()) {
            throw new CsvFileException(faults, header.isRecognised());
        }
        CsvRows rows =
                new CsvRows(
                        header,
                        new CsvRows.Context(
                                table,
                                directory,
                                new Charted(ledger),
                                header.zone(zone),
                                name,
                                received,
                                shift + skipped));
        return rows.read(opened.rows(), text.encoding());
    }

    private record Opened(CsvHeader header, QuotedRows rows) {}

    /** By the separator with which the header says whose and when; else with the most columns. */
    private Opened open(String name, List<String> lines, List<Character> separators)
            throws CsvFileException {
        Opened best = null;
        for (char separator : separators) {
            Deque<String> left = new ArrayDeque<>(lines);
            QuotedRows rows = new QuotedRows(left::poll, separator);
            QuotedRows.Row first = rows.next();
            if (first == null) {
                throw new CsvFileException(name + ": there is no header");
            }
            if (first.defect() != null) {
                continue;
            }
            CsvHeader header = header(first, separator);
            boolean better =
                    best == null
                            || (header.isRecognised() && !best.header().isRecognised())
                            || (header.isRecognised() == best.header().isRecognised()
                                    && header.columns().size() > best.header().columns().size());
            if (better) {
                rows.expect(header.columns().size());
                best = new Opened(header, rows);
            }
        }
        if (best == null) {
            throw new CsvFileException(name + ":1: the header cannot be taken apart");
        }
        return best;
    }

    private CsvHeader header(QuotedRows.Row row, char separator) {
        ColumnReader reader = new ColumnReader(table);
        List<Column> columns = new ArrayList<>();
        row.fields().forEach(name -> columns.add(reader.read(name)));
        return new CsvHeader(row.raw(), separator, row.fields(), columns);
    }
}
