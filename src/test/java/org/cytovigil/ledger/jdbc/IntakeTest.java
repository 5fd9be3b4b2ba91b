package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.admission;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Foreign data is kept whole, once, with what of it was refused. */
// [utest->req~ledger.durable~1]
class IntakeTest {
    private static final Quarantine.Item REFUSED =
            new Quarantine.Item(Facts.ZERO, "monitor 4", 7, "no such code", "OBX|7||X");

    @TempDir private Path folder;
    private JdbcLedger ledger;

    @BeforeEach
    void open() {
        ledger = JdbcLedger.open(folder.resolve("unit.db"));
        ledger.append(List.of(admission("S-1")));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static Receipt receipt(String sender, String id, String digest) {
        return new Receipt(sender, id, digest, Facts.ZERO);
    }

    @Test
    void theSameMessageTwiceIsTakenOnceAndToldOnce() {
        List<Entry> told = new ArrayList<>();
        ledger.subscribe(told::addAll);
        Batch batch =
                new Batch(
                        List.of(heartRate(MONITOR, 1, 120)),
                        List.of(REFUSED),
                        receipt("monitor 4", "17", "aa"));

        assertThat(ledger.take(batch)).isTrue();
        assertThat(ledger.take(batch)).isFalse();

        assertThat(ledger.entriesOf(STAY)).hasSize(2);
        assertThat(ledger.items()).containsExactly(REFUSED);
        assertThat(told).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"monitor 5, 17, aa", "monitor 4, 18, aa", "monitor 4, 17, bb"})
    void anotherSenderIdOrContentIsAnotherMessage(String sender, String id, String digest) {
        ledger.take(
                new Batch(
                        List.of(heartRate(MONITOR, 1, 120)),
                        List.of(),
                        receipt("monitor 4", "17", "aa")));

        assertThat(
                        ledger.take(
                                new Batch(
                                        List.of(heartRate(MONITOR, 2, 121)),
                                        List.of(),
                                        receipt(sender, id, digest))))
                .isTrue();
        assertThat(ledger.entriesOf(STAY)).hasSize(3);
    }

    @Test
    void whatCannotBeKeptWholeLeavesNothingAndMayBeSentAgain() throws Exception {
        Batch batch =
                new Batch(
                        List.of(heartRate(MONITOR, 1, 120)),
                        List.of(REFUSED),
                        receipt("monitor 4", "17", "aa"));
        Path file = folder.resolve("unit.db");
        Examples.tamper(
                file,
                "create trigger fault before insert on quarantine begin select raise(abort, 'x'); end");

        assertThatThrownBy(() -> ledger.take(batch)).isInstanceOf(LedgerException.class);
        assertThat(ledger.entriesOf(STAY)).hasSize(1);
        Examples.tamper(file, "drop trigger fault");

        assertThat(ledger.take(batch)).isTrue();
        assertThat(ledger.entriesOf(STAY)).hasSize(2);
    }

    @Test
    void aSettledItemStaysAndKeepsItsFirstTime() {
        ledger.keep(List.of(REFUSED, REFUSED));

        ledger.settle(List.of(2L), Facts.minute(5));
        ledger.settle(List.of(2L, 99L), Facts.minute(9));
        ledger.settle(List.of(), Facts.minute(9));

        assertThat(ledger.held())
                .containsExactly(
                        new Quarantine.Held(1, REFUSED, null),
                        new Quarantine.Held(2, REFUSED, Facts.minute(5)));
    }
}
