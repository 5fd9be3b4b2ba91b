package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

/** A session whose clock a test cranks by hand. */
// [utest->req~monitor.single-writer~1]
class UnitSessionTest {
    private final MemoryLedger ledger = new MemoryLedger();
    private Instant now = Facts.ZERO;

    private UnitSession session(Consumer<Instant> beforeTick) {
        return new UnitSession(
                Watch.unit(), ledger, () -> now, beforeTick, UnitSource.Mode.LIVE, "nurse");
    }

    private static StaySnapshot stay(UnitSnapshot snapshot) {
        return snapshot.stay(Watch.STAY).orElseThrow();
    }

    private static GradeRange grade(UnitSnapshot snapshot) {
        return Objects.requireNonNull(stay(snapshot).assessment(ScaleId.ASTCT_2019)).range();
    }

    private void beatAt(UnitSession session, double hours) {
        now = Facts.hour(hours);
        session.beat();
    }

    @Test
    void whatTheLedgerHeldBeforeIsRead() {
        ledger.append(
                List.of(
                        Watch.admitted(),
                        Watch.observed(1, Facts.FEVER),
                        Watch.observed(1, Facts.norepinephrine(5)),
                        Watch.observed(1, Facts.ROOM_AIR)));
        try (UnitSession session = session(time -> {})) {
            beatAt(session, 1);
            assertThat(grade(session.latest())).isEqualTo(GradeRange.of(3));
        }
    }

    @Test
    void aSnapshotThatIsHeldNeverChanges() {
        try (UnitSession session = session(time -> {})) {
            ledger.append(
                    List.of(
                            Watch.admitted(),
                            Watch.observed(1, Facts.FEVER),
                            Watch.observed(1, Facts.ROOM_AIR),
                            Watch.observed(1, Facts.NORMAL_PRESSURE)));
            beatAt(session, 1);
            UnitSnapshot held = session.latest();
            List<Assessment> history = List.copyOf(stay(held).history(ScaleId.ASTCT_2019));
            List<Alarm> alarms = List.copyOf(held.alarms());
            List<Double> temperatures = values(stay(held));

            for (int i = 0; i < 100; i++) {
                ledger.append(
                        List.of(
                                Watch.observed(1 + i / 100.0, Facts.celsius(38 + i / 100.0)),
                                Watch.observed(0.2, Facts.celsius(36)),
                                Watch.observed(2, Facts.norepinephrine(5))));
                beatAt(session, 2 + i / 10.0);
            }
            assertThat(stay(held).history(ScaleId.ASTCT_2019)).isEqualTo(history);
            assertThat(held.alarms()).isEqualTo(alarms);
            assertThat(values(stay(held))).isEqualTo(temperatures);
            assertThat(grade(held)).isEqualTo(GradeRange.of(1));
            assertThat(grade(session.latest())).isEqualTo(GradeRange.of(3));
            assertThat(values(stay(session.latest()))).hasSizeGreaterThan(100);
        }
    }

    private static List<Double> values(StaySnapshot stay) {
        Series series = stay.chart().of(Parameter.TEMPERATURE);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            values.add(series.value(i));
        }
        return values;
    }

    @Test
    void aBeatThatMeetsAFaultSaysSoAndTheNextGoesOn() {
        try (UnitSession session = session(time -> {})) {
            ledger.append(List.of(Watch.observed(0.5, Facts.FEVER)));
            beatAt(session, 1);
            assertThat(session.fault()).contains("IllegalArgumentException").contains("bedside");

            ledger.append(
                    List.of(
                            Watch.admitted(),
                            Watch.observed(1, Facts.FEVER),
                            Watch.observed(1, Facts.ROOM_AIR),
                            Watch.observed(1, Facts.norepinephrine(5))));
            beatAt(session, 2);
            assertThat(grade(session.latest())).isEqualTo(GradeRange.of(3));
            assertThat(session.fault()).isNotEmpty();
        }
    }

    @Test
    void withoutNewsASnapshotIsMadeEverySecondOnly() {
        try (UnitSession session = session(time -> {})) {
            ledger.append(List.of(Watch.admitted()));
            session.beat();
            UnitSnapshot first = session.latest();
            now = now.plusMillis(999);
            session.beat();
            assertThat(session.latest()).isSameAs(first);
            now = now.plusMillis(1);
            session.beat();
            assertThat(session.latest().at()).isEqualTo(now);
        }
    }

    @Test
    void anAnswerGoesThroughTheLedger() {
        try (UnitSession session = session(time -> {})) {
            ledger.append(List.of(Watch.admitted(), Watch.observed(1, Facts.FEVER)));
            beatAt(session, 1);
            Alarm alarm = session.latest().alarms().getFirst();
            session.acknowledge(alarm);
            session.beat();
            assertThat(session.latest().alarms().getFirst().answered()).isTrue();
            assertThat(ledger.entriesOf(Watch.STAY)).hasSize(3);
            assertThat(session.fault()).isEmpty();
        }
    }

    @Test
    void afterCloseNothingMoreIsHeard() {
        UnitSession session = session(time -> {});
        session.close();
        ledger.append(List.of(Watch.admitted()));
        session.beat();
        assertThat(session.latest().stays()).isEmpty();
    }
}
