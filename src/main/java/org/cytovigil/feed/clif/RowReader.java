package org.cytovigil.feed.clif;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cytovigil.feed.csv.QuotedRows;
import org.jspecify.annotations.Nullable;

/** The rows of one CSV file, one at a time. */
final class RowReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SalvagingStream stream;
    private final BufferedReader reader;
    private final QuotedRows rows;
    private final Columns columns;
    private @Nullable String upcoming;

    /** Begins to read and takes the header, if there is one. */
    RowReader(SalvagingStream stream) {
        this.stream = stream;
        this.reader =
                new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
        this.upcoming = readLine();
        this.rows = new QuotedRows(this::wholeLine, ',');
        String first = rows.nextLine();
        if (first != null && first.startsWith(BYTE_ORDER_MARK)) {
            first = first.substring(1);
        }
        List<String> header = first == null ? null : rows.parse(first);
        this.columns = new Columns(header == null ? List.of() : header);
        rows.expect(columns.count());
    }

    /** The columns of the header; none when there is no header. */
    Columns columns() {
        return columns;
    }

    /** The number of the last line used. */
    long lineNumber() {
        return rows.lineNumber();
    }

    /**
     * The next row.
     *
     * @return {@code null} at the end of the file, or where it breaks off
     */
    @Nullable Row next() {
        QuotedRows.Row row = rows.next();
        return row == null
                ? null
                : new Row(columns, row.fields(), row.line(), row.raw(), row.defect());
    }

    private @Nullable String wholeLine() {
        String line = upcoming;
        if (line == null) {
            return null;
        }
        upcoming = readLine();
        if (upcoming == null && stream.failure() != null && !stream.atLineStart()) {
            // The file broke off inside this line: a number cut short would be another number.
            return null;
        }
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
