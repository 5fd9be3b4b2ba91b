package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;

/** What time alone brings comes in its order, however late it is asked for. */
// [utest->req~alarm.states~1]
// [utest->req~alarm.of-the-unit~1]
class AlarmBookTest {
    private static final SitePolicy POLICY =
            SitePolicy.of(
                    "site-1",
                    Map.of(
                            Settings.of("alarm-storage.remind-after").orElseThrow(), "10 min",
                            Settings.of("alarm-storage.clear-after").orElseThrow(), "20 min",
                            Settings.of("alarm-no-sound.delay").orElseThrow(), "15 min"));

    private final AlarmBook book = new AlarmBook(EnumSet.of(AlarmKind.STORAGE, AlarmKind.NO_SOUND));

    private void look(AlarmKind kind, int minute, int level) {
        book.look(kind, Facts.minute(minute), Level.of(level, "trouble"), POLICY);
    }

    private void settle(int minute) {
        book.settle(Facts.minute(minute), POLICY, book::apply);
    }

    private void happens(AlarmKind kind, int minute, AlarmEvent event) {
        book.apply(kind, event, Facts.minute(minute));
    }

    private static AlarmEvent answered(int minute) {
        return new AlarmEvent.Acknowledged(1, new Answer("nurse", Facts.minute(minute), ""));
    }

    private List<String> log() {
        return book.log().stream()
                .map(
                        line ->
                                "%d %s %s"
                                        .formatted(
                                                minute(line.at()),
                                                line.kind(),
                                                line.after().getClass().getSimpleName()))
                .toList();
    }

    private static long minute(Instant at) {
        return (at.toEpochMilli() - Facts.ZERO.toEpochMilli()) / 60_000;
    }

    /** Answered at 1, gone at 2: reminded at 11, over at 22, and it latches. */
    @Test
    void theReminderComesBeforeTheEndThatIsLater() {
        look(AlarmKind.STORAGE, 0, 1);
        happens(AlarmKind.STORAGE, 1, answered(1));
        look(AlarmKind.STORAGE, 2, 0);
        settle(60);
        assertThat(log())
                .containsExactly(
                        "0 STORAGE Unacknowledged",
                        "1 STORAGE Acknowledged",
                        "11 STORAGE Unacknowledged",
                        "22 STORAGE ReturnedUnacknowledged");
    }

    @Test
    void aReminderIsNotAMillisecondEarly() {
        look(AlarmKind.STORAGE, 0, 1);
        happens(AlarmKind.STORAGE, 1, answered(1));
        book.settle(Facts.minute(11).minusMillis(1), POLICY, book::apply);
        assertThat(book.state(AlarmKind.STORAGE)).isInstanceOf(AlarmState.Acknowledged.class);
        settle(11);
        assertThat(book.state(AlarmKind.STORAGE)).isInstanceOf(AlarmState.Unacknowledged.class);
    }

    @Test
    void whatHasNoReminderStaysAnswered() {
        look(AlarmKind.NO_SOUND, 0, 1);
        settle(15);
        happens(AlarmKind.NO_SOUND, 16, answered(16));
        settle(10_000);
        assertThat(book.state(AlarmKind.NO_SOUND)).isInstanceOf(AlarmState.Acknowledged.class);
    }

    /** Put off from 1 to 14; the sound is missed from 0 on and raised at 15. */
    @Test
    void ofSeveralAlarmsTheFirstInTimeComesFirst() {
        look(AlarmKind.STORAGE, 0, 1);
        look(AlarmKind.NO_SOUND, 0, 1);
        Shelf shelf = new Shelf("nurse", "being mended", Facts.minute(14));
        happens(AlarmKind.STORAGE, 1, new AlarmEvent.Shelved(1, shelf));
        settle(60);
        assertThat(log())
                .containsExactly(
                        "0 STORAGE Unacknowledged",
                        "1 STORAGE Shelved",
                        "14 STORAGE Unacknowledged",
                        "15 NO_SOUND Unacknowledged");
    }

    @Test
    void theUnitKeepsItsLog() {
        UnitAlarms unit = new UnitAlarms(ZoneOffset.UTC);
        unit.look("window 1", AlarmKind.STORAGE, 1, "trouble", Facts.ZERO, POLICY);
        unit.tell(AlarmKind.STORAGE, answered(1), Facts.minute(1));
        unit.tick(Facts.minute(11), any -> 0, POLICY);
        assertThat(unit.log()).extracting(line -> minute(line.at())).containsExactly(0L, 1L, 11L);
    }

    /** Silent since 4, usual interval a minute: five minutes after the last arrival. */
    @Test
    void theFeedIsLostWithTwoPatientsOrMoreAndBackWithTheNextArrival() {
        UnitAlarms unit = new UnitAlarms(ZoneOffset.UTC);
        for (int minute = 0; minute < 5; minute++) {
            unit.heard(Facts.minute(minute), any -> 2, POLICY);
        }
        unit.tick(Facts.minute(9).minusMillis(1), any -> 2, POLICY);
        assertThat(unit.state(AlarmKind.FEED_LOST)).isInstanceOf(AlarmState.Normal.class);
        unit.tick(Facts.minute(9), any -> 1, POLICY);
        assertThat(unit.state(AlarmKind.FEED_LOST)).isInstanceOf(AlarmState.Normal.class);
        unit.tick(Facts.minute(9), any -> 2, POLICY);
        assertThat(unit.state(AlarmKind.FEED_LOST)).isInstanceOf(AlarmState.Unacknowledged.class);
        unit.heard(Facts.minute(10), any -> 2, POLICY);
        assertThat(unit.state(AlarmKind.FEED_LOST))
                .isInstanceOf(AlarmState.ReturnedUnacknowledged.class);
    }

    /** Nobody looked until data came again. */
    @Test
    void aFeedThatWasLostMeanwhileWasLost() {
        UnitAlarms unit = new UnitAlarms(ZoneOffset.UTC);
        for (int minute = 0; minute < 5; minute++) {
            unit.heard(Facts.minute(minute), any -> 2, POLICY);
        }
        unit.heard(Facts.minute(30), any -> 2, POLICY);
        assertThat(unit.log())
                .extracting(
                        line -> minute(line.at()) + " " + line.after().getClass().getSimpleName())
                .containsExactly("9 Unacknowledged", "30 ReturnedUnacknowledged");
    }

    @Test
    void anAlarmOfTheUnitIsOfNoStay() {
        assertThat(AlarmKey.ofUnit(AlarmKind.STORAGE))
                .isEqualTo(new AlarmKey(AlarmKey.UNIT, AlarmKind.STORAGE))
                .matches(AlarmKey::concernsTheUnit);
        assertThat(new AlarmKey(new StayId("7"), AlarmKind.GRADE_RISE).concernsTheUnit()).isFalse();
    }
}
