package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.jspecify.annotations.Nullable;

/**
 * How many alarms the unit had in a time, and how they were answered. An alarm counts as raised
 * when it becomes unacknowledged: for the first time, anew at a higher level, again after it was
 * gone, put off, told inside another or out of service. The reminder of an answered alarm is no
 * raise, because nothing has happened to the patient.
 *
 * @param from the first moment of the time
 * @param to the first moment after it; what stands is told as of this moment
 * @param stays how many stays there were
 * @param byKind how many alarms were raised in the time, by kind; kinds without any are left out
 * @param byPriority the same by priority
 * @param unanswered how many wait for an answer at the end, gone or not
 * @param timeToAnswer the median of the times from each raise in the time to its answer; of an
 *     alarm that rose before it was answered the last raise counts. Empty when none was answered
 * @param chattering what was raised three times or more within an hour, the most often raised first
 * @param stale what has been standing for more than a day at the end, answered or not, the oldest
 *     first
 */
// [impl->req~alarm.load~1]
public record AlarmLoad(
        Instant from,
        Instant to,
        int stays,
        Map<AlarmKind, Integer> byKind,
        Map<AlarmPriority, Integer> byPriority,
        int unanswered,
        Optional<Duration> timeToAnswer,
        List<AlarmKey> chattering,
        List<AlarmKey> stale) {
    /** Alarms per hour that one person can attend to: 1 in 10 minutes (EEMUA 191, ISA-18.2). */
    public static final double BEARABLE_PER_HOUR = 6;

    private static final int CHATTERS = 3;
    private static final Duration CHATTERS_WITHIN = Duration.ofHours(1);
    private static final Duration STALE = Duration.ofHours(24);

    /**
     * Counts.
     *
     * @param logs the alarm log of each stay, and that of the unit under {@link AlarmKey#UNIT}
     * @param from the first moment that counts
     * @param to the first moment after the last that counts
     * @throws IllegalArgumentException when {@code to} is not after {@code from}
     */
    public static AlarmLoad of(Map<StayId, List<AlarmLine>> logs, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("no time between " + from + " and " + to);
        }
        List<Course> courses = new ArrayList<>();
        logs.forEach((stay, log) -> courses.addAll(courses(stay, log, to)));
        Map<AlarmKind, Integer> byKind = new EnumMap<>(AlarmKind.class);
        Map<AlarmPriority, Integer> byPriority = new EnumMap<>(AlarmPriority.class);
        List<Duration> answers = new ArrayList<>();
        for (Course course : courses) {
            for (Raise raise : course.raises) {
                if (!raise.at().isBefore(from)) {
                    byKind.merge(course.key.kind(), 1, Integer::sum);
                    byPriority.merge(raise.priority(), 1, Integer::sum);
                }
            }
            course.answers.stream()
                    .filter(answer -> !answer.raised().isBefore(from))
                    .map(answer -> Duration.between(answer.raised(), answer.at()))
                    .forEach(answers::add);
        }
        return new AlarmLoad(
                from,
                to,
                Math.toIntExact(
                        logs.keySet().stream().filter(s -> !s.equals(AlarmKey.UNIT)).count()),
                Collections.unmodifiableMap(byKind),
                Collections.unmodifiableMap(byPriority),
                Math.toIntExact(courses.stream().filter(course -> course.waits).count()),
                median(answers),
                courses.stream()
                        .filter(course -> course.chatters(from))
                        .sorted(
                                Comparator.comparingInt((Course course) -> course.count(from))
                                        .reversed()
                                        .thenComparing(Course.BY_NAME))
                        .map(course -> course.key)
                        .toList(),
                courses.stream()
                        .filter(course -> course.standsSince != null)
                        .filter(course -> course.standing().plus(STALE).isBefore(to))
                        .sorted(
                                Comparator.comparing(Course::standing)
                                        .thenComparing(Course.BY_NAME))
                        .map(course -> course.key)
                        .toList());
    }

    private static List<Course> courses(StayId stay, List<AlarmLine> log, Instant to) {
        Map<AlarmKind, Course> courses = new EnumMap<>(AlarmKind.class);
        for (AlarmLine line : log) {
            if (line.at().isBefore(to)) {
                courses.computeIfAbsent(line.kind(), kind -> new Course(new AlarmKey(stay, kind)))
                        .take(line);
            }
        }
        return List.copyOf(courses.values());
    }

    private static Optional<Duration> median(List<Duration> times) {
        if (times.isEmpty()) {
            return Optional.empty();
        }
        List<Duration> sorted = times.stream().sorted().toList();
        Duration upper = sorted.get(sorted.size() / 2);
        Duration lower = sorted.get((sorted.size() - 1) / 2);
        return Optional.of(lower.plus(upper).dividedBy(2));
    }

    /** How many alarms were raised. */
    public int raised() {
        return byKind.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many were raised in an hour, on average. */
    public double perHour() {
        return raised()
                * (double) Duration.ofHours(1).toMillis()
                / Duration.between(from, to).toMillis();
    }

    /** How many were raised in an hour for each stay; 0 when there was no stay. */
    public double perBedHour() {
        return stays == 0 ? 0 : perHour() / stays;
    }

    /** The alarms in an hour against {@link #BEARABLE_PER_HOUR}: 1 is just bearable. */
    public double shareOfBearable() {
        return perHour() / BEARABLE_PER_HOUR;
    }

    private record Raise(Instant at, AlarmPriority priority) {}

    private record Answered(Instant raised, Instant at) {}

    /** What became of one alarm. */
    private static final class Course {
        static final Comparator<Course> BY_NAME =
                Comparator.comparing((Course course) -> course.key.stay().value())
                        .thenComparing(course -> course.key.kind());

        private final AlarmKey key;
        private final List<Raise> raises = new ArrayList<>();
        private final List<Answered> answers = new ArrayList<>();
        private @Nullable Instant standsSince;
        private @Nullable Instant pending;
        private boolean waits;

        Course(AlarmKey key) {
            this.key = key;
        }

        void take(AlarmLine line) {
            if (line.adjusting() != null) {
                return;
            }
            if (line.after() instanceof AlarmState.Unacknowledged now && !isReminder(line, now)) {
                raises.add(new Raise(line.at(), now.condition().priority()));
                pending = line.at();
            } else if (isAnswer(line) && pending != null) {
                answers.add(new Answered(pending, line.at()));
                pending = null;
            }
            waits = waits(line.after());
            if (!waits && !(line.after() instanceof AlarmState.Acknowledged)) {
                standsSince = null;
                pending = null;
            } else if (standsSince == null) {
                standsSince = line.at();
            }
        }

        private static boolean isReminder(AlarmLine line, AlarmState.Unacknowledged now) {
            return line.before() instanceof AlarmState.Acknowledged answered
                    && answered.condition().equals(now.condition());
        }

        /** What was put off or is gone by itself was not answered. */
        private static boolean isAnswer(AlarmLine line) {
            return line.after() instanceof AlarmState.Acknowledged
                    || (line.before() instanceof AlarmState.ReturnedUnacknowledged
                            && line.after() instanceof AlarmState.Normal);
        }

        private static boolean waits(AlarmState state) {
            return state instanceof AlarmState.Unacknowledged
                    || state instanceof AlarmState.ReturnedUnacknowledged;
        }

        Instant standing() {
            return Objects.requireNonNull(standsSince);
        }

        private List<Instant> times(Instant from) {
            return raises.stream()
                    .map(Raise::at)
                    .filter(at -> !at.isBefore(from))
                    .sorted()
                    .toList();
        }

        int count(Instant from) {
            return times(from).size();
        }

        boolean chatters(Instant from) {
            List<Instant> times = times(from);
            for (int last = CHATTERS - 1; last < times.size(); last++) {
                Instant first = times.get(last - (CHATTERS - 1));
                if (!times.get(last).isAfter(first.plus(CHATTERS_WITHIN))) {
                    return true;
                }
            }
            return false;
        }
    }
}
