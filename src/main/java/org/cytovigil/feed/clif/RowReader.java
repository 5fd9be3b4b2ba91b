package org.cytovigil.feed.clif;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one CSV file, one at a time.
 *
 * <p>The parser is handed one row's text at a time, so a quote that is never closed spoils its own
 * row and not the rest of the file, and the text of a row is at hand exactly as it came.
 */
final class RowReader {
    private static final int MOST_LINES_OF_A_ROW = 50;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SalvagingStream stream;
    private final BufferedReader reader;
    private final Deque<String> putBack = new ArrayDeque<>();
    private final Columns columns;
    private @Nullable String upcoming;
    private long lines;

    /** Begins to read and takes the header, if there is one. */
    RowReader(SalvagingStream stream) {
        this.stream = stream;
        this.reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
        this.upcoming = readLine();
        String first = nextLine();
        if (first != null && first.startsWith(BYTE_ORDER_MARK)) {
            first = first.substring(1);
        }
        List<String> header = first == null ? null : parse(first);
        this.columns = new Columns(header == null ? List.of() : header);
    }

    /** The columns of the header; none when there is no header. */
    Columns columns() {
        return columns;
    }

    /** The number of the last line used. */
    long lineNumber() {
        return lines;
    }

    /**
     * The next row.
     *
     * @return {@code null} at the end of the file, or where it breaks off
     */
    @Nullable Row next() {
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
        return new Row(columns, List.of(), at, first, "a quoted field is opened and not closed");
    }

    private Row row(long line, String text) {
        List<String> fields = parse(text);
        String defect = null;
        if (fields == null) {
            defect = "the row cannot be taken apart at its commas";
        } else if (fields.size() != columns.count()) {
            defect = "%d fields where the header has %d".formatted(fields.size(), columns.count());
        }
        return new Row(
                columns, fields == null || defect != null ? List.of() : fields, line, text, defect);
    }

    private static @Nullable List<String> parse(String text) {
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.RFC4180)) {
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
    private static boolean endsInsideQuotes(CharSequence text) {
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
                mayOpen = c == ',';
            }
        }
        return inside;
    }

    private @Nullable String nextLine() {
        String line = putBack.isEmpty() ? null : putBack.pop();
        if (line == null) {
            line = upcoming;
            if (line == null) {
                return null;
            }
            upcoming = readLine();
            if (upcoming == null && stream.failure() != null && !stream.atLineStart()) {
                // The file broke off inside this line: a number cut short would be another number.
                return null;
            }
        }
        lines++;
        return line;
    }

    private @Nullable String readLine() {
        try {
            return reader.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("the stream keeps its failures to itself", e);
        }
    }
}
