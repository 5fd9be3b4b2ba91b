package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.ForwardingLedger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

/** A unit goes on watching and alarming while its store takes nothing. */
// [utest->req~monitor.unstored~1]
class StorageTroubleTest {
    private final FailingLedger ledger = new FailingLedger();
    private Instant now = Facts.ZERO;

    /** Takes nothing while it is told to. */
    private static final class FailingLedger extends ForwardingLedger {
        private final List<BiConsumer<List<Entry>, LedgerException>> told =
                new CopyOnWriteArrayList<>();
        private boolean fails;

        FailingLedger() {
            super(new MemoryLedger());
        }

        @Override
        public void append(List<Entry> entries) {
            if (fails) {
                LedgerException full = new LedgerException("The disk is full. Free some space.");
                told.forEach(one -> one.accept(entries, full));
                throw full;
            }
            super.append(entries);
        }

        @Override
        public Runnable subscribeFailures(BiConsumer<List<Entry>, LedgerException> listener) {
            told.add(listener);
            return () -> told.remove(listener);
        }

        @Override
        public void requireWritable() {
            if (fails) {
                throw new LedgerException("The disk is full. Free some space.");
            }
        }
    }

    private UnitSession session() {
        return new UnitSession(
                Watch.unit(), ledger, () -> now, time -> {}, UnitSource.Mode.LIVE, "nurse");
    }

    private static List<AlarmKind> kinds(UnitSession session) {
        return session.latest().alarms().stream().map(alarm -> alarm.key().kind()).toList();
    }

    private static Alarm gradeAlarm(UnitSession session) {
        return session.latest().alarms().stream()
                .filter(alarm -> alarm.key().kind() == AlarmKind.GRADE_RISE)
                .findFirst()
                .orElseThrow();
    }

    private void offer(Entry entry) {
        assertThatThrownBy(() -> ledger.append(List.of(entry))).isInstanceOf(LedgerException.class);
    }

    @Test
    void aFeverThatCannotBeStoredAlarmsAndIsSaidNotToBeStored() {
        ledger.append(List.of(Watch.admitted()));
        try (UnitSession session = session()) {
            now = Facts.hour(1);
            session.beat();
            assertThat(kinds(session)).doesNotContain(AlarmKind.GRADE_RISE);
            ledger.fails = true;

            offer(Watch.observed(1, Facts.FEVER));
            session.beat();

            assertThat(kinds(session)).contains(AlarmKind.GRADE_RISE);
            assertThat(session.fault())
                    .isEqualTo(
                            "Storage is failing since %s: what is shown since then is not stored. The disk is full. Free some space."
                                    .formatted(Facts.hour(1).toString().substring(11, 16)));
        }
    }

    @Test
    void theStatementKeepsItsFirstTimeAndGoesByItselfOnceStorageWorks() {
        ledger.append(List.of(Watch.admitted()));
        try (UnitSession session = session()) {
            ledger.fails = true;
            offer(Watch.observed(1, Facts.FEVER));
            String first = session.fault();
            now = Facts.hour(2);
            session.tryStorage();
            assertThat(session.fault()).isEqualTo(first);

            ledger.fails = false;
            session.tryStorage();
            assertThat(session.fault()).doesNotContain("failing");

            ledger.fails = true;
            offer(Watch.observed(1, Facts.FEVER));
            assertThat(session.fault()).contains("failing").isNotEqualTo(first);
            ledger.fails = false;
            ledger.append(List.of(Watch.observed(1, Facts.FEVER)));
            assertThat(session.fault()).isEmpty();
        }
    }

    @Test
    void whatIsShownAndNotStoredIsSaidUntilItIsSentAgainOrAnHourIsOver() {
        ledger.append(List.of(Watch.admitted()));
        try (UnitSession session = session()) {
            now = Facts.hour(1.2);
            ledger.fails = true;
            offer(Watch.observed(1, Facts.FEVER));
            offer(Watch.observed(1.1, Facts.ROOM_AIR));
            ledger.fails = false;
            ledger.append(List.of(Watch.observed(1.2, Facts.spo2(97))));
            assertThat(session.fault()).startsWith("Storage works again. 2 values shown here");

            ledger.append(List.of(Watch.observed(1, Facts.FEVER)));
            assertThat(session.fault()).startsWith("Storage works again. 1 values shown here");

            now = Facts.hour(2.2);
            ledger.append(List.of(Watch.observed(2.2, Facts.spo2(97))));
            assertThat(session.fault()).isEmpty();
        }
    }

    @Test
    void onlyValuesAreShownBeforeTheyAreStored() {
        ledger.append(List.of(Watch.admitted(), Watch.observed(1, Facts.FEVER)));
        try (UnitSession session = session()) {
            ledger.fails = true;
            offer(Watch.entry(1.1, new Entry.Retracted(Facts.FEVER, "other patient")));
            offer(Watch.entry(1.2, new Entry.Discharged()));
            now = Facts.hour(1.5);
            session.beat();

            StaySnapshot stay = session.latest().stay(Watch.STAY).orElseThrow();
            assertThat(stay.discharged()).isFalse();
            assertThat(stay.chart().of(Parameter.TEMPERATURE).size()).isEqualTo(1);
        }
    }

    @Test
    void whatIsSentAgainCountsOnce() {
        ledger.append(List.of(Watch.admitted()));
        try (UnitSession session = session()) {
            ledger.fails = true;
            offer(Watch.observed(1, Facts.FEVER));
            offer(Watch.observed(1, Facts.FEVER));
            ledger.fails = false;
            ledger.append(List.of(Watch.observed(1, Facts.FEVER)));
            now = Facts.hour(1);
            session.beat();

            StaySnapshot stay = session.latest().stay(Watch.STAY).orElseThrow();
            assertThat(stay.chart().of(Parameter.TEMPERATURE).size()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerThatIsNotStoredSaysSoAndLeavesTheAlarm() {
        ledger.append(List.of(Watch.admitted(), Watch.observed(1, Facts.FEVER)));
        try (UnitSession session = session()) {
            now = Facts.hour(1);
            session.beat();
            Alarm alarm = gradeAlarm(session);
            ledger.fails = true;

            session.acknowledge(alarm);
            now = Facts.hour(1.01);
            session.beat();

            assertThat(gradeAlarm(session).answered()).isFalse();
            assertThat(session.fault())
                    .contains("The acknowledgement was not stored, and the alarm stands");

            ledger.fails = false;
            session.acknowledge(alarm);
            session.beat();
            assertThat(gradeAlarm(session).answered()).isTrue();
            assertThat(session.fault()).isEmpty();
        }
    }

    @Test
    void severalTroublesAreSaidTogetherTheGravestFirst() {
        try (UnitSession session = session()) {
            session.say(Trouble.BACKUP, "No backup.");
            session.say(Trouble.DAMAGE, "Damaged.");
            assertThat(session.fault()).isEqualTo("Damaged. No backup.");
            session.say(Trouble.DAMAGE, "");
            assertThat(session.fault()).isEqualTo("No backup.");
        }
    }

    @Test
    void oneEntryThatCannotBeTakenHoldsUpNoOther() {
        try (UnitSession session = session()) {
            ledger.append(
                    List.of(
                            new Entry(
                                    new StayId("nobody"),
                                    Facts.hour(1),
                                    Facts.hour(1),
                                    Watch.observed(1, Facts.FEVER).author(),
                                    new Entry.Observed(Facts.FEVER)),
                            Watch.admitted(),
                            Watch.observed(1, Facts.FEVER)));
            now = Facts.hour(1);
            session.beat();

            assertThat(kinds(session)).contains(AlarmKind.GRADE_RISE);
            assertThat(session.fault()).contains("IllegalArgumentException");
        }
    }
}
