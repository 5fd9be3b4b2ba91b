package org.cytovigil.feed.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;

/** Reads the rows under one header; it is used once. */
final class CsvRows {
    /** What one batch of the ledger takes a second or two for, so that senders are answered. */
    private static final int MOST_ROWS = 100_000;

    private static final int MOST_VALUES = 200_000;
    private static final long MOST_REFUSED = 32L << 20;

    private final CsvHeader header;
    private final Context context;
    private final ColumnReader parameters;
    private final RawRows raw;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Quarantine.Item> items = new ArrayList<>();
    private final Set<QuotedRows.Row> withUnknown = new LinkedHashSet<>();
    private final Map<List<String>, Column> parametersRead = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final Map<List<String>, Group> moments = new HashMap<>();
    private int values;
    private long refusedLength;
    private final Set<Long> rows = new HashSet<>();
    private final Set<Long> charted = new HashSet<>();
    private final Set<Long> known = new HashSet<>();
    private final Set<Long> refused = new HashSet<>();

    /**
     * What reading needs.
     *
     * @param zone of times without an offset
     * @param name of the file
     * @param shift how many lines stand before the first one handed over
     */
    record Context(
            CodeTable table,
            StayDirectory directory,
            Charted charted,
            ZoneId zone,
            String name,
            Instant received,
            long shift) {}

    /**
     * Cells of one patient and time.
     *
     * @param subjects what they are of, in long form
     */
    private record Group(QuotedRows.Row first, List<Cell> cells, Set<Object> subjects) {
        boolean add(Cell cell) {
            return subjects.add(cell.column().subject(cell.name())) && cells.add(cell);
        }
    }

    CsvRows(CsvHeader header, Context context) {
        this.header = header;
        this.context = context;
        this.parameters = new ColumnReader(context.table());
        this.raw = new RawRows(header);
    }

    /**
     * Reads them to the end.
     *
     * @throws CsvFileException when there are more than one batch of the ledger should hold
     */
    CsvReading read(QuotedRows source, String encoding) throws CsvFileException {
        for (QuotedRows.Row row = source.next(); row != null; row = source.next()) {
            String defect = row.defect();
            if (defect != null) {
                rows.add(row.line());
                refuse(List.of(row), defect);
            } else if (row.fields().stream().anyMatch(field -> !field.isBlank())) {
                rows.add(row.line());
                take(row);
            }
            requireWithinLimits();
        }
        for (Group group : groups) {
            read(group);
            requireWithinLimits();
        }
        quarantineUnknownColumns();
        return reading(encoding);
    }

    private void requireWithinLimits() throws CsvFileException {
        if (rows.size() > MOST_ROWS || values > MOST_VALUES || refusedLength > MOST_REFUSED) {
            throw new CsvFileException(
                    List.of(
                            "%s: more than %d rows, %d values or %d MiB of refused rows; cut it into several files"
                                    .formatted(
                                            context.name(),
                                            MOST_ROWS,
                                            MOST_VALUES,
                                            MOST_REFUSED >> 20)),
                    true);
        }
    }

    private void take(QuotedRows.Row row) {
        if (!header.isLong()) {
            // Each row is a moment of its own: two of one time are two chartings.
            List<Cell> cells = wide(row);
            values += cells.size();
            groups.add(new Group(row, cells, Set.of()));
            return;
        }
        String value = CsvHeader.cell(row.fields(), header.position(Column.Role.VALUE));
        if (value.isEmpty()) {
            return;
        }
        Cell cell = cell(row, value);
        List<String> key =
                header.identity().stream()
                        .map(position -> CsvHeader.cell(row.fields(), position))
                        .toList();
        values++;
        Group last = moments.get(key);
        if (last == null || !last.add(cell)) {
            Group next = new Group(row, new ArrayList<>(), new HashSet<>());
            next.add(cell);
            groups.add(next);
            moments.put(key, next);
        }
    }

    private List<Cell> wide(QuotedRows.Row row) {
        List<Cell> cells = new ArrayList<>();
        boolean unknown = false;
        for (int i = 0; i < header.columns().size(); i++) {
            String text = CsvHeader.cell(row.fields(), i);
            Column column = header.columns().get(i);
            if (!text.isEmpty() && column.target() != null) {
                cells.add(new Cell(row, i, header.names().get(i).strip(), column, text));
            }
            unknown |= !text.isEmpty() && column instanceof Column.Unknown;
        }
        if (unknown) {
            withUnknown.add(row);
        }
        return cells;
    }

    private Cell cell(QuotedRows.Row row, String value) {
        int position = header.position(Column.Role.PARAMETER);
        String parameter = CsvHeader.cell(row.fields(), position);
        String unit = CsvHeader.cell(row.fields(), header.position(Column.Role.UNIT));
        Column column =
                parametersRead.computeIfAbsent(
                        List.of(parameter, unit), key -> parameters.read(parameter, unit));
        boolean measured =
                column.target() != null
                        || column instanceof Column.NotOfUse
                        || column instanceof Column.Faulty;
        return new Cell(
                row,
                position,
                parameter,
                measured ? column : new Column.Unknown("it is not in the table"),
                value);
    }

    private void read(Group group) {
        if (group.cells().isEmpty()) {
            return;
        }
        List<QuotedRows.Row> same = group.cells().stream().map(Cell::row).distinct().toList();
        switch (time(group.first().fields())) {
            case CsvTime.Read.Refused(String reason) -> refuse(same, reason);
            case CsvTime.Read.At(Instant at) -> {
                Optional<String> ahead = FactTime.ahead(at, context.received());
                if (ahead.isPresent()) {
                    refuse(same, ahead.get());
                    return;
                }
                switch (whose(group.first().fields(), at)) {
                    case StayDirectory.Found.Nobody(String reason) -> refuse(same, reason);
                    case StayDirectory.Found.Of stay -> chart(stay.stay(), at, group.cells());
                }
            }
        }
    }

    private CsvTime.Read time(List<String> fields) {
        String time = CsvHeader.cell(fields, header.position(Column.Role.TIME));
        String date = CsvHeader.cell(fields, header.position(Column.Role.DATE));
        return CsvTime.read(
                header.has(Column.Role.DATE) ? (date + " " + time).strip() : time, context.zone());
    }

    private StayDirectory.Found whose(List<String> fields, Instant at) {
        String patient = CsvHeader.cell(fields, header.position(Column.Role.PATIENT));
        return context.directory()
                .find(
                        patient.isEmpty() ? List.of() : List.of(patient),
                        CsvHeader.cell(fields, header.position(Column.Role.VISIT)),
                        context.table().identifiesByBed()
                                ? CsvHeader.cell(fields, header.position(Column.Role.BED))
                                : "",
                        at);
    }

    private void chart(StayId stay, Instant at, List<Cell> cells) {
        Moment moment = new Moment(context.table(), header.separator(), at);
        moment.read(cells);
        for (Moment.Said said : moment.said()) {
            boolean isNew = context.charted().isNew(stay, at, said.event());
            said.cells().forEach(cell -> (isNew ? charted : known).add(cell.row().line()));
            if (isNew) {
                entries.add(
                        new Entry(
                                stay,
                                at,
                                context.received(),
                                new Author(Author.Kind.IMPORT, context.name()),
                                said.event()));
            }
        }
        for (Moment.Refusal refusal : moment.refusals()) {
            refuse(
                    refusal.cells().stream().map(Cell::row).distinct().toList(),
                    refusal.reason(),
                    raw.of(refusal.cells()));
        }
    }

    /** Rows as they came, with all their columns. */
    private void refuse(List<QuotedRows.Row> same, String reason) {
        same.forEach(withUnknown::remove);
        refuse(same, reason, raw.whole(same));
    }

    private void refuse(List<QuotedRows.Row> same, String reason, String text) {
        same.forEach(row -> refused.add(row.line()));
        refusedLength += text.length();
        items.add(item(same.getFirst().line() + context.shift(), reason, text));
    }

    private Quarantine.Item item(long line, String reason, String text) {
        return new Quarantine.Item(context.received(), context.name(), line, reason, text);
    }

    /** One item for all of them: a column that nobody has mapped must not bury the rest. */
    private void quarantineUnknownColumns() {
        if (withUnknown.isEmpty()) {
            return;
        }
        List<Integer> unknown = header.unknown();
        String names =
                unknown.stream()
                        .map(position -> "'%s'".formatted(header.names().get(position).strip()))
                        .collect(Collectors.joining(", "));
        items.add(
                item(
                        1,
                        "columns not in the table: " + names,
                        raw.part(List.copyOf(withUnknown), unknown)));
    }

    private CsvReading reading(String encoding) {
        List<String> notRead = new ArrayList<>();
        for (int i = 0; i < header.columns().size(); i++) {
            if (header.columns().get(i) instanceof Column.NotOfUse) {
                notRead.add(header.names().get(i).strip());
            }
        }
        return new CsvReading(
                "%s, separated by %s".formatted(encoding, header.separatorName()),
                rows.size(),
                count(row -> charted.contains(row) && !refused.contains(row)),
                count(row -> isAccepted(row) && refused.contains(row)),
                count(
                        row ->
                                known.contains(row)
                                        && !charted.contains(row)
                                        && !refused.contains(row)),
                count(row -> !isAccepted(row) && !refused.contains(row)),
                count(row -> !isAccepted(row) && refused.contains(row)),
                List.copyOf(notRead),
                List.copyOf(entries),
                List.copyOf(items));
    }

    private boolean isAccepted(long row) {
        return charted.contains(row) || known.contains(row);
    }

    private int count(LongPredicate rule) {
        return (int) rows.stream().filter(rule::test).count();
    }
}
