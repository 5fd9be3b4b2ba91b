package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~monitor.single-writer~1]
// [utest->req~alarm.grade-rise~1]
class UnitMonitorTest {
    private static final AlarmKey RISE = new AlarmKey(Watch.STAY, AlarmKind.GRADE_RISE);

    private static UnitMonitor febrileAtOne() {
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.admitted());
        unit.accept(Watch.observed(1, Facts.FEVER));
        unit.accept(Watch.observed(1, Facts.NORMAL_PRESSURE));
        unit.accept(Watch.observed(1, Facts.ROOM_AIR));
        unit.tick(Facts.hour(1));
        return unit;
    }

    private static List<Alarm> rises(UnitMonitor unit) {
        return unit.snapshot().alarms().stream().filter(alarm -> alarm.key().equals(RISE)).toList();
    }

    private static Entry answer(double hours, int level) {
        return Watch.entry(hours, new Entry.Acknowledged(RISE, level));
    }

    @Test
    void aRiseIsUpWithinASecondOfModelTime() {
        UnitMonitor unit = febrileAtOne();
        unit.accept(Watch.observed(2, Facts.norepinephrine(5)));
        unit.tick(Facts.hour(2).minusSeconds(1));
        assertThat(rises(unit))
                .singleElement()
                .satisfies(a -> assertThat(a.condition().level()).isEqualTo(1));

        unit.tick(Facts.hour(2));
        assertThat(rises(unit))
                .singleElement()
                .satisfies(
                        alarm -> {
                            assertThat(alarm.condition().level()).isEqualTo(3);
                            assertThat(alarm.condition().priority()).isEqualTo(AlarmPriority.HIGH);
                            assertThat(alarm.condition().raisedAt()).isEqualTo(Facts.hour(2));
                            assertThat(alarm.state()).isInstanceOf(AlarmState.Unacknowledged.class);
                        });
    }

    @Test
    void anAnsweredAlarmStaysAnsweredUntilAHigherGradeAlarmsAnew() {
        UnitMonitor unit = febrileAtOne();
        unit.accept(answer(1.1, 1));
        unit.tick(Facts.hour(1.2));
        assertThat(rises(unit)).singleElement().matches(Alarm::answered);

        unit.accept(Watch.observed(2, Facts.pressure(80, 50)));
        unit.tick(Facts.hour(2));
        assertThat(rises(unit)).singleElement().matches(alarm -> !alarm.answered());
    }

    @Test
    void anAnswerBelowARisenLevelDoesNotAnswer() {
        UnitMonitor unit = febrileAtOne();
        unit.accept(Watch.observed(2, Facts.norepinephrine(5)));
        unit.tick(Facts.hour(2));
        unit.accept(answer(2.1, 1));
        assertThat(rises(unit)).singleElement().matches(alarm -> !alarm.answered());
        unit.accept(answer(2.2, 3));
        assertThat(rises(unit)).singleElement().matches(Alarm::answered);
    }

    @Test
    void anUnansweredGradeTwoLatchesWhenItIsOver() {
        UnitMonitor unit = febrileAtOne();
        unit.accept(Watch.observed(2, Facts.pressure(80, 50)));
        unit.accept(Watch.observed(3, Facts.NORMAL_PRESSURE));
        unit.tick(Facts.hour(5));
        assertThat(rises(unit))
                .singleElement()
                .satisfies(
                        alarm ->
                                assertThat(alarm.state())
                                        .isInstanceOfSatisfying(
                                                AlarmState.ReturnedUnacknowledged.class,
                                                returned ->
                                                        assertThat(returned.clearedAt())
                                                                .isEqualTo(Facts.hour(3.25))));
        unit.accept(answer(5, 2));
        assertThat(rises(unit)).isEmpty();
    }

    /** Alarms of every kind, answered and not, of a course with gaps, at several ends. */
    @ParameterizedTest
    @ValueSource(longs = {1, 60, 3_600, 7_200, 1_000_000})
    void theAlarmsAreTheSameHoweverFarApartTheTicks(long seconds) {
        for (double end : new double[] {4.05, 5.5, 7.6, 13, 19, 21.5, 29, 36, 47}) {
            assertThat(alarmsAt(Facts.hour(end), Duration.ofSeconds(seconds)))
                    .as("at hour %s", end)
                    .isEqualTo(alarmsAt(Facts.hour(end), Duration.ofSeconds(1)));
        }
    }

    private static List<Alarm> alarmsAt(Instant end, Duration step) {
        UnitMonitor unit = Watch.unit();
        Watch.courseEntries().forEach(unit::accept);
        for (Instant at = Facts.ZERO; at.isBefore(end); at = at.plus(step)) {
            unit.tick(at);
        }
        unit.tick(end);
        return unit.snapshot().alarms();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 60, 3_600, 7_200})
    void anUnchartedFactAlarmsAtItsOwnTimeHoweverFarApartTheTicks(long seconds) {
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.admitted());
        unit.accept(Watch.observed(1, Facts.FEVER));
        unit.accept(Watch.observed(1, Facts.ROOM_AIR));
        for (long at = 0; at <= 6 * 3_600; at += seconds) {
            unit.tick(Facts.ZERO.plusSeconds(at));
        }
        assertThat(unit.snapshot().alarms())
                .filteredOn(alarm -> alarm.key().kind() == AlarmKind.STALE_DATA)
                .singleElement()
                .satisfies(
                        alarm -> assertThat(alarm.condition().raisedAt()).isEqualTo(Facts.hour(4)));
    }

    @Test
    void entriesOfAnUnknownStayAreRefused() {
        UnitMonitor unit = Watch.unit();
        assertThatThrownBy(() -> unit.accept(Watch.observed(1, Facts.FEVER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7");
        assertThat(unit.snapshot().stays()).isEmpty();
    }

    @Test
    void aSecondAdmissionOfTheSameStayChangesNothing() {
        UnitMonitor unit = febrileAtOne();
        unit.accept(Watch.admitted());
        unit.tick(Facts.hour(1.5));
        assertThat(unit.snapshot().stays())
                .singleElement()
                .satisfies(stay -> assertThat(stay.history(ScaleId.ASTCT_2019)).hasSize(1));
    }

    @Test
    void aTickOfThePastChangesNothing() {
        UnitMonitor unit = febrileAtOne();
        UnitSnapshot before = unit.snapshot();
        unit.tick(Facts.ZERO);
        assertThat(unit.snapshot().at()).isEqualTo(before.at());
        assertThat(unit.snapshot().alarms()).isEqualTo(before.alarms());
    }

    @Test
    void movesAndDischargesShow() {
        UnitMonitor unit = febrileAtOne();
        unit.accept(Watch.entry(2, new Entry.Moved("12")));
        unit.tick(Facts.hour(2));
        StaySnapshot stay = unit.snapshot().stay(Watch.STAY).orElseThrow();
        assertThat(stay.bed()).isEqualTo("12");
        assertThat(stay.discharged()).isFalse();

        unit.accept(Watch.entry(3, new Entry.Discharged()));
        unit.tick(Facts.hour(3));
        assertThat(unit.snapshot().stay(Watch.STAY).orElseThrow().discharged()).isTrue();
        assertThat(unit.snapshot().alarms()).isEmpty();
        assertThat(unit.snapshot().stay(new StayId("8"))).isEmpty();
    }

    @Test
    void aLateFactThatChangesThePresentGradeAlarms() {
        UnitMonitor unit = febrileAtOne();
        unit.tick(Facts.hour(4));
        unit.accept(Watch.observed(2, Facts.norepinephrine(5)));
        unit.tick(Facts.hour(4).plusMillis(15));
        assertThat(rises(unit))
                .singleElement()
                .satisfies(a -> assertThat(a.condition().level()).isEqualTo(3));
    }

    @Test
    void aLateFactOfSomethingLongOverRaisesNothing() {
        UnitMonitor unit = febrileAtOne();
        unit.accept(Watch.observed(3, Facts.NORMAL_PRESSURE));
        unit.accept(Watch.observed(3, Facts.list()));
        unit.tick(Facts.hour(4));
        unit.accept(
                Watch.observed(
                        2,
                        Facts.running(
                                Vasopressor.NOREPINEPHRINE,
                                5,
                                org.cytovigil.clinical.DoseUnit.UG_PER_MIN)));
        unit.tick(Facts.hour(4.1));
        assertThat(rises(unit))
                .singleElement()
                .satisfies(a -> assertThat(a.condition().level()).isEqualTo(1));
        assertThat(unit.snapshot().stay(Watch.STAY).orElseThrow().history(ScaleId.ASTCT_2019))
                .extracting(step -> step.range().lowest())
                .containsExactly(1, 3, 1);
    }
}
