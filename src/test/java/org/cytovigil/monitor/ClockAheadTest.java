package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.ForwardingLedger;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The computer's clock was an hour ahead, and was corrected: what is said after that counts
 * although it seems to have been said before.
 */
// [utest->req~monitor.ledger-order~1]
class ClockAheadTest {
    private static final double AHEAD = 1;

    @TempDir private Path folder;

    private final List<Entry> entries = new ArrayList<>(List.of(Watch.admitted()));
    private Instant now = Facts.hour(4);

    private static Entry said(double at, double learned, Entry.Event event) {
        return new Entry(
                Watch.STAY,
                Facts.hour(at),
                Facts.hour(learned),
                new Author(Author.Kind.PERSON, "nurse"),
                event);
    }

    private static Entry charted(double at, double learned) {
        return said(at, learned, new Entry.Observed(Facts.FEVER));
    }

    private static Entry takenBack(double at, double learned) {
        return said(at, learned, new Entry.Retracted(Facts.FEVER, "other patient"));
    }

    private static UnitSession session(Ledger ledger, Instant now) {
        return new UnitSession(
                Watch.unit(), ledger, () -> now, time -> {}, UnitSource.Mode.LIVE, "nurse");
    }

    private int temperatures(Ledger ledger) {
        try (UnitSession session = session(ledger, now)) {
            session.beat();
            return temperatures(session);
        }
    }

    private static int temperatures(UnitSession session) {
        StaySnapshot stay = session.latest().stay(Watch.STAY).orElseThrow();
        return stay.chart().of(Parameter.TEMPERATURE).size();
    }

    /** How many temperatures stand: while they come in, after a restart, and in another program. */
    private List<Integer> standing() {
        List<Integer> standing = new ArrayList<>();
        Path store = folder.resolve("unit.db");
        try (JdbcLedger ledger = JdbcLedger.open(store);
                JdbcLedger other = JdbcLedger.open(store);
                UnitSession session = session(ledger, now);
                UnitSession elsewhere = session(other, now)) {
            for (Entry entry : entries) {
                ledger.append(List.of(entry));
                session.beat();
            }
            elsewhere.beat();
            standing.add(temperatures(session));
            standing.add(temperatures(elsewhere));
        }
        try (JdbcLedger ledger = JdbcLedger.openExisting(store)) {
            standing.add(temperatures(ledger));
        }
        return standing;
    }

    @Test
    void aValueLearnedAheadCanBeRetracted() {
        entries.add(charted(2, 2 + AHEAD));
        entries.add(takenBack(2, 2.1));
        assertThat(standing()).containsOnly(0);
    }

    @Test
    void aValueLearnedAheadCanBeCorrected() {
        entries.add(charted(2, 2 + AHEAD));
        Observation is = Facts.celsius(37);
        entries.add(said(2, 2.1, new Entry.Corrected(Facts.FEVER, is, "a slip")));
        assertThat(standing()).containsOnly(1);
        StayMonitor monitor = Watch.monitor();
        entries.forEach(monitor::take);
        monitor.advance(now, step -> {});
        assertThat(monitor.picture()).isEqualTo(told(is).picture());
    }

    private StayMonitor told(Observation is) {
        StayMonitor monitor = Watch.monitor();
        monitor.observe(Facts.hour(2), is);
        monitor.advance(now, step -> {});
        return monitor;
    }

    @Test
    void aValueRetractedWhileTheClockWasAheadCanBeChartedAgain() {
        entries.add(charted(2, 2));
        entries.add(takenBack(2, 2.1 + AHEAD));
        entries.add(charted(2, 2.2));
        assertThat(standing()).containsOnly(1);

        entries.add(takenBack(2, 2.3));
        StayMonitor monitor = Watch.monitor();
        entries.forEach(monitor::take);
        assertThat(monitor.lastFactAt()).isNull();
    }

    @Test
    void anImpossibleValueLearnedAheadIsNoLongerShownOnceItIsRetracted() {
        entries.add(charted(-1_000_000, 2 + AHEAD));
        StayMonitor monitor = Watch.monitor();
        entries.forEach(monitor::take);
        assertThat(monitor.rejected()).hasSize(1);

        monitor.take(takenBack(-1_000_000, 2.1));
        assertThat(monitor.rejected()).isEmpty();
    }

    @Test
    void whetherAFactIsLateStillGoesByTheClock() {
        entries.add(said(2, 2 + AHEAD, new Entry.Observed(Facts.ROOM_AIR)));
        entries.add(charted(2.2, 2.2));
        StayMonitor monitor = Watch.monitor();
        entries.forEach(monitor::take);
        assertThat(monitor.late())
                .extracting(LateFact::observation)
                .containsExactly(Facts.ROOM_AIR);
    }

    /** What is appended while a session begins is told, and may stand among what it reads. */
    private static final class AppendedMeanwhile extends ForwardingLedger {
        private List<Entry> meanwhile;

        AppendedMeanwhile(List<Entry> meanwhile) {
            super(new MemoryLedger());
            this.meanwhile = meanwhile;
        }

        @Override
        public List<Entry> entriesOf(StayId stay) {
            List<Entry> appended = meanwhile;
            meanwhile = List.of();
            appended.forEach(entry -> append(List.of(entry)));
            return super.entriesOf(stay);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0", "3, 1", "4, 0"})
    void whatIsToldTwiceCountsOnce(int many, int standing) {
        List<Entry> four =
                List.of(
                        charted(2, 2 + AHEAD),
                        takenBack(2, 2.1),
                        charted(2, 2.2),
                        takenBack(2, 2.3));
        for (int before = 0; before <= many; before++) {
            AppendedMeanwhile ledger = new AppendedMeanwhile(four.subList(before, many));
            ledger.append(List.of(Watch.admitted()));
            ledger.append(four.subList(0, before));
            assertThat(temperatures(ledger)).as("%d before", before).isEqualTo(standing);
        }
    }
}
