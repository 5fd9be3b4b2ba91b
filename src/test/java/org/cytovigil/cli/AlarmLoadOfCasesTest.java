package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmLoad;
import org.cytovigil.alarm.Condition;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.SitePolicy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The alarms of every real stay and synthetic course: those that are shipped, one of each grade for
 * each product, and with {@code -Dclif=FOLDER} all stays of a CLIF data set. Each is watched from
 * admission to the end, looked at every minute, and each alarm answered within ten minutes.
 */
// [utest->req~alarm.load~1]
// [utest->req~alarm.grade-rise~1]
// [utest->req~alarm.overdue~2]
class AlarmLoadOfCasesTest {
    private static final Path TABLE = Path.of("target/alarm-load.txt");
    private static final Duration REARM = Duration.ofMinutes(15);
    private static final Duration INSIDE = Duration.ofMinutes(5);
    private static final int BEDS = 16;

    /** What a round, a device or the nervous system brings is no part of a change of the grade. */
    private static final Set<AlarmKind> OTHERS =
            EnumSet.of(
                    AlarmKind.GRADE_RISE,
                    AlarmKind.ICANS_RISE,
                    AlarmKind.ICE_DROP,
                    AlarmKind.ASSESSMENT_OVERDUE,
                    AlarmKind.STALE_DATA,
                    AlarmKind.NO_DATA,
                    AlarmKind.CLOCK_SKEW);

    private static final List<WatchedCourse> SHIPPED = new ArrayList<>();

    @BeforeAll
    static void watchAll() throws IOException {
        SHIPPED.addAll(Courses.shipped());
        Files.createDirectories(Objects.requireNonNull(TABLE.getParent()));
        Files.deleteIfExists(TABLE);
    }

    private static void write(LoadTable table) throws IOException {
        Files.write(TABLE, table.lines(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What the grade tells is not heard beside it, unless it is more urgent. */
    @Test
    void aGradeChangeIsHeardOnce() {
        SHIPPED.forEach(course -> heardOnce(course.name(), course));
    }

    private static void heardOnce(String name, WatchedCourse course) {
        for (AlarmLine rise : course.rises()) {
            Condition grade = Objects.requireNonNull(rise.after().condition());
            assertThat(course.raised())
                    .filteredOn(line -> !OTHERS.contains(line.kind()))
                    .filteredOn(line -> !line.at().isBefore(rise.at()))
                    .filteredOn(line -> !line.at().isAfter(rise.at().plus(INSIDE)))
                    .filteredOn(
                            line ->
                                    Objects.requireNonNull(line.after().condition())
                                                    .priority()
                                                    .compareTo(grade.priority())
                                            >= 0)
                    .as("%s: beside %s", name, grade)
                    .isEmpty();
        }
    }

    /** A grade that is to alarm, worked out from the grades alone. */
    private record Rise(Instant at, int level) {}

    /**
     * Which rises must alarm, by the words of the page Alarms alone: each grade that is certainly
     * above the one alarmed before, where that one has fallen when the grade was certainly below it
     * for a quarter of an hour.
     */
    private static List<Rise> expected(List<Assessment> history) {
        List<Rise> rises = new ArrayList<>();
        int alarmed = 0;
        int lowest = 0;
        Instant below = null;
        for (Assessment step : history) {
            if (below != null && !step.at().isBefore(below.plus(REARM))) {
                alarmed = lowest;
                below = null;
            }
            lowest = step.range().lowest();
            if (lowest > alarmed) {
                rises.add(new Rise(step.at(), lowest));
                alarmed = lowest;
                below = null;
            } else if (step.range().highest() >= alarmed) {
                below = null;
            } else if (below == null) {
                below = step.at();
            }
        }
        return rises;
    }

    /** No grade alarms twice, none is left out, and each alarms within the next minute. */
    private static int alarmsEachRiseOnce(String name, WatchedCourse course) {
        List<Rise> expected = expected(course.history());
        List<AlarmLine> rises = course.rises();
        assertThat(rises)
                .extracting(WatchedCourse::level)
                .as(name)
                .containsExactlyElementsOf(expected.stream().map(Rise::level).toList());
        for (int n = 0; n < rises.size(); n++) {
            Instant at = expected.get(n).at();
            assertThat(rises.get(n).at())
                    .as("%s: grade %d", name, expected.get(n).level())
                    .isBetween(at, at.plus(WatchedCourse.TICK));
        }
        return rises.size();
    }

    @Test
    void everyRiseOfTheShippedCoursesAlarmsOnceAndAtItsOwnMoment() {
        int rises = 0;
        for (WatchedCourse course : SHIPPED) {
            rises += alarmsEachRiseOnce(course.name(), course);
        }
        // Each synthetic course has its peak, the real ones theirs.
        assertThat(rises).isGreaterThanOrEqualTo(8);
    }

    @Test
    void everyAlarmSaysWhatToDo() {
        for (WatchedCourse course : SHIPPED) {
            assertThat(course.raised())
                    .isNotEmpty()
                    .allSatisfy(
                            line ->
                                    assertThat(line.kind().settings().guidance(SitePolicy.DEFAULT))
                                            .isNotBlank());
        }
    }

    @Test
    void theUnitOfEightBedsHasFewAlarms() throws IOException {
        LoadTable table = new LoadTable("shipped: four real stays and four synthetic courses");
        double perHour = 0;
        for (WatchedCourse course : SHIPPED) {
            perHour += course.load().perHour();
            table.add(course.name(), course);
            assertThat(course.load().chattering()).as(course.name()).isEmpty();
        }
        write(table);
        assertThat(SHIPPED).hasSize(8);
        assertThat(perHour).isLessThan(AlarmLoad.BEARABLE_PER_HOUR);
        assertThat(table.perDay(AlarmKind.ASSESSMENT_OVERDUE)).isLessThan(2);
    }

    @Test
    void coursesOfEachGradeHaveFewAlarms() throws IOException {
        LoadTable table = new LoadTable("synthetic: each grade for each product");
        Map<String, WatchedCourse> courses = Courses.synthetic();
        int rises = 0;
        for (Map.Entry<String, WatchedCourse> each : courses.entrySet()) {
            rises += alarmsEachRiseOnce(each.getKey(), each.getValue());
            heardOnce(each.getKey(), each.getValue());
            table.add(each.getKey(), each.getValue());
        }
        write(table);
        assertThat(courses).hasSize(35);
        // All but those of grade 0 rise.
        assertThat(rises).isGreaterThanOrEqualTo(28);
        assertThat(table.perDay() * BEDS / 24).isLessThan(AlarmLoad.BEARABLE_PER_HOUR / 2);
    }

    @Test
    @EnabledIfSystemProperty(named = "clif", matches = ".+")
    void everyStayOfADataSetHasFewAlarms() throws IOException {
        String folder = Objects.requireNonNull(System.getProperty("clif"));
        List<WatchedCourse> stays = Courses.ofFolder(Path.of(folder));
        LoadTable table = new LoadTable("real: every stay of " + Path.of(folder).getFileName());
        int rises = 0;
        for (WatchedCourse course : stays) {
            rises += alarmsEachRiseOnce(course.stay().value(), course);
            heardOnce(course.stay().value(), course);
            table.add(course.stay().value(), course);
        }
        write(table);
        assertThat(rises).isPositive();
        assertThat(table.perDay(AlarmKind.ASSESSMENT_OVERDUE)).isLessThan(2);
        assertThat(table.perDay() * BEDS / 24).isLessThan(AlarmLoad.BEARABLE_PER_HOUR / 2);
    }
}
