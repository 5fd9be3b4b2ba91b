package org.cytovigil.ledger.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;

/** Entries to write, and a way to do to a file what the ledger never would. */
final class Examples {
    static final StayId STAY = new StayId("S-1");
    static final Author NURSE = new Author(Author.Kind.PERSON, "adams");
    static final Author MONITOR = new Author(Author.Kind.DEVICE, "monitor-7");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Examples() {}

    static Stay stay(String id) {
        return new Stay(
                new StayId(id),
                new Patient("Doe, Jane", "MRN-1", null, null, Patient.Baseline.NONE),
                new Infusion("axi-cel", NOON),
                NOON,
                null,
                "12",
                Stay.Origin.LIVE);
    }

    static Entry admission(String id) {
        return new Entry(new StayId(id), NOON, NOON, NURSE, new Entry.Admitted(stay(id)));
    }

    /** A heart rate of the example stay, charted that many minutes after noon. */
    static Entry heartRate(Author author, int minute, double perMinute) {
        return new Entry(
                STAY,
                NOON.plusSeconds(60L * minute),
                NOON.plusSeconds(60L * minute + 5),
                author,
                new Entry.Observed(new Observation.HeartRate(perMinute)));
    }

    /** Heart rates 1, 2, 3 ... of the example stay, a minute apart. */
    static List<Entry> heartRates(Author author, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> heartRate(author, i, i)).toList();
    }

    /** Does something to the tables without the ledger. */
    static void tamper(Path file, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of what a query finds. */
    static List<String> ask(Path file, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /**
     * Names and bytes of the files in a folder; only to be called while this process has none of
     * them open.
     */
    static Map<String, String> contents(Path folder) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(),
                        HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
