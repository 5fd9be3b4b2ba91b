package org.cytovigil.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSession;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.Flood;
import org.cytovigil.ui.board.BoardOrder;
import org.cytovigil.ui.board.BoardViewModel;
import org.junit.jupiter.api.Test;

/** 3,000 updates a second from 64 beds, in model time, while bed after bed grows worse. */
// [utest->req~ui.flood~1]
class FloodOfUpdatesTest {
    /** 45 updates every 15 ms are 3,000 a second. */
    private static final int BATCH = 45;

    private static final Duration BEAT = Duration.ofMillis(15);

    /** Rounds of all beds go on after the last has grown worse, until each has sent all kinds. */
    private static final int BATCHES = 420;

    private Instant now = Instant.parse("2026-03-01T08:00:00Z");
    private final MemoryLedger ledger = new MemoryLedger();
    private final UnitSession session =
            new UnitSession(
                    new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, now),
                    ledger,
                    () -> now,
                    at -> {},
                    UnitSource.Mode.LIVE,
                    "nurse N2");
    private final ShellViewModel model = new ShellViewModel(session, ZoneOffset.UTC);
    private final BoardViewModel board = new BoardViewModel(() -> now);
    private final Flood flood = new Flood(90);
    private final List<String> faults = new ArrayList<>();
    private int snapshots;

    private void pour() {
        model.unitProperty()
                .addListener(
                        (property, before, unit) -> {
                            snapshots++;
                            board.show(unit);
                        });
        ledger.append(flood.admissions(now));
        session.beat();
        for (int i = 0; i < BATCHES; i++) {
            now = now.plus(BEAT);
            ledger.append(flood.next(BATCH, now));
            session.beat();
            model.refresh();
            Flood.fault(model.unitProperty().get(), model.stripProperty().get())
                    .ifPresent(faults::add);
        }
        // What came within a quarter of a second was looked at together.
        now = now.plusSeconds(1);
        session.beat();
        model.refresh();
    }

    @Test
    void noAlarmIsLostAndTheMostUrgentIsAlwaysNamed() {
        pour();

        assertThat(flood.raises()).isEqualTo(Flood.RAISES);
        assertThat(faults).isEmpty();
        assertThat(flood.missing(session.latest())).isEmpty();
        assertThat(Flood.fault(session.latest(), model.stripProperty().get())).isEmpty();
    }

    @Test
    void tilesAreSortedOnceForEachSnapshotHoweverManyUpdatesItHolds() {
        board.orderProperty().set(BoardOrder.WORST_FIRST);
        long before = board.timesSorted();

        pour();

        assertThat(flood.updates()).isEqualTo((long) BATCH * BATCHES);
        assertThat(snapshots).isLessThanOrEqualTo(BATCHES + 2);
        assertThat(board.timesSorted() - before).isEqualTo(snapshots);
    }
}
