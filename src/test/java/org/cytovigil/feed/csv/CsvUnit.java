package org.cytovigil.feed.csv;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;

/** A unit with two patients, in a zone with summer time, that is given files. */
final class CsvUnit {
    static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    static final Instant ADMITTED = Instant.parse("2025-10-20T00:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    final MemoryLedger ledger = new MemoryLedger();
    final StayDirectory directory = new StayDirectory(ledger);

    CsvUnit() {
        admit("S-1", "70001", "12");
        admit("S-2", "70002", "14");
    }

    void admit(String stay, String number, String bed) {
        Stay admitted =
                new Stay(
                        new StayId(stay),
                        new Patient("Doe", number, null, null, Patient.Baseline.NONE),
                        null,
                        ADMITTED,
                        null,
                        bed,
                        Stay.Origin.LIVE);
        ledger.append(
                List.of(
                        new Entry(
                                admitted.id(),
                                ADMITTED,
                                ADMITTED,
                                new Author(Author.Kind.PERSON, "nurse"),
                                new Entry.Admitted(admitted))));
    }

    /** The program's table, with rows of a site before it. */
    static CodeTable table(String... rows) {
        try {
            return CodeTable.read(
                    new StringReader(
                            "system,code,name,unit,target,detail,note\n"
                                    + String.join("\n", rows)
                                    + "\n"),
                    "site.csv");
        } catch (org.cytovigil.feed.mapping.CodeTableException e) {
            throw new IllegalArgumentException(e);
        }
    }

    CsvReader reader(String... rows) {
        return new CsvReader(table(rows), directory, ledger, BERLIN);
    }

    CsvReading read(String... lines) throws CsvFileException {
        return reader().read("vitals.csv", bytes(lines), NOW);
    }

    static byte[] bytes(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Stay, time and event of each entry. */
    static List<String> events(CsvReading reading) {
        return reading.entries().stream()
                .map(entry -> "%s %s %s".formatted(entry.stay(), entry.at(), entry.event()))
                .toList();
    }

    /** Line and reason of each item. */
    static List<String> reasons(CsvReading reading) {
        return reading.items().stream().map(item -> item.line() + ": " + item.reason()).toList();
    }

    /** Keeps what was read. */
    void keep(CsvReading reading) {
        ledger.append(reading.entries());
        ledger.keep(reading.items());
    }

    /** Items that wait. */
    List<Quarantine.Item> waiting() {
        return ledger.held().stream()
                .filter(held -> held.settled() == null)
                .map(Quarantine.Held::item)
                .toList();
    }
}
