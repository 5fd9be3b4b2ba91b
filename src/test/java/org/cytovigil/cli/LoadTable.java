package org.cytovigil.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.grading.AlarmPriority;

/** Alarms raised per patient-day: a line for each course, and one for all of a group. */
final class LoadTable {
    private final List<String> lines = new ArrayList<>();
    private final Map<AlarmPriority, Integer> byPriority = new EnumMap<>(AlarmPriority.class);
    private final Map<AlarmKind, Integer> byKind = new EnumMap<>(AlarmKind.class);
    private final Map<String, Integer> overdue = new TreeMap<>();
    private double days;
    private int courses;

    LoadTable(String group) {
        lines.add(group);
        lines.add(
                "%-22s %7s %7s %7s %7s %7s  %s"
                        .formatted(
                                "", "days", "high/d", "med/d", "low/d", "all/d", "raised by kind"));
    }

    void add(String name, WatchedCourse course) {
        Map<AlarmPriority, Integer> priorities = course.load().byPriority();
        Map<AlarmKind, Integer> kinds = course.load().byKind();
        lines.add(line(name, course.days(), priorities, kinds.toString()));
        priorities.forEach((priority, count) -> byPriority.merge(priority, count, Integer::sum));
        kinds.forEach((kind, count) -> byKind.merge(kind, count, Integer::sum));
        for (AlarmLine line : course.raised(AlarmKind.ASSESSMENT_OVERDUE)) {
            overdue.merge(WatchedCourse.cause(line), 1, Integer::sum);
        }
        days += course.days();
        courses++;
    }

    private static String line(
            String name, double days, Map<AlarmPriority, Integer> raised, String kinds) {
        int all = raised.values().stream().mapToInt(Integer::intValue).sum();
        return String.format(
                Locale.ROOT,
                "%-22s %7.1f %7.2f %7.2f %7.2f %7.2f  %s",
                name,
                days,
                raised.getOrDefault(AlarmPriority.HIGH, 0) / days,
                raised.getOrDefault(AlarmPriority.MEDIUM, 0) / days,
                raised.getOrDefault(AlarmPriority.LOW, 0) / days,
                all / days,
                kinds);
    }

    /** Alarms of all kinds per patient-day. */
    double perDay() {
        return byKind.values().stream().mapToInt(Integer::intValue).sum() / days;
    }

    double perDay(AlarmKind kind) {
        return byKind.getOrDefault(kind, 0) / days;
    }

    /** The lines, the last one for all, with the kinds per patient-day. */
    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        StringBuilder kinds = new StringBuilder("per day:");
        byKind.forEach(
                (kind, count) ->
                        kinds.append(String.format(Locale.ROOT, " %s %.2f", kind, count / days)));
        all.add(line("all %d".formatted(courses), days, byPriority, kinds.toString()));
        all.add("overdue: " + overdue);
        all.add("");
        return all;
    }
}
