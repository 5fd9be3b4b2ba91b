package org.cytovigil.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmLoad;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSnapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The alarms of the four synthetic courses and the four real stays that are shipped, from admission
 * to the end, looked at every minute, each alarm answered within ten minutes.
 */
// [utest->req~alarm.load~1]
// [utest->req~alarm.grade-rise~1]
class AlarmLoadOfCasesTest {
    private static final Path TABLE = Path.of("target/alarm-load.txt");
    private static final Duration TICK = Duration.ofMinutes(1);
    private static final Duration REARM = Duration.ofMinutes(15);
    private static final Duration INSIDE = Duration.ofMinutes(5);

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

    private static final List<Course> COURSES = new ArrayList<>();

    /** One stay, watched to its end. */
    private record Course(
            StayId stay,
            String name,
            Instant from,
            Instant to,
            List<AlarmLine> log,
            List<Assessment> history) {
        AlarmLoad load() {
            return AlarmLoad.of(Map.of(stay, log), from, to);
        }

        double days() {
            return Duration.between(from, to).toMinutes() / 1440.0;
        }

        /** What was raised; by default nothing of these stays is reminded of. */
        List<AlarmLine> raised() {
            return log.stream()
                    .filter(line -> line.after() instanceof AlarmState.Unacknowledged)
                    .toList();
        }

        List<AlarmLine> rises() {
            return raised().stream().filter(line -> line.kind() == AlarmKind.GRADE_RISE).toList();
        }
    }

    @BeforeAll
    static void watchAll() {
        Map<StayId, List<Entry>> stays = new TreeMap<>(Comparator.comparing(StayId::value));
        for (Entry entry : Demonstration.entries()) {
            stays.computeIfAbsent(entry.stay(), id -> new ArrayList<>()).add(entry);
        }
        stays.forEach((stay, entries) -> COURSES.add(watched(stay, entries)));
    }

    private static Course watched(StayId stay, List<Entry> entries) {
        List<Entry> inOrder = entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
        Instant from = inOrder.getFirst().at();
        Instant to = inOrder.getLast().at().plus(TICK);
        UnitMonitor unit = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, from);
        int told = 0;
        int ticks = 0;
        for (Instant now = from; now.isBefore(to); now = now.plus(TICK)) {
            unit.now(now);
            for (; told < inOrder.size() && !inOrder.get(told).at().isAfter(now); told++) {
                unit.accept(inOrder.get(told));
            }
            unit.tick(now);
            if (ticks++ % 10 == 9) {
                answer(unit, now);
            }
        }
        unit.tick(to);
        UnitSnapshot end = unit.snapshot();
        return new Course(
                stay,
                end.stay(stay).orElseThrow().stay().patient().name(),
                from,
                to,
                Objects.requireNonNull(end.logs().get(stay)),
                end.stay(stay).orElseThrow().history(ScaleId.ASTCT_2019));
    }

    private static void answer(UnitMonitor unit, Instant now) {
        for (Alarm alarm : unit.snapshot().alarms()) {
            if (!alarm.answered()) {
                unit.accept(
                        new Entry(
                                alarm.key().stay(),
                                now,
                                now,
                                new Author(Author.Kind.PERSON, "nurse"),
                                new Entry.Acknowledged(
                                        alarm.key(), alarm.condition().level(), "observed")));
            }
        }
    }

    /** What the grade tells is not heard beside it, unless it is more urgent. */
    @Test
    void aGradeChangeIsHeardOnce() {
        for (Course course : COURSES) {
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
                        .as("%s: beside %s", course.name(), grade)
                        .isEmpty();
            }
        }
    }

    @Test
    void anUnchangedGradeIsNotRepeated() {
        for (Course course : COURSES) {
            Instant before = null;
            int level = 0;
            for (AlarmLine rise : course.rises()) {
                int now = Objects.requireNonNull(rise.after().condition()).level();
                if (before != null && now <= level) {
                    assertThat(wasBelow(course, level, before, rise.at()))
                            .as("%s: grade %d again at %s", course.name(), now, rise.at())
                            .isTrue();
                }
                before = rise.at();
                level = now;
            }
        }
    }

    /** Whether the grade was known to be below that one for as long as it takes to be over. */
    private static boolean wasBelow(Course course, int grade, Instant from, Instant to) {
        Instant since = null;
        for (Assessment step : course.history()) {
            if (step.at().isBefore(from) || step.at().isAfter(to)) {
                continue;
            }
            if (since != null && !step.at().isBefore(since.plus(REARM))) {
                return true;
            }
            boolean below = step.range().highest() < grade;
            since = below ? (since == null ? step.at() : since) : null;
        }
        return false;
    }

    /** A grade above all before it in the stay is heard in the minute in which it comes. */
    @Test
    void everyRiseIsRaisedAtItsOwnMoment() {
        int rises = 0;
        for (Course course : COURSES) {
            int highest = 0;
            for (Assessment step : course.history()) {
                int grade = step.range().lowest();
                if (grade > highest) {
                    rises++;
                    highest = grade;
                    assertThat(course.rises())
                            .as("%s: grade %d at %s", course.name(), grade, step.at())
                            .anySatisfy(
                                    line -> {
                                        assertThat(line.at())
                                                .isBetween(step.at(), step.at().plus(TICK));
                                        assertThat(
                                                        Objects.requireNonNull(
                                                                        line.after().condition())
                                                                .level())
                                                .isEqualTo(grade);
                                    });
                }
            }
        }
        // Each synthetic course has its peak, the real ones theirs.
        assertThat(rises).isGreaterThanOrEqualTo(8);
    }

    @Test
    void everyAlarmSaysWhatToDo() {
        for (Course course : COURSES) {
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
        List<String> table = new ArrayList<>();
        table.add(
                "%-16s %6s %8s %8s %8s %8s  %s"
                        .formatted(
                                "patient",
                                "days",
                                "high/d",
                                "medium/d",
                                "low/d",
                                "all/h",
                                "kinds"));
        double perHour = 0;
        for (Course course : COURSES) {
            AlarmLoad load = course.load();
            perHour += load.perHour();
            table.add(
                    String.format(
                            Locale.ROOT,
                            "%-16s %6.1f %8.2f %8.2f %8.2f %8.3f  %s",
                            course.name(),
                            course.days(),
                            perDay(load, AlarmPriority.HIGH, course),
                            perDay(load, AlarmPriority.MEDIUM, course),
                            perDay(load, AlarmPriority.LOW, course),
                            load.perHour(),
                            load.byKind()));
            assertThat(load.chattering()).as(course.name()).isEmpty();
        }
        table.add(String.format(Locale.ROOT, "the unit: %.2f an hour", perHour));
        Files.createDirectories(Objects.requireNonNull(TABLE.getParent()));
        Files.write(TABLE, table);
        assertThat(COURSES).hasSize(8);
        assertThat(perHour).isLessThan(AlarmLoad.BEARABLE_PER_HOUR);
    }

    private static double perDay(AlarmLoad load, AlarmPriority priority, Course course) {
        return load.byPriority().getOrDefault(priority, 0) / course.days();
    }
}
