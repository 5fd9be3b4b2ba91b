package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NURSE;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.admission;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;
import static org.cytovigil.ledger.jdbc.Examples.heartRates;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cytovigil.clinical.Facts;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two programs use one store: each is told of what the other appends. */
// [utest->req~ledger.follow~1]
class FollowingTest {
    @TempDir private Path folder;
    private Path file = Path.of("");
    private JdbcLedger here;
    private JdbcLedger there;
    private final List<Entry> told = new ArrayList<>();

    @BeforeEach
    void open() {
        file = folder.resolve("unit.db");
        here = JdbcLedger.open(file);
        here.append(List.of(admission("S-1")));
        there = JdbcLedger.open(file);
        here.subscribe(told::addAll);
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void whatAnotherProgramAppendedIsToldOnce() {
        there.append(heartRates(MONITOR, 3));
        assertThat(told).isEmpty();
        here.catchUp();
        here.catchUp();
        assertThat(told).isEqualTo(heartRates(MONITOR, 3));
    }

    @Test
    void whatStoodThereBeforeIsNoNews() {
        there.append(heartRates(MONITOR, 3));
        try (JdbcLedger later = JdbcLedger.open(file)) {
            List<Entry> news = new ArrayList<>();
            later.subscribe(news::addAll);
            later.catchUp();
            assertThat(news).isEmpty();
        }
    }

    @Test
    void whatOthersAppendedIsToldBeforeTheOwnEntriesThatFollowIt() {
        there.append(List.of(heartRate(MONITOR, 1, 80)));
        here.append(List.of(heartRate(NURSE, 2, 90)));
        there.append(List.of(heartRate(MONITOR, 3, 100)));
        here.catchUp();
        assertThat(told)
                .isEqualTo(
                        List.of(
                                heartRate(MONITOR, 1, 80),
                                heartRate(NURSE, 2, 90),
                                heartRate(MONITOR, 3, 100)));
    }

    @Test
    void aLongImportOfAnotherProgramIsToldWhole() {
        there.append(heartRates(MONITOR, 12_345));
        here.catchUp();
        assertThat(told).isEqualTo(heartRates(MONITOR, 12_345));
    }

    @Test
    void onlyNewsOfEntriesCount() {
        there.keep(List.of(new Quarantine.Item(Facts.ZERO, "monitor", 1, "no time", "")));
        here.catchUp();
        assertThat(told).isEmpty();
    }

    /** Either program appends, takes batches in, some twice, or looks; by chance. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void inWhateverTurnsTheyWriteAllIsToldOnceInTheOrderOfTheLedger(long seed) {
        Random chance = new Random(seed);
        List<Entry> toldThere = new ArrayList<>();
        there.subscribe(toldThere::addAll);
        for (int turn = 0; turn < 200; turn++) {
            JdbcLedger one = chance.nextBoolean() ? here : there;
            int kind = chance.nextInt(10);
            if (kind < 5) {
                one.append(List.of(heartRate(MONITOR, turn, turn), heartRate(NURSE, turn, turn)));
            } else if (kind < 8) {
                int message = chance.nextInt(40);
                Receipt receipt = new Receipt("monitor", "" + message, "" + message, Facts.ZERO);
                one.take(new Batch(List.of(heartRate(MONITOR, message, 1)), List.of(), receipt));
            } else {
                one.catchUp();
            }
        }
        here.catchUp();
        there.catchUp();
        List<Entry> stored = here.entriesOf(STAY);
        assertThat(told).isEqualTo(stored.subList(1, stored.size()));
        assertThat(toldThere).isEqualTo(told);
    }

    @Test
    void threadsOfTwoProgramsThatWriteAtOnceAreToldAllInOneOrder() throws Exception {
        List<Entry> toldThere = new ArrayList<>();
        there.subscribe(toldThere::addAll);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                JdbcLedger ledger = thread % 2 == 0 ? here : there;
                int from = thread * 100;
                running.add(
                        threads.submit(
                                () -> {
                                    for (int i = from; i < from + 60; i++) {
                                        ledger.append(List.of(heartRate(MONITOR, i, i)));
                                        ledger.catchUp();
                                    }
                                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        here.catchUp();
        there.catchUp();
        List<Entry> stored = here.entriesOf(STAY);
        assertThat(told).hasSize(240).isEqualTo(stored.subList(1, stored.size()));
        assertThat(toldThere).isEqualTo(told);
    }

    @Test
    void anEntryThatCannotBeReadIsSaidEachTimeAndHidesNoOther() throws Exception {
        there.append(List.of(heartRate(MONITOR, 1, 80)));
        tamper(
                file,
                """
                insert into entry (sequence, stay, kind, happened_at, learned_at, author_kind, author, payload,
                    previous_hash, hash)
                values (3, 'S-1', 'levitated', 0, 0, 'DEVICE', 'monitor-7', '{}', '', '')
                """);
        there.append(List.of(heartRate(MONITOR, 2, 90)));

        for (int look = 0; look < 2; look++) {
            assertThatThrownBy(here::catchUp)
                    .isInstanceOf(LedgerException.class)
                    .hasMessageContaining("Entry 3 of the store");
        }
        assertThat(told).isEqualTo(heartRatesAt(80, 90));
    }

    private static List<Entry> heartRatesAt(double first, double second) {
        return List.of(heartRate(MONITOR, 1, first), heartRate(MONITOR, 2, second));
    }

    @Test
    void aSubscriberThatLooksWhileItIsToldIsToldNothingTwice() {
        here.subscribe(entries -> here.catchUp());
        there.append(heartRates(MONITOR, 2));
        here.append(List.of(heartRate(NURSE, 9, 70)));
        here.catchUp();
        List<Entry> stored = here.entriesOf(STAY);
        assertThat(told).isEqualTo(stored.subList(1, stored.size()));
    }

    @Test
    void aClosedStoreSaysSo() {
        here.close();
        assertThatThrownBy(here::catchUp)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("was closed");
    }
}
