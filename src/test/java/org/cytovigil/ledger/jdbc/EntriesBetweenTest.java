package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of a span of time are those of the stay that lie within it, in the same order. */
class EntriesBetweenTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<StayId> STAYS =
            List.of(new StayId("S-1"), new StayId("S-10"), new StayId("none"));

    @TempDir private Path folder;

    private static Entry drawn(Random random) {
        // Few moments, so that many share one; half a millisecond, which no ledger tells apart.
        Instant at = START.plusMillis(random.nextInt(40)).plusNanos(500_000L * random.nextInt(2));
        Observation pulse = new Observation.HeartRate(40 + random.nextInt(100));
        return new Entry(
                STAYS.get(random.nextInt(2)),
                at,
                START.plusSeconds(random.nextInt(60)),
                new Author(Author.Kind.DEVICE, "monitor"),
                random.nextInt(4) == 0
                        ? new Entry.Retracted(pulse, "slip")
                        : new Entry.Observed(pulse));
    }

    private static List<Entry> filtered(Ledger ledger, StayId stay, Instant from, Instant to) {
        Instant first = from.truncatedTo(ChronoUnit.MILLIS);
        return ledger.entriesOf(stay).stream()
                .filter(entry -> !entry.at().isBefore(first) && !entry.at().isAfter(to))
                .toList();
    }

    @Test
    void theyAreTheSameAsAllOfTheStayFiltered() {
        try (JdbcLedger stored = JdbcLedger.open(folder.resolve("unit.db"));
                MemoryLedger memory = new MemoryLedger()) {
            Random random = new Random(7);
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                entries.add(drawn(random));
            }
            stored.append(entries);
            memory.append(stored.entriesOf(STAYS.get(0)));
            memory.append(stored.entriesOf(STAYS.get(1)));
            int found = 0;
            for (int i = 0; i < 300; i++) {
                StayId stay = STAYS.get(random.nextInt(3));
                Instant from = START.plusNanos(500_000L * (random.nextInt(90) - 5));
                Instant to = from.plusNanos(500_000L * (random.nextInt(40) - 5));
                List<Entry> expected = filtered(stored, stay, from, to);
                found += expected.size();
                assertThat(stored.entriesOf(stay, from, to)).isEqualTo(expected);
                assertThat(memory.entriesOf(stay, from, to)).isEqualTo(expected);
            }
            assertThat(found).isGreaterThan(1_000);
        }
    }

    @Test
    void anIndexFindsThem() throws SQLException {
        Path file = folder.resolve("unit.db");
        JdbcLedger.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet plan =
                        statement.executeQuery(
                                "explain query plan select payload from entry where stay = 'S-1'"
                                        + " and happened_at between 1 and 2 order by sequence")) {
            assertThat(plan.getString("detail"))
                    .contains("entry_by_moment (stay=? AND happened_at>? AND happened_at<?)");
        }
    }

    @Test
    void momentsAreToldApartByTheMillisecond() {
        Entry entry =
                new Entry(
                        STAYS.getFirst(),
                        START.plusNanos(300_000),
                        START,
                        new Author(Author.Kind.DEVICE, "monitor"),
                        new Entry.Observed(new Observation.HeartRate(80)));
        try (JdbcLedger stored = JdbcLedger.open(folder.resolve("unit.db"));
                MemoryLedger memory = new MemoryLedger()) {
            for (Ledger ledger : List.of(stored, memory)) {
                ledger.append(List.of(entry));
                Instant later = START.plusNanos(900_000);
                assertThat(ledger.entriesOf(entry.stay(), later, later)).hasSize(1);
                assertThat(ledger.entriesOf(entry.stay(), later, START)).hasSize(1);
                Instant next = START.plusMillis(1);
                assertThat(ledger.entriesOf(entry.stay(), next, next)).isEmpty();
            }
        }
    }

    @Test
    void theWholeOfTimeHoldsEverything() {
        try (JdbcLedger stored = JdbcLedger.open(folder.resolve("unit.db"));
                MemoryLedger memory = new MemoryLedger()) {
            for (Ledger ledger : List.of(stored, memory)) {
                ledger.append(List.of(drawn(new Random(1)), drawn(new Random(1))));
                StayId stay = drawn(new Random(1)).stay();
                assertThat(ledger.entriesOf(stay, Instant.MIN, Instant.MAX)).hasSize(2);
                assertThat(ledger.entriesOf(stay, Instant.MAX, Instant.MIN)).isEmpty();
            }
        }
    }
}
