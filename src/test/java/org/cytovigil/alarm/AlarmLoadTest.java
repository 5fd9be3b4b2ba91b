package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counted by hand. The time is the first hour, minute 0 to 60, unless it says so. */
// [utest->req~alarm.load~1]
class AlarmLoadTest {
    private static final StayId ANNA = new StayId("anna");
    private static final StayId BELA = new StayId("bela");

    /**
     * Steps "minute event": "3+2" raised at level 2 in minute 3, "a" answered, "c" cleared, "r"
     * reminded, "s" put off, "u" no longer, "i" told inside, "o" out of service, "p" put back.
     */
    private static List<AlarmLine> log(AlarmKind kind, String steps) {
        List<AlarmLine> log = new ArrayList<>();
        AlarmState state = AlarmStateMachine.normal();
        for (String step : steps.isEmpty() ? new String[0] : steps.split(" ", -1)) {
            String[] parts = step.split("(?=[+acrsuiop])", 2);
            Instant at = Facts.minute(Long.parseLong(parts[0]));
            AlarmState next = AlarmStateMachine.next(state, event(kind, parts[1], at));
            assertThat(next).as("%s in %s", step, steps).isNotEqualTo(state);
            log.add(new AlarmLine(at, kind, state, next));
            state = next;
        }
        return log;
    }

    private static AlarmEvent event(AlarmKind kind, String step, Instant at) {
        int level = step.length() == 1 ? 9 : Integer.parseInt(step.substring(1));
        return switch (step.charAt(0)) {
            case '+' -> new AlarmEvent.Raised(condition(kind, level, at));
            case 'i' -> new AlarmEvent.RaisedInside(condition(kind, 1, at), AlarmKind.GRADE_RISE);
            case 'a' -> new AlarmEvent.Acknowledged(level, new Answer("nurse", at, ""));
            case 'c' -> new AlarmEvent.Cleared(at);
            case 'r' -> new AlarmEvent.Reminded();
            case 's' -> new AlarmEvent.Shelved(level, new Shelf("nurse", "x", at.plusSeconds(1)));
            case 'u' -> new AlarmEvent.Unshelved();
            case 'o' -> new AlarmEvent.TakenOut("nurse", "x");
            default -> new AlarmEvent.PutBack();
        };
    }

    private static Condition condition(AlarmKind kind, int level, Instant at) {
        AlarmPriority priority =
                level >= 3
                        ? AlarmPriority.HIGH
                        : level == 2 ? AlarmPriority.MEDIUM : AlarmPriority.LOW;
        return new Condition(kind, priority, level, "level " + level, at);
    }

    private static AlarmLoad load(String steps) {
        return load(steps, 0, 60);
    }

    private static AlarmLoad load(String steps, long from, long to) {
        return AlarmLoad.of(
                Map.of(ANNA, log(AlarmKind.GRADE_RISE, steps)),
                Facts.minute(from),
                Facts.minute(to));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # steps,                    raised, unanswered
                    '',                         0,      0
                    3+1,                        1,      1
                    0+1,                        1,      1
                    # not in the time
                    60+1,                       0,      0
                    # anew at a higher level, answered or not
                    3+1 5+2,                    2,      1
                    3+1 4a 5+2,                 2,      1
                    # a reminder is no raise, and waits for an answer
                    3+1 4a 9r,                  1,      1
                    3+1 4a 9r 10+2,             2,      1
                    3+1 4a 9r 11a,              1,      0
                    # over by itself, and again
                    3+1 4c,                     1,      0
                    3+1 4c 5+1,                 2,      1
                    # latched: still waits
                    3+2 4c,                     1,      1
                    3+2 4c 5+1,                 2,      1
                    3+2 4c 5a,                  1,      0
                    # hidden, and standing again
                    3+1 4s,                     1,      0
                    3+1 4s 6u,                  2,      1
                    3+1 4s 5+3,                 2,      1
                    3i1,                        0,      0
                    3i1 4+2,                    1,      1
                    3+1 4o,                     1,      0
                    3+1 4o 8p,                  2,      1
                    """)
    void whatCountsAsRaisedAndWhatWaits(String steps, int raised, int unanswered) {
        AlarmLoad load = load(steps);
        assertThat(List.of(load.raised(), load.unanswered()))
                .isEqualTo(List.of(raised, unanswered));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            textBlock =
                    """
                    3+1,                              none
                    3+1 7a,                           PT4M
                    # gone before it was answered
                    3+2 4c 9a,                        PT6M
                    # nobody answered what just went, was put off or taken out
                    3+1 7c,                           none
                    3+1 7s 8u 10a,                    PT2M
                    3+1 7o,                           none
                    # of what rose, the last raise counts
                    3+1 5+2 9a,                       PT4M
                    # a reminder is not answered anew: 4 min alone
                    3+1 7a 20r 40a,                   PT4M
                    # the middle one of 2, 4, 30
                    0+1 2a 3c 4+1 8a 9c 10+1 40a,     PT4M
                    # between the middle two of 2 and 5
                    0+1 2a 3c 4+1 9a,                 PT3M30S
                    """)
    void theMedianTimeToTheAnswer(String steps, Duration expected) {
        assertThat(load(steps).timeToAnswer()).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void onlyWhatWasRaisedInTheTimeCounts() {
        AlarmLoad load = load("3+1 5a 6c 10+1 13a 14c 20+2 70a", 10, 20);
        assertThat(load.raised()).isEqualTo(1);
        assertThat(load.timeToAnswer()).contains(Duration.ofMinutes(3));
        assertThat(load.unanswered()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0+1 1c 30+1 31c 60+1,             0, 100, true
                    0+1 1c 30+1 31c 61+1,             0, 100, false
                    0+1 1c 30+1,                      0, 100, false
                    0+1 1c 50+1 51c 90+1 91c 99+1,    0, 100, true
                    # the first was before the time
                    0+1 1c 30+1 31c 60+1,             1, 100, false
                    """)
    void threeRaisesInAnHourAreChattering(String steps, long from, long to, boolean chatters) {
        assertThat(load(steps, from, to).chattering())
                .isEqualTo(
                        chatters ? List.of(new AlarmKey(ANNA, AlarmKind.GRADE_RISE)) : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # 24 h are 1440 min
                    0+1,                1440, false
                    0+1,                1441, true
                    0+1 5a,             1441, true
                    0+2 5c,             1441, true
                    # rising is no new beginning, and neither is a reminder
                    0+1 5a 900+2,       1441, true
                    0+1 5a 900r,        1441, true
                    0+1 5c 6+1,         1441, false
                    0+1 5s,             1441, false
                    0+1 5o,             1441, false
                    """)
    void whatStandsForMoreThanADayIsStale(String steps, long to, boolean stale) {
        assertThat(load(steps, 0, to).stale())
                .isEqualTo(stale ? List.of(new AlarmKey(ANNA, AlarmKind.GRADE_RISE)) : List.of());
    }

    /** 5 alarms in 2 hours at 2 beds: 2.5 an hour, 1.25 an hour and bed, 2.5/6 of the bearable. */
    @Test
    void ratesAreThoseOfTheUnitAndOfEachBed() {
        AlarmLoad load =
                AlarmLoad.of(
                        Map.of(
                                ANNA,
                                log(AlarmKind.GRADE_RISE, "0+1 10+2 20+3"),
                                BELA,
                                log(AlarmKind.FEVER_ONSET, "5+1"),
                                AlarmKey.UNIT,
                                log(AlarmKind.STORAGE, "7+2")),
                        Facts.ZERO,
                        Facts.hour(2));
        assertThat(load.stays()).isEqualTo(2);
        assertThat(load.raised()).isEqualTo(5);
        assertThat(load.byKind())
                .isEqualTo(
                        Map.of(
                                AlarmKind.GRADE_RISE,
                                3,
                                AlarmKind.FEVER_ONSET,
                                1,
                                AlarmKind.STORAGE,
                                1));
        assertThat(load.byPriority())
                .isEqualTo(
                        Map.of(
                                AlarmPriority.LOW,
                                2,
                                AlarmPriority.MEDIUM,
                                2,
                                AlarmPriority.HIGH,
                                1));
        assertThat(load.unanswered()).isEqualTo(3);
        assertThat(load.perHour()).isEqualTo(2.5, within(1e-9));
        assertThat(load.perBedHour()).isEqualTo(1.25, within(1e-9));
        assertThat(load.shareOfBearable()).isEqualTo(2.5 / 6, within(1e-9));
    }

    @Test
    void whatChattersMostAndIsStaleLongestComesFirst() {
        AlarmLoad load =
                AlarmLoad.of(
                        Map.of(
                                ANNA, log(AlarmKind.GRADE_RISE, "9+1 10c 11+1 12c 13+1"),
                                BELA, log(AlarmKind.RAPID_RISE, "1+1 2c 3+1 4c 5+1 6c 7+1")),
                        Facts.ZERO,
                        Facts.hour(30));
        List<AlarmKey> expected =
                List.of(
                        new AlarmKey(BELA, AlarmKind.RAPID_RISE),
                        new AlarmKey(ANNA, AlarmKind.GRADE_RISE));
        assertThat(load.chattering()).isEqualTo(expected);
        assertThat(load.stale()).isEqualTo(expected);
    }

    @Test
    void ofEqualsTheNameOfTheStayAndTheKindDecide() {
        List<AlarmLine> grades = log(AlarmKind.GRADE_RISE, "1+1 2c 3+1 4c 5+1");
        List<AlarmLine> both = new ArrayList<>(log(AlarmKind.FEVER_ONSET, "1+1 2c 3+1 4c 5+1"));
        both.addAll(grades);
        AlarmLoad load = AlarmLoad.of(Map.of(BELA, grades, ANNA, both), Facts.ZERO, Facts.hour(30));
        List<AlarmKey> expected =
                List.of(
                        new AlarmKey(ANNA, AlarmKind.GRADE_RISE),
                        new AlarmKey(ANNA, AlarmKind.FEVER_ONSET),
                        new AlarmKey(BELA, AlarmKind.GRADE_RISE));
        assertThat(load.chattering()).isEqualTo(expected);
        assertThat(load.stale()).isEqualTo(expected);
    }

    @Test
    void aUnitWithoutPatientsHasNoLoadByTheBed() {
        AlarmLoad load = AlarmLoad.of(Map.of(AlarmKey.UNIT, List.of()), Facts.ZERO, Facts.hour(1));
        assertThat(load.perBedHour()).isZero();
        assertThat(load.timeToAnswer()).isEmpty();
    }

    @Test
    void anEmptyTimeIsRefused() {
        assertThatThrownBy(() -> AlarmLoad.of(Map.of(), Facts.ZERO, Facts.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
