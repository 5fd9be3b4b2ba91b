package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cytovigil.clinical.Facts;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings of one patient, laid over those of the unit. */
// [utest->req~alarm.patient-settings~1]
class StaySettingsTest {
    private static final SitePolicy UNIT = SitePolicy.DEFAULT;

    /** "delay=10 min, priority=medium". */
    private static AlarmChange change(String text) {
        Map<AlarmPart, String> values = new EnumMap<>(AlarmPart.class);
        for (String part : text.split(", ", -1)) {
            String[] words = part.split("=", -1);
            for (AlarmPart known : AlarmPart.values()) {
                if (known.key().equals(words[0])) {
                    values.put(known, words[1]);
                }
            }
        }
        assertThat(values).isNotEmpty();
        return new AlarmChange(values);
    }

    private static Level level(int level) {
        return Level.of(level, "level " + level);
    }

    /** One alarm, and what the steps "minute what" bring: "minute state priority". */
    private static String course(AlarmKind kind, SitePolicy policy, String steps, int end) {
        AlarmBook book = new AlarmBook(EnumSet.of(kind));
        Level now = Level.NONE;
        for (String step : steps.split("; ", -1)) {
            String[] words = step.split(" ", 3);
            Instant at = Facts.minute(Integer.parseInt(words[0]));
            book.settle(at, policy, book::apply);
            switch (words[1]) {
                case "level" -> now = level(Integer.parseInt(words[2]));
                case "adjust" -> {
                    String[] what = words[2].split(" until ", -1);
                    Instant until = Facts.minute(Integer.parseInt(what[1]));
                    book.adjust(
                            new AlarmAdjustment(kind, change(what[0]), "N2", at, "frail", until),
                            policy);
                }
                case "end" -> book.withdraw(kind, "N3", at, policy);
                case "shelve" ->
                        book.apply(
                                kind,
                                new AlarmEvent.Shelved(
                                        9, new Shelf("N2", "turned", Facts.minute(900))),
                                at);
                case "answer" ->
                        book.apply(
                                kind, new AlarmEvent.Acknowledged(9, new Answer("N2", at, "")), at);
                default -> throw new IllegalArgumentException(step);
            }
            book.look(kind, at, now, policy);
        }
        Instant last = Facts.minute(end);
        book.settle(last, policy, book::apply);
        List<String> lines = new ArrayList<>();
        for (AlarmLine line : book.log()) {
            Condition condition = line.after().condition();
            AlarmLine.Adjusting adjusting = line.adjusting();
            lines.add(
                    Duration.between(Facts.ZERO, line.at()).toMinutes()
                            + " "
                            + (adjusting == null
                                    ? line.after().getClass().getSimpleName()
                                    : adjusting.step() + " by " + adjusting.by())
                            + (condition == null || adjusting != null
                                    ? ""
                                    : " " + condition.priority()));
        }
        Condition standing = book.state(kind).condition();
        return String.join("; ", lines)
                + (standing == null ? " | nothing" : " | " + standing.priority());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        # oxygen-step: low, after 2 min, over after 60 min, never reminded
        OXYGEN_STEP | 0 level 1                                                            | 30  | 2 Unacknowledged LOW / LOW
        # in force
        OXYGEN_STEP | 0 adjust delay=10 min until 60; 5 level 1                            | 30  | 0 BEGUN by N2; 15 Unacknowledged LOW / LOW
        OXYGEN_STEP | 0 adjust priority=high until 60; 5 level 1                           | 30  | 0 BEGUN by N2; 7 Unacknowledged HIGH / HIGH
        # it ends by itself at its own time: what has lasted long enough by the unit is raised then, and no earlier
        OXYGEN_STEP | 0 adjust delay=30 min until 20; 5 level 1                            | 25  | 0 BEGUN by N2; 20 OVER by N2; 20 Unacknowledged LOW / LOW
        OXYGEN_STEP | 0 adjust delay=30 min until 20; 19 level 1                           | 25  | 0 BEGUN by N2; 20 OVER by N2; 21 Unacknowledged LOW / LOW
        # withdrawn
        OXYGEN_STEP | 0 adjust delay=30 min until 90; 5 level 1; 12 end                    | 25  | 0 BEGUN by N2; 12 WITHDRAWN by N3; 12 Unacknowledged LOW / LOW
        OXYGEN_STEP | 5 end; 6 level 1                                                     | 25  | 8 Unacknowledged LOW / LOW
        # the second takes the place of the first whole
        OXYGEN_STEP | 0 adjust delay=30 min, priority=high until 90; 1 adjust priority=medium until 90; 5 level 1 | 25 | 0 BEGUN by N2; 1 BEGUN by N2; 7 Unacknowledged MEDIUM / MEDIUM
        # a shorter delay that begins while the condition holds brings it at once
        OXYGEN_STEP | 0 adjust delay=30 min until 90; 5 level 1; 15 adjust delay=5 min until 90 | 25 | 0 BEGUN by N2; 15 BEGUN by N2; 15 Unacknowledged LOW / LOW
        # what stands is as urgent as the settings now say
        OXYGEN_STEP | 0 adjust priority=high until 20; 5 level 1                           | 25  | 0 BEGUN by N2; 7 Unacknowledged HIGH; 20 OVER by N2 / LOW
        RAPID_RISE  | 0 adjust priority=low until 20; 5 level 1                            | 25  | 0 BEGUN by N2; 5 Unacknowledged LOW; 20 OVER by N2 / MEDIUM
        RAPID_RISE  | 0 level 1; 5 adjust priority=low until 20                            | 15  | 0 Unacknowledged MEDIUM; 5 BEGUN by N2 / LOW
        # high priority comes off the shelf
        RAPID_RISE  | 0 level 1; 5 shelve; 9 adjust priority=high until 90                 | 15  | 0 Unacknowledged MEDIUM; 5 Shelved MEDIUM; 9 BEGUN by N2; 9 Unacknowledged HIGH / HIGH
        # over and reminded
        OXYGEN_STEP | 0 adjust clear-after=5 min until 90; 5 level 1; 20 level 0           | 40  | 0 BEGUN by N2; 7 Unacknowledged LOW; 25 Normal / nothing
        OXYGEN_STEP | 0 level 1; 20 level 0; 50 adjust clear-after=5 min until 90          | 60  | 2 Unacknowledged LOW; 50 BEGUN by N2; 50 Normal / nothing
        OXYGEN_STEP | 0 adjust remind-after=30 min until 90; 5 level 1; 10 answer          | 45  | 0 BEGUN by N2; 7 Unacknowledged LOW; 10 Acknowledged LOW; 40 Unacknowledged LOW / LOW
        # no alarm, no reminder, and after its end none comes by it
        OXYGEN_STEP | 0 adjust remind-after=30 min until 20; 5 level 1; 10 answer          | 45  | 0 BEGUN by N2; 7 Unacknowledged LOW; 10 Acknowledged LOW; 20 OVER by N2 / LOW
        # what latches goes on latching
        REFRACTORY_HYPOTENSION | 0 adjust priority=low until 90; 5 level 1; 9 level 0      | 30  | 0 BEGUN by N2; 5 Unacknowledged LOW; 24 ReturnedUnacknowledged LOW / LOW
        # floors hold however the entry came about
        GRADE_RISE  | 0 adjust high-from=4, delay=60 min until 90; 5 level 3               | 30  | 0 BEGUN by N2; 5 Unacknowledged HIGH / HIGH
        SECOND_VASOPRESSOR | 0 adjust priority=low until 90; 5 level 1                     | 30  | 0 BEGUN by N2; 5 Unacknowledged HIGH / HIGH
        GRADE_RISE  | 0 adjust high-from=2 until 90; 5 level 2                             | 30  | 0 BEGUN by N2; 5 Unacknowledged HIGH / HIGH
        GRADE_RISE  | 0 adjust medium-from=1 until 90; 5 level 1                           | 30  | 0 BEGUN by N2; 5 Unacknowledged MEDIUM / MEDIUM
        OXYGEN_STEP | 0 adjust delay=61 min until 90; 5 level 1                            | 30  | 0 BEGUN by N2; 7 Unacknowledged LOW / LOW
        """)
    void theSettingsOfThePatientAreLaidOverTheUnits(
            AlarmKind kind, String steps, int end, String expected) {
        assertThat(course(kind, UNIT, steps, end)).isEqualTo(expected.replace(" / ", " | "));
    }

    /** A refused part does not count, and the unit's does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        GRADE_RISE         | high-from=4          | the unit gives high priority from grade 3 on, and no later
        GRADE_RISE         | high-from=3          | -
        GRADE_RISE         | high-from=1          | -
        GRADE_RISE         | medium-from=4        | -
        GRADE_RISE         | priority=low         | this kind of alarm has no such setting
        ICANS_RISE         | high-from=4          | the unit gives high priority from grade 3 on, and no later
        ICANS_RISE         | delay=1 min          | it can be of high priority: at most the unit's 0 min
        GRADE_RISE         | clear-after=20 min   | it can be of high priority: at most the unit's 15 min
        GRADE_RISE         | clear-after=10 min   | -
        GRADE_RISE         | remind-after=60 min  | -
        SECOND_VASOPRESSOR | priority=medium      | the unit gives it high priority, and it stays high
        OXYGEN_STEP        | priority=high        | -
        OXYGEN_STEP        | medium-from=2        | this kind of alarm has no such setting
        OXYGEN_STEP        | delay=60 min         | -
        OXYGEN_STEP        | delay=61 min         | 61 min is not within 0 to 60 min
        OXYGEN_STEP        | delay=ten            | "ten" is no amount such as "0 min"
        NO_DATA            | delay=30 min         | -
        STALE_DATA         | delay=60 min         | -
        STALE_DATA         | priority=urgent      | "urgent" is none of high, low, medium
        """)
    void whatWouldHideIsRefusedWithAReason(AlarmKind kind, String change, String expected) {
        String refused =
                change(change).refusals(kind, UNIT).values().stream()
                        .collect(Collectors.joining(" "));
        assertThat(refused.isEmpty() ? "-" : refused).isEqualTo(expected);
    }

    @Test
    void aReminderThatTheUnitGivesHighPriorityIsNeverLaterAndNeverLeftOut() {
        SitePolicy reminding =
                SitePolicy.of(
                        "site-1",
                        Map.of(
                                Settings.of("alarm-grade-rise.remind-after").orElseThrow(),
                                "30 min"));
        AlarmKind kind = AlarmKind.GRADE_RISE;
        assertThat(change("remind-after=0 min").refusals(kind, reminding))
                .containsEntry(
                        AlarmPart.REMIND_AFTER,
                        "what can be of high priority is never reminded of less");
        assertThat(change("remind-after=40 min").refusals(kind, reminding))
                .containsKey(AlarmPart.REMIND_AFTER);
        assertThat(change("remind-after=20 min").refusals(kind, reminding)).isEmpty();
    }

    /** Whatever anybody enters: what is high by the unit is high, and stays until answered. */
    @ParameterizedTest
    @EnumSource(AlarmKind.class)
    void noChangeMakesHighPriorityLess(AlarmKind kind) {
        AlarmChange quietest =
                change(
                        "priority=low, medium-from=4, high-from=4, delay=60 min, clear-after=2880 min");
        for (int level = 1; level <= 5; level++) {
            if (kind.settings().priority(UNIT, level) == AlarmPriority.HIGH) {
                assertThat(quietest.priority(kind, UNIT, level)).isEqualTo(AlarmPriority.HIGH);
                Duration usual = kind.settings().delay(UNIT);
                assertThat(quietest.time(AlarmPart.DELAY, usual, kind, UNIT)).isEqualTo(usual);
            }
        }
    }

    /** The policy says that oxygen steps are high from now on: the patient's no longer counts. */
    @Test
    void aPolicyAdoptedMeanwhileIsWhatItIsLaidOver() {
        AlarmChange change = change("priority=low, delay=30 min, guidance=Call Dr. A.");
        AlarmKind kind = AlarmKind.OXYGEN_STEP;
        SitePolicy stricter =
                SitePolicy.of(
                        "site-2",
                        Map.of(
                                Settings.of("alarm-oxygen-step.priority").orElseThrow(),
                                "high",
                                Settings.of("alarm-oxygen-step.delay").orElseThrow(),
                                "5 min"));
        assertThat(change.refusals(kind, UNIT)).isEmpty();
        assertThat(change.refusals(kind, stricter))
                .containsOnlyKeys(AlarmPart.PRIORITY, AlarmPart.DELAY);
        assertThat(change.priority(kind, stricter, 1)).isEqualTo(AlarmPriority.HIGH);
        assertThat(change.time(AlarmPart.DELAY, Duration.ofMinutes(5), kind, stricter))
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(change.guidance(kind, stricter)).isEqualTo("Call Dr. A.");
    }

    @Test
    void itLastsSevenDaysAtMost() {
        AlarmAdjustment longer =
                new AlarmAdjustment(
                        AlarmKind.OXYGEN_STEP,
                        change("delay=10 min"),
                        "N2",
                        Facts.ZERO,
                        "frail",
                        Facts.ZERO.plus(Duration.ofDays(30)));
        assertThat(longer.until()).isEqualTo(Facts.ZERO.plus(Duration.ofDays(7)));
    }

    @Test
    void anAlarmToldInsideTheGradeStandsByItselfWhenItsUrgencyIsAboveIt() {
        AlarmBook book = new AlarmBook(EnumSet.of(AlarmKind.RAPID_RISE));
        Condition low =
                new Condition(AlarmKind.RAPID_RISE, AlarmPriority.LOW, 1, "dose", Facts.ZERO);
        book.apply(
                AlarmKind.RAPID_RISE,
                new AlarmEvent.RaisedInside(low, AlarmKind.GRADE_RISE),
                Facts.ZERO);
        book.adjust(
                new AlarmAdjustment(
                        AlarmKind.RAPID_RISE,
                        change("priority=high"),
                        "N2",
                        Facts.minute(3),
                        "frail",
                        Facts.minute(9)),
                UNIT);
        assertThat(book.state(AlarmKind.RAPID_RISE))
                .isEqualTo(new AlarmState.Unacknowledged(low.of(AlarmPriority.HIGH)));
    }
}
