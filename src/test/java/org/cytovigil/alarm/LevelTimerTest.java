package org.cytovigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cytovigil.clinical.Facts;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One alarm for each upward step (criteria section 6.1), and its end. */
// [utest->req~alarm.grade-rise~1]
// [utest->req~alarm.settings~1]
class LevelTimerTest {
    private static SitePolicy policy(int delay, int clearAfter) {
        return SitePolicy.of(
                "site-1",
                Map.of(
                        setting("alarm-grade-rise.delay"), delay + " min",
                        setting("alarm-grade-rise.clear-after"), clearAfter + " min"));
    }

    private static Setting<?> setting(String key) {
        return Settings.of(key).orElseThrow();
    }

    /** "3" for a level, "1-4" for a range. */
    private static Level level(String text) {
        String[] ends = text.split("-", -1);
        return new Level(
                Integer.parseInt(ends[0]),
                Integer.parseInt(ends[ends.length - 1]),
                "",
                before -> before.level() + "→" + ends[0]);
    }

    /** Steps "minute:level"; what comes of them: "minute+cause" for raised, "minute-" for over. */
    private static String happened(
            SitePolicy policy, String steps, boolean lookEachMinute, int until) {
        LevelTimer timer = new LevelTimer(AlarmKind.GRADE_RISE, new StaySettings());
        List<String> told = new ArrayList<>();
        Level now = Level.NONE;
        int minute = 0;
        for (String step : steps.split(" ", -1)) {
            String[] parts = step.split(":", -1);
            int next = Integer.parseInt(parts[0]);
            for (; lookEachMinute && minute < next; minute++) {
                look(timer, minute, now, policy, told);
            }
            minute = next;
            now = level(parts[1]);
            look(timer, minute, now, policy, told);
        }
        look(timer, until, now, policy, told);
        return String.join(" ", told);
    }

    private static void look(
            LevelTimer timer, int minute, Level level, SitePolicy policy, List<String> told) {
        timer.look(
                Facts.minute(minute),
                level,
                policy,
                (at, event) -> {
                    long when = Duration.between(Facts.ZERO, at).toMinutes();
                    told.add(
                            event instanceof AlarmEvent.Raised(Condition condition)
                                    ? when + "+" + condition.cause()
                                    : when + "-");
                });
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # one alarm per upward step
                    0, 15, 0:0 1:1 2:2 3:3 4:4,            1+0→1 2+1→2 3+2→3 4+3→4
                    0, 15, 0:0 5:4,                        5+0→4
                    # none for an unchanged grade, none on a fall; it is over once the fall has lasted
                    0, 15, 0:2 1:2 2:2,                    0+0→2
                    0, 15, 0:3 1:2 2:1 3:0,                0+0→3 16-
                    # again only after a lower one has lasted 15 minutes
                    0, 15, 0:3 10:2 24:3,                  0+0→3
                    0, 15, 0:3 10:2 25:3,                  0+0→3 25- 25+2→3
                    0, 15, 0:3 10:2 40:3,                  0+0→3 25- 40+2→3
                    # the count starts with the fall, whatever lower grade follows
                    0, 15, 0:4 10:2 20:1 25:4,             0+0→4 25- 25+1→4
                    # a return to the grade in between starts it anew
                    0, 15, 0:3 10:2 20:3 30:2 44:3,        0+0→3
                    0, 15, 0:3 10:2 20:3 30:2 45:3,        0+0→3 45- 45+2→3
                    # a higher one alarms at once
                    0, 15, 0:2 10:1 11:3,                  0+0→2 11+2→3
                    # after it has lasted, each step up from the lower grade alarms
                    0, 15, 0:4 10:1 30:2 31:3,             0+0→4 25- 30+1→2 31+2→3
                    # what may still be as high is no fall
                    0, 15, 0:3 10:0-4 90:0-2,              0+0→3 105-
                    0, 15, 0:3 10:0-3 90:3,                0+0→3
                    # a delay: only what lasts is raised, as it stands then
                    5, 15, 0:0 1:1 5:0 10:1,               15+0→1
                    5, 15, 0:0 1:1 3:2 10:2,               6+0→2
                    5, 15, 0:0 1:2 3:1 10:1,               6+0→1
                    5, 15, 0:2 10:3 12:2 20:3,             5+0→2 25+2→3
                    # over at once
                    0, 0,  0:1 10:0 11:1,                  0+0→1 10- 11+0→1
                    """)
    void whatIsRaisedAndOver(int delay, int clearAfter, String steps, String expected) {
        SitePolicy policy = policy(delay, clearAfter);
        assertThat(happened(policy, steps, true, 300)).isEqualTo(expected);
        assertThat(happened(policy, steps, false, 300)).as("looked at less").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void howOftenItIsLookedAtChangesNothing(long seed) {
        Random chance = new Random(seed);
        for (int run = 0; run < 200; run++) {
            SitePolicy policy = policy(chance.nextInt(10), chance.nextInt(20));
            List<String> steps = new ArrayList<>();
            int minute = 0;
            for (int step = 0; step < 20; step++) {
                int least = chance.nextInt(5);
                int most = chance.nextInt(4) == 0 ? 4 : least;
                steps.add(minute + ":" + least + "-" + most);
                minute += 1 + chance.nextInt(20);
            }
            String course = String.join(" ", steps);
            assertThat(happened(policy, course, false, 900))
                    .as(course)
                    .isEqualTo(happened(policy, course, true, 900));
        }
    }
}
