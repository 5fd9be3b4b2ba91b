package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.admission;
import static org.cytovigil.ledger.jdbc.Examples.ask;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;
import static org.cytovigil.ledger.jdbc.Examples.stay;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~ledger.durable~1]
// [utest->req~ledger.append-only~1]
class JdbcLedgerTest {
    @TempDir private Path folder;
    private Path file;
    private JdbcLedger ledger;

    @BeforeEach
    void openNewStore() {
        file = folder.resolve("unit.db");
        ledger = JdbcLedger.open(file);
    }

    @AfterEach
    void closeStore() {
        ledger.close();
    }

    @Test
    void newStoreIsEmpty() {
        assertThat(ledger.stays()).isEmpty();
        assertThat(ledger.entriesOf(STAY)).isEmpty();
        assertThat(ledger.items()).isEmpty();
    }

    @Test
    void entriesOfAStayComeBackInTheOrderOfTheirAppending() {
        Entry late = heartRate(NURSE, -30, 80);
        Entry other = new Entry(new StayId("S-2"), NOON, NOON, NURSE, new Entry.Discharged());

        ledger.append(List.of(admission("S-1"), heartRate(MONITOR, 1, 120)));
        ledger.append(List.of(other, late));

        assertThat(ledger.entriesOf(STAY))
                .containsExactly(admission("S-1"), heartRate(MONITOR, 1, 120), late);
    }

    @Test
    void staysComeBackInTheOrderOfTheirAdmissionToTheLedger() {
        ledger.append(List.of(admission("S-9"), heartRate(NURSE, 1, 80), admission("S-1")));
        ledger.append(List.of(admission("S-5")));

        assertThat(ledger.stays()).containsExactly(stay("S-9"), stay("S-1"), stay("S-5"));
    }

    @Test
    void strangeTextComesBackAsItWas() {
        String strange = "'; drop table entry; --\n\u0000 \"µg\" 日本 😀 :name ?";
        Entry entry =
                new Entry(
                        new StayId(strange),
                        NOON,
                        NOON,
                        new Author(Author.Kind.IMPORT, strange),
                        new Entry.Moved(strange));
        Quarantine.Item item = new Quarantine.Item(Facts.ZERO, strange, 1, strange, strange);

        ledger.append(List.of(entry));
        ledger.keep(List.of(item));

        assertThat(ledger.entriesOf(new StayId(strange))).containsExactly(entry);
        assertThat(ledger.items()).containsExactly(item);
        assertThat(ledger.verify()).isEqualTo(new Verification.Sound(1));
    }

    @Test
    void timesAreKeptToTheMillisecondAlsoForSubscribers() {
        List<Entry> told = new ArrayList<>();
        ledger.subscribe(told::addAll);
        Instant exact = Instant.parse("2026-03-01T12:00:00.123999Z");
        Instant beforeEpoch = Instant.parse("1969-12-31T23:59:59.998001Z");

        ledger.append(List.of(new Entry(STAY, beforeEpoch, exact, NURSE, new Entry.Discharged())));

        Entry kept =
                new Entry(
                        STAY,
                        Instant.parse("1969-12-31T23:59:59.998Z"),
                        Instant.parse("2026-03-01T12:00:00.123Z"),
                        NURSE,
                        new Entry.Discharged());
        assertThat(told).containsExactly(kept);
        assertThat(ledger.entriesOf(STAY)).containsExactly(kept);
    }

    @Test
    void aTimeNoStoreCanHoldIsRefusedWithAllEntriesBesideIt() {
        Entry endless = new Entry(STAY, Instant.MAX, NOON, NURSE, new Entry.Discharged());

        assertThatThrownBy(() -> ledger.append(List.of(heartRate(NURSE, 1, 80), endless)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("S-1")
                .hasMessageContaining("nothing was added");
        assertThat(ledger.entriesOf(STAY)).isEmpty();
    }

    @Test
    void whatIsAppendedIsThereForAnInstanceOpenedBeforeTheFirstIsClosed() {
        ledger.append(heartRates(NURSE, 3));
        ledger.keep(List.of(new Quarantine.Item(Facts.ZERO, "vitals.csv", 7, "no time", "a,b")));

        try (JdbcLedger second = JdbcLedger.open(file)) {
            assertThat(second.entriesOf(STAY)).isEqualTo(heartRates(NURSE, 3));
            assertThat(second.items())
                    .containsExactly(
                            new Quarantine.Item(Facts.ZERO, "vitals.csv", 7, "no time", "a,b"));
        }
    }

    @Test
    void whatIsAppendedSurvivesAProgramThatEndsWithoutClosing() throws Exception {
        ledger.append(heartRates(NURSE, 3));
        Path crashed = Files.createDirectory(folder.resolve("crashed"));
        for (String name : List.of("unit.db", "unit.db-wal")) {
            Files.copy(folder.resolve(name), crashed.resolve(name));
        }

        try (JdbcLedger second = JdbcLedger.openExisting(crashed.resolve("unit.db"))) {
            assertThat(second.entriesOf(STAY)).isEqualTo(heartRates(NURSE, 3));
            assertThat(second.verify()).isEqualTo(new Verification.Sound(3));
        }
    }

    @Test
    void closingLeavesTheFileAloneWithEverythingInIt() throws Exception {
        ledger.append(heartRates(NURSE, 3));

        ledger.close();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        try (JdbcLedger again = JdbcLedger.openExisting(file)) {
            assertThat(again.entriesOf(STAY)).isEqualTo(heartRates(NURSE, 3));
        }
    }

    @Test
    void closingTwiceIsClosingOnce() {
        ledger.close();
        ledger.close();

        assertThat(Files.exists(file)).isTrue();
    }

    @Test
    void aClosedLedgerSaysSo() {
        ledger.close();

        assertThatThrownBy(() -> ledger.append(heartRates(NURSE, 1)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("was closed")
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> ledger.entriesOf(STAY)).isInstanceOf(LedgerException.class);
        assertThatThrownBy(
                        () ->
                                ledger.keep(
                                        List.of(new Quarantine.Item(Facts.ZERO, "a", 1, "b", "c"))))
                .isInstanceOf(LedgerException.class);
        assertThatThrownBy(ledger::verify).isInstanceOf(LedgerException.class);
    }

    @Test
    void aBatchThatFailsAtItsLastEntryAddsNoneAndIsNotTold() throws Exception {
        List<Entry> told = new ArrayList<>();
        ledger.subscribe(told::addAll);
        ledger.append(List.of(heartRate(NURSE, 1, 80)));
        tamper(
                file,
                """
                create trigger fault before insert on entry when new.payload like '%666%'
                begin select raise(abort, 'injected'); end
                """);

        assertThatThrownBy(
                        () ->
                                ledger.append(
                                        List.of(heartRate(NURSE, 2, 81), heartRate(NURSE, 3, 666))))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("injected")
                .hasMessageNotContaining("heart-rate");
        ledger.append(List.of(heartRate(NURSE, 4, 82)));

        assertThat(told).containsExactly(heartRate(NURSE, 1, 80), heartRate(NURSE, 4, 82));
        assertThat(ledger.entriesOf(STAY)).isEqualTo(told);
        assertThat(ledger.verify()).isEqualTo(new Verification.Sound(2));
    }

    @Test
    void appendingNothingTellsNobody() {
        List<List<Entry>> told = new ArrayList<>();
        ledger.subscribe(told::add);

        ledger.append(List.of());

        assertThat(told).isEmpty();
    }

    @Test
    void aSubscriberIsToldWhatOthersAlreadyCanRead() {
        List<List<Entry>> readable = new ArrayList<>();
        ledger.subscribe(
                entries -> {
                    try (JdbcLedger other = JdbcLedger.openExisting(file)) {
                        readable.add(other.entriesOf(STAY));
                    }
                });

        ledger.append(heartRates(NURSE, 2));

        assertThat(readable).containsExactly(heartRates(NURSE, 2));
    }

    @Test
    void aSubscriptionEndsAloneEvenWhenTheSameListenerHasTwo() {
        List<Entry> told = new ArrayList<>();
        Consumer<List<Entry>> listener = told::addAll;
        ledger.subscribe(listener);
        Runnable end = ledger.subscribe(listener);

        end.run();
        end.run();
        ledger.append(heartRates(NURSE, 1));

        assertThat(told).isEqualTo(heartRates(NURSE, 1));
    }

    @Test
    void aSubscriberThatThrowsUndoesNothingAndIsReportedToTheThread() throws InterruptedException {
        List<Entry> told = new ArrayList<>();
        List<Throwable> reported = new ArrayList<>();
        RuntimeException fault = new IllegalStateException("injected");
        ledger.subscribe(
                entries -> {
                    throw fault;
                });
        ledger.subscribe(told::addAll);

        List<Boolean> returned = new ArrayList<>();
        Thread appending =
                Thread.ofPlatform()
                        .uncaughtExceptionHandler((thread, thrown) -> reported.add(thrown))
                        .start(
                                () -> {
                                    ledger.append(heartRates(NURSE, 2));
                                    returned.add(true);
                                });
        appending.join();

        assertThat(returned).containsExactly(true);
        assertThat(reported).containsExactly(fault);
        assertThat(told).isEqualTo(heartRates(NURSE, 2));
        assertThat(ledger.entriesOf(STAY)).isEqualTo(heartRates(NURSE, 2));
    }

    @Test
    void whatASubscriberAppendsIsToldToAllAfterWhatItWasTold() {
        Entry first = heartRate(NURSE, 1, 80);
        Entry answer = heartRate(MONITOR, 2, 81);
        List<Entry> told = new ArrayList<>();
        ledger.subscribe(
                entries -> {
                    if (entries.contains(first)) {
                        ledger.append(List.of(answer));
                    }
                });
        ledger.subscribe(told::addAll);

        ledger.append(List.of(first));

        assertThat(told).containsExactly(first, answer);
        assertThat(ledger.entriesOf(STAY)).containsExactly(first, answer);
    }

    @Test
    void quarantineKeepsItsOrderAndAFailedBatchKeepsNothing() throws Exception {
        Quarantine.Item first =
                new Quarantine.Item(Facts.ZERO, "vitals.csv", 9, "no such unit", "T;38.4;K");
        Quarantine.Item second = new Quarantine.Item(Facts.ZERO, "vitals.csv", 2, "no time", "");
        ledger.keep(List.of(first));
        ledger.keep(List.of(second));
        tamper(
                file,
                """
                create trigger fault before insert on quarantine when new.line = 666
                begin select raise(abort, 'injected'); end
                """);

        assertThatThrownBy(
                        () ->
                                ledger.keep(
                                        List.of(
                                                first,
                                                new Quarantine.Item(
                                                        Facts.ZERO, "x", 666, "y", "z"))))
                .isInstanceOf(LedgerException.class);
        ledger.keep(List.of());

        assertThat(ledger.items()).containsExactly(first, second);
    }

    @Test
    void anEntryThisProgramDoesNotKnowIsNamed() throws Exception {
        ledger.append(heartRates(NURSE, 1));
        tamper(
                file,
                """
                insert into entry (sequence, stay, kind, happened_at, learned_at, author_kind, author, payload,
                    previous_hash, hash) values (2, 'S-1', 'transfused', 0, 0, 'PERSON', 'adams', '{}', '', '')
                """);

        assertThatThrownBy(() -> ledger.entriesOf(STAY))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("Entry 2 ")
                .hasMessageContaining(file.toString())
                .hasMessageContaining("the kind \"transfused\" is unknown");
    }

    @Test
    void entriesCanNeitherBeChangedNorDeleted() throws Exception {
        ledger.append(heartRates(NURSE, 2));

        assertThatThrownBy(() -> tamper(file, "update entry set stay = 'S-2' where sequence = 1"))
                .hasMessageContaining("only ever added");
        assertThatThrownBy(() -> tamper(file, "delete from entry"))
                .hasMessageContaining("only ever added");
        assertThat(ask(file, "select count(*) from entry")).containsExactly("2");
    }
}
