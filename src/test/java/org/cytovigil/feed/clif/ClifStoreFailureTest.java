package org.cytovigil.feed.clif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.ForwardingLedger;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClifStoreFailureTest {
    private static final int ROWS = 4_000;

    @TempDir private Path folder;

    /** A store that is full after some appends. */
    private static final class FillingLedger extends ForwardingLedger {
        private int room;

        FillingLedger(Ledger kept, int room) {
            super(kept);
            this.room = room;
        }

        @Override
        public void append(List<Entry> entries) {
            if (room-- == 0) {
                throw new LedgerException("the disk is full");
            }
            super.append(entries);
        }
    }

    private void writeTwoLongStays() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 2 * ROWS; i++) {
            int second = i / 2;
            rows.add(
                    "%d,2026-01-02 %02d:%02d:%02d+00,Heart Rate,heart_rate,80,"
                            .formatted(1 + i % 2, second / 3600, second / 60 % 60, second % 60));
        }
        new ClifFixture(folder)
                .stays("1,2026-01-01 00:00:00+00,,60", "2,2026-01-01 00:00:00+00,,60")
                .vitals(rows.toArray(String[]::new));
    }

    private ClifImport into(Ledger ledger, MemoryLedger quarantine) {
        return new ClifImport(
                folder, ledger, quarantine, InstantSource.fixed(ClifFixture.NOW), ClifOptions.ALL);
    }

    @Test
    void importCutShortLeavesWholeStaysAndCanBeRunAgain() {
        writeTwoLongStays();
        MemoryLedger kept = new MemoryLedger();

        assertThatThrownBy(() -> into(new FillingLedger(kept, 1), kept).run())
                .isInstanceOf(LedgerException.class)
                .hasMessage("the disk is full");
        assertThat(kept.stays()).extracting(Stay::id).containsExactly(new StayId("1"));
        assertThat(kept.entriesOf(new StayId("1"))).hasSize(ROWS + 1);

        ClifReport again = into(kept, kept).run();

        assertThat(again.stays()).containsExactly(new StayId("2"));
        assertThat(kept.entriesOf(new StayId("1"))).hasSize(ROWS + 1);
        assertThat(kept.entriesOf(new StayId("2"))).hasSize(ROWS + 1);
    }
}
