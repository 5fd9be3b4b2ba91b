package org.cytovigil.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.cytovigil.ledger.Quarantine;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of quarantined items, through one connection. Not safe for use by several threads. */
// [impl->req~ledger.quarantine-search~1]
final class QuarantineTable {
    private static final String ITEMS =
            """
            select sequence, received_at, source, line, reason, raw, settled_at, dismissed_by, dismissed_because
            from quarantine
            """;

    private final Handle handle;

    QuarantineTable(Handle handle) {
        this.handle = handle;
    }

    /** Every item, oldest first. */
    List<Quarantine.Held> held() {
        return handle.createQuery(ITEMS + "order by sequence")
                .map((row, context) -> held(row))
                .list();
    }

    long unsettled() {
        return handle.createQuery("select count(*) from quarantine where settled_at is null")
                .mapTo(Long.class)
                .one();
    }

    List<Quarantine.Group> groups(Quarantine.Filter filter) {
        return handle
                .createQuery(
                        """
                        select source, reason, count(*), min(received_at), max(received_at), max(sequence)
                        from quarantine %s group by source, reason
                        """
                                .formatted(where(filter, "")))
                .bindMap(values(filter))
                .map((row, context) -> group(row))
                .list()
                .stream()
                .sorted(Quarantine.Group.NEWEST_FIRST)
                .toList();
    }

    List<Quarantine.Held> page(Quarantine.Filter filter, long before, int atMost) {
        return page(filter, "sequence < :from", "desc", before, atMost);
    }

    List<Quarantine.Held> following(Quarantine.Filter filter, long after, int atMost) {
        return page(filter, "sequence > :from", "asc", after, atMost);
    }

    private List<Quarantine.Held> page(
            Quarantine.Filter filter, String begin, String order, long from, int atMost) {
        return handle.createQuery(
                        ITEMS
                                + where(filter, begin)
                                + " order by sequence %s limit :most".formatted(order))
                .bindMap(values(filter))
                .bind("from", from)
                .bind("most", atMost)
                .map((row, context) -> held(row))
                .list();
    }

    /** Dismisses items that wait, durable on return. */
    void dismiss(List<Long> numbers, Instant at, Quarantine.Dismissal dismissal) {
        SqliteFile.write(
                handle,
                () -> {
                    try (PreparedBatch batch =
                            handle.prepareBatch(
                                    """
                                    update quarantine set settled_at = ?, dismissed_by = ?, dismissed_because = ?
                                    where sequence = ? and settled_at is null
                                    """)) {
                        numbers.forEach(
                                number ->
                                        batch.bind(0, at.toEpochMilli())
                                                .bind(1, dismissal.by())
                                                .bind(2, dismissal.reason())
                                                .bind(3, number)
                                                .add());
                        if (!numbers.isEmpty()) {
                            batch.execute();
                        }
                    }
                });
    }

    /** Lets dismissed items wait again, durable on return. */
    void reopen(List<Long> numbers) {
        SqliteFile.write(
                handle,
                () -> {
                    try (PreparedBatch batch =
                            handle.prepareBatch(
                                    """
                                    update quarantine set settled_at = null, dismissed_by = null, dismissed_because = null
                                    where sequence = ? and dismissed_because is not null
                                    """)) {
                        numbers.forEach(number -> batch.bind(0, number).add());
                        if (!numbers.isEmpty()) {
                            batch.execute();
                        }
                    }
                });
    }

    private static String where(Quarantine.Filter filter, String more) {
        StringJoiner where = new StringJoiner(" and ", "where ", "").setEmptyValue("");
        if (!more.isEmpty()) {
            where.add(more);
        }
        if (!filter.withSettled()) {
            where.add("settled_at is null");
        }
        if (filter.source() != null) {
            where.add("source = :source");
        }
        if (filter.reason() != null) {
            where.add("reason = :reason");
        }
        if (!filter.text().isEmpty()) {
            where.add(
                    "(lower(source) like :text escape '!' or lower(reason) like :text escape '!'"
                            + " or lower(raw) like :text escape '!')");
        }
        return where.toString();
    }

    private static Map<String, Object> values(Quarantine.Filter filter) {
        Map<String, Object> values = new HashMap<>();
        if (filter.source() != null) {
            values.put("source", filter.source());
        }
        if (filter.reason() != null) {
            values.put("reason", filter.reason());
        }
        if (!filter.text().isEmpty()) {
            String text =
                    filter.text()
                            .toLowerCase(Locale.ROOT)
                            .replace("!", "!!")
                            .replace("%", "!%")
                            .replace("_", "!_");
            values.put("text", "%" + text + "%");
        }
        return values;
    }

    private static Quarantine.Group group(ResultSet row) throws SQLException {
        return new Quarantine.Group(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                Instant.ofEpochMilli(row.getLong(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getLong(6));
    }

    private static Quarantine.Held held(ResultSet row) throws SQLException {
        Quarantine.Item item =
                new Quarantine.Item(
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6));
        long at = row.getLong(7);
        Instant settled = row.wasNull() ? null : Instant.ofEpochMilli(at);
        String by = row.getString(8);
        String because = row.getString(9);
        return new Quarantine.Held(
                row.getLong(1),
                item,
                settled,
                by == null || because == null ? null : new Quarantine.Dismissal(by, because));
    }
}
