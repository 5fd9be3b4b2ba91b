package org.cytovigil.feed.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds which lines of a CSV text make a row, and takes rows apart.
 *
 * <p>The parser is handed one row's text at a time, so a quote that is never closed spoils its own
 * row and not the rest of the text, and the text of a row is at hand exactly as it came.
 */
public final class QuotedRows {
    private static final int MOST_LINES_OF_A_ROW = 50;

    private final Supplier<@Nullable String> source;
    private final char separator;
    private final CSVFormat format;
    private final Deque<String> putBack = new ArrayDeque<>();
    private long lines;
    private int expected = -1;

    /**
     * One row.
     *
     * @param line the line on which it begins, counted from 1
     * @param raw the text as it came, its lines joined by line feeds
     * @param fields its fields; none when it could not be taken apart
     * @param defect why it could not, or {@code null}
     */
    public record Row(long line, String raw, List<String> fields, @Nullable String defect) {}

    /**
     * Rows of a text.
     *
     * @param source the lines one after the other, then {@code null}
     * @param separator between fields
     */
    public QuotedRows(Supplier<@Nullable String> source, char separator) {
        this.source = source;
        this.separator = separator;
        this.format = CSVFormat.RFC4180.builder().setDelimiter(separator).get();
    }

    /** From now on a row of another number of fields is a defect. */
    public void expect(int fields) {
        expected = fields;
    }

    /** The number of the last line used. */
    public long lineNumber() {
        return lines;
    }

    /** The next line as it is, whatever quotes it holds; {@code null} at the end. */
    public @Nullable String nextLine() {
        String line = putBack.isEmpty() ? source.get() : putBack.pop();
        lines += line == null ? 0 : 1;
        return line;
    }

    /** The next row that is not blank; {@code null} at the end. */
    public @Nullable Row next() {
        String first = nextLine();
        while (first != null && first.isBlank()) {
            first = nextLine();
        }
        if (first == null) {
            return null;
        }
        long at = lines;
        if (!endsInsideQuotes(first)) {
            return row(at, first);
        }
        List<String> further = new ArrayList<>();
        StringBuilder joined = new StringBuilder(first);
        while (further.size() < MOST_LINES_OF_A_ROW && endsInsideQuotes(joined)) {
            String more = nextLine();
            if (more == null) {
                break;
            }
            further.add(more);
            joined.append('\n').append(more);
        }
        Row row = row(at, joined.toString());
        if (row.defect() == null) {
            return row;
        }
        // The quote was not meant as one: the lines after it are rows of their own.
        for (String more : further.reversed()) {
            putBack.push(more);
            lines--;
        }
        return new Row(at, first, List.of(), "a quoted field is opened and not closed");
    }

    private Row row(long line, String text) {
        List<String> fields = parse(text);
        if (fields == null) {
            return new Row(line, text, List.of(), "the row cannot be taken apart");
        }
        return expected >= 0 && fields.size() != expected
                ? new Row(
                        line,
                        text,
                        List.of(),
                        "%d fields where the header has %d".formatted(fields.size(), expected))
                : new Row(line, text, fields, null);
    }

    /** The fields of one row's text; {@code null} when it cannot be taken apart. */
    public @Nullable List<String> parse(String text) {
        try (CSVParser parser = CSVParser.parse(text, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? records.getFirst().toList() : null;
        } catch (IOException | UncheckedIOException e) {
            // The only reader is a string: what fails is the quoting, and the caller says so with
            // the row.
            return null;
        }
    }

    /**
     * Whether a field that began with a quote is still open at the end (RFC 4180: a quote inside is
     * doubled).
     */
    private boolean endsInsideQuotes(CharSequence text) {
        boolean inside = false;
        boolean mayOpen = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (inside) {
                inside = c != '"';
                // A doubled quote closes and opens again, which leaves the answer as it was.
                mayOpen = !inside;
            } else {
                inside = c == '"' && mayOpen;
                mayOpen = c == separator;
            }
        }
        return inside;
    }
}
