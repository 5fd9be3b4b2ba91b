package org.cytovigil.feed.clif;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one table after the other and finds what is wrong with a file as such. */
final class TableReader {
    private static final int ROWS_BETWEEN_CALLS = 1_000;

    private final ClifSource source;
    private final ClifProgress progress;
    private final List<ClifReport.Fault> faults;

    TableReader(ClifSource source, ClifProgress progress, List<ClifReport.Fault> faults) {
        this.source = source;
        this.progress = progress;
        this.faults = faults;
    }

    /**
     * Hands every row that has the fields of the header to the taker; the others go to the
     * quarantine.
     *
     * @param table the table's name
     * @param required columns without which no row is read
     * @return {@code false} when the source has no such table; whatever else went wrong is among
     *     the faults
     */
    boolean read(String table, Collection<String> required, Tally tally, Consumer<Row> taker) {
        Optional<ClifSource.Table> opened;
        try {
            opened = source.open(table);
        } catch (IOException e) {
            faults.add(new ClifReport.Fault(table, 0, "cannot be opened: " + reason(e)));
            return true;
        }
        if (opened.isEmpty()) {
            return false;
        }
        tally.found(opened.get().file());
        try (SalvagingStream stream = new SalvagingStream(opened.get())) {
            read(opened.get(), stream, required, tally, taker);
        } catch (IOException e) {
            faults.add(new ClifReport.Fault(tally.file(), 0, "cannot be closed: " + reason(e)));
        }
        return true;
    }

    private void read(
            ClifSource.Table table,
            SalvagingStream stream,
            Collection<String> required,
            Tally tally,
            Consumer<Row> taker) {
        RowReader rows = new RowReader(stream);
        progress.read(table.file(), stream.storedBytes(), table.bytes(), 0);
        if (headerSound(rows, stream, required, tally)) {
            tally.headerSound();
            long count = 0;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                take(row, tally, taker);
                if (++count % ROWS_BETWEEN_CALLS == 0) {
                    progress.read(table.file(), stream.storedBytes(), table.bytes(), count);
                }
            }
            progress.read(table.file(), stream.storedBytes(), table.bytes(), count);
        }
        IOException failure = stream.failure();
        if (failure != null) {
            faults.add(
                    new ClifReport.Fault(
                            tally.file(),
                            rows.lineNumber(),
                            "the file breaks off after this line: " + reason(failure)));
        }
    }

    private boolean headerSound(
            RowReader rows, SalvagingStream stream, Collection<String> required, Tally tally) {
        if (rows.columns().count() == 0) {
            if (stream.failure() == null) {
                faults.add(new ClifReport.Fault(tally.file(), 1, "the file has no header"));
            }
            return false;
        }
        List<String> wrong = rows.columns().faults(required);
        for (String fault : wrong) {
            faults.add(
                    new ClifReport.Fault(tally.file(), 1, fault + ": the table is not imported"));
        }
        return wrong.isEmpty();
    }

    private static void take(Row row, Tally tally, Consumer<Row> taker) {
        tally.read();
        String defect = row.defect();
        if (defect == null) {
            taker.accept(row);
        } else {
            tally.ofInterest();
            tally.refuse(row.line(), defect, row.raw());
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
