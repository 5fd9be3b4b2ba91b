package org.cytovigil.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Stay;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Silent devices and wrong clocks, from the entry to the alarm, in virtual time. */
// [utest->req~alarm.no-data~1]
// [utest->req~alarm.clock-skew~1]
class FeedAlarmsTest {
    private static final Author MONITOR = new Author(Author.Kind.DEVICE, "monitor-7");

    private static Entry heartRate(long minute, long secondsLate) {
        Instant learned = Facts.minute(minute);
        return new Entry(
                Watch.STAY,
                learned.minusSeconds(secondsLate),
                learned,
                MONITOR,
                new Entry.Observed(
                        new org.cytovigil.clinical.Observation.HeartRate(80 + minute % 10)));
    }

    private static List<Alarm> of(UnitMonitor unit, AlarmKind kind) {
        return unit.snapshot().alarms().stream()
                .filter(alarm -> alarm.key().kind() == kind)
                .toList();
    }

    /** What happens in which minute: a fact, an answer, a tick; and whether silence is alarmed. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    f0 f1 f2 f3 t7                   , none
                    f0 f1 f2 f3 t8                   , unanswered 8
                    f0 f1 f2 f3 t60                  , unanswered 8
                    f0 f1 f2 f3 t9 a10               , answered 8
                    f0 f1 f2 f3 t9 a10 t60           , answered 8
                    f0 f1 f2 f3 t9 a10 f20 t21       , none
                    f0 f1 f2 f3 t9 a10 f20 t21 t25   , unanswered 25
                    f0 f1 f2 f3 f20 t21              , over and unanswered 8
                    f0 f1 f2 f3 f20 t21 a22          , none
                    f0 f1 f2 f3 a10 f20 t60          , unanswered 25
                    """)
    void silenceIsRaisedAnsweredAndClearedLikeAnyAlarm(String steps, String outcome) {
        for (boolean restarted : new boolean[] {false, true}) {
            UnitMonitor unit = Watch.unit();
            unit.accept(Watch.admitted());
            for (String step : steps.split(" ", -1)) {
                long minute = Long.parseLong(step.substring(1));
                switch (step.charAt(0)) {
                    case 'f' -> unit.accept(heartRate(minute, 1));
                    case 'a' ->
                            unit.accept(
                                    Watch.entry(
                                            minute / 60.0,
                                            new Entry.Acknowledged(
                                                    new AlarmKey(Watch.STAY, AlarmKind.NO_DATA),
                                                    1)));
                    default -> {
                        // A restart reads everything first, and looks at the last moment only.
                        if (!restarted || steps.endsWith(step)) {
                            unit.tick(Facts.minute(minute));
                        }
                    }
                }
            }
            List<Alarm> alarms = of(unit, AlarmKind.NO_DATA);
            String said =
                    alarms.isEmpty()
                            ? "none"
                            : word(alarms.getFirst().state())
                                    + java.time.Duration.between(
                                                    Facts.ZERO,
                                                    alarms.getFirst().condition().raisedAt())
                                            .toMinutes();
            assertThat(said).as("restarted: %s", restarted).isEqualTo(outcome);
        }
    }

    private static String word(AlarmState state) {
        return switch (state) {
            case AlarmState.Acknowledged answered -> "answered ";
            case AlarmState.ReturnedUnacknowledged returned -> "over and unanswered ";
            case AlarmState.Unacknowledged unanswered -> "unanswered ";
            default -> throw new AssertionError("not shown: " + state);
        };
    }

    @Test
    void aClockThatIsAheadAlarmsAtOnceAndClearsWhenItIsPutRight() {
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.admitted());
        unit.accept(heartRate(1, -200));
        unit.tick(Facts.minute(1));
        assertThat(of(unit, AlarmKind.CLOCK_SKEW))
                .singleElement()
                .satisfies(
                        alarm ->
                                assertThat(alarm.condition().cause())
                                        .isEqualTo("clock of monitor-7 is 3 min ahead"));

        for (int minute = 2; minute < 12; minute++) {
            unit.accept(heartRate(minute, 1));
        }
        unit.tick(Facts.minute(12));
        assertThat(of(unit, AlarmKind.CLOCK_SKEW)).isEmpty();
    }

    @Test
    void aWrongClockKeepsTheOrderWithinTheDevice() {
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.admitted());
        List<Double> sent = new ArrayList<>();
        for (int minute = 20; minute < 32; minute++) {
            unit.accept(heartRate(minute, 900));
            sent.add(80.0 + minute % 10);
        }
        unit.tick(Facts.minute(32));
        Series series = unit.snapshot().stays().getFirst().chart().of(Parameter.HEART_RATE);
        List<Double> shown = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            shown.add(series.value(i));
        }
        assertThat(shown).isEqualTo(sent);
        assertThat(of(unit, AlarmKind.CLOCK_SKEW)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PERSON", "IMPORT", "SIMULATOR"})
    void whatNoDeviceSendsTellsNothingOfDevices(Author.Kind kind) {
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.admitted());
        for (int minute = 0; minute < 20; minute++) {
            Entry entry = heartRate(minute, 900);
            unit.accept(
                    new Entry(
                            entry.stay(),
                            entry.at(),
                            entry.learned(),
                            new Author(kind, "other"),
                            entry.event()));
        }
        unit.tick(Facts.hour(3));
        assertThat(of(unit, AlarmKind.CLOCK_SKEW)).isEmpty();
        assertThat(of(unit, AlarmKind.NO_DATA)).isEmpty();
    }

    @Test
    void pastCasesHaveNoDevices() {
        Stay live = Facts.stay("7", Facts.adult());
        Stay past =
                new Stay(
                        live.id(),
                        live.patient(),
                        live.infusion(),
                        live.admitted(),
                        null,
                        "1",
                        Stay.Origin.REAL_CASE);
        UnitMonitor unit = Watch.unit();
        unit.accept(Watch.entry(0, new Entry.Admitted(past)));
        for (int minute = 0; minute < 20; minute++) {
            unit.accept(heartRate(minute, 900));
        }
        unit.tick(Facts.hour(3));
        assertThat(of(unit, AlarmKind.CLOCK_SKEW)).isEmpty();
        assertThat(of(unit, AlarmKind.NO_DATA)).isEmpty();
    }
}
