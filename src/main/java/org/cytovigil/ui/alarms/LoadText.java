package org.cytovigil.ui.alarms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmLoad;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.theme.Texts;

/**
 * How many alarms there are, in words.
 *
 * @param figures each with its name
 * @param byKind how many were raised of each kind, the most first
 * @param chattering those that keep coming
 * @param stale those that have stood for more than a day
 */
public record LoadText(
        List<Figure> figures, List<Figure> byKind, List<String> chattering, List<String> stale) {
    /** Seconds of model time after which it is made anew. */
    static final long EVERY = 10;

    static final LoadText NONE = new LoadText(List.of(), List.of(), List.of(), List.of());

    private static final Duration COUNTED = Duration.ofHours(24);
    private static final Duration LEAST = Duration.ofHours(1);
    private static final double HOURS_A_DAY = 24;

    /** A figure with its name. */
    public record Figure(String name, String value) {}

    /** The load of the last 24 hours, or since the first alarm, but never of less than an hour. */
    static LoadText of(UnitSnapshot unit) {
        Instant now = unit.at();
        Instant first =
                unit.logs().values().stream()
                        .flatMap(List::stream)
                        .map(AlarmLine::at)
                        .min(Comparator.naturalOrder())
                        .orElse(now);
        Instant from =
                Stream.of(now.minus(COUNTED), first).max(Comparator.naturalOrder()).orElse(now);
        if (from.isAfter(now.minus(LEAST))) {
            from = now.minus(LEAST);
        }
        // What happened at this very moment counts.
        return of(AlarmLoad.of(unit.logs(), from, now.plusMillis(1)), unit);
    }

    private static LoadText of(AlarmLoad load, UnitSnapshot unit) {
        Duration counted = Duration.between(load.from(), load.to());
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("time", Texts.of("load.time.value", Wording.duration(counted))));
        figures.add(figure("raised", Integer.toString(load.raised())));
        figures.add(figure("by-priority", priorities(load.byPriority())));
        figures.add(figure("per-hour", Wording.tenths(load.perHour())));
        figures.add(
                figure(
                        "bearable",
                        Texts.of(
                                "load.percent",
                                Long.toString(Math.round(load.shareOfBearable() * 100)))));
        figures.add(figure("per-bed", Wording.tenths(load.perBedHour() * HOURS_A_DAY)));
        figures.add(figure("unanswered", Integer.toString(load.unanswered())));
        figures.add(
                figure(
                        "median",
                        load.timeToAnswer()
                                .map(Wording::duration)
                                .orElse(Texts.of("load.no-answer"))));
        return new LoadText(
                List.copyOf(figures),
                load.byKind().entrySet().stream()
                        .sorted(Map.Entry.<AlarmKind, Integer>comparingByValue().reversed())
                        .map(
                                entry ->
                                        new Figure(
                                                AlarmWords.kind(entry.getKey()),
                                                entry.getValue().toString()))
                        .toList(),
                names(load.chattering(), unit),
                names(load.stale(), unit));
    }

    private static Figure figure(String key, String value) {
        return new Figure(Texts.of("load." + key), value);
    }

    private static String priorities(Map<AlarmPriority, Integer> counts) {
        List<String> parts = new ArrayList<>();
        for (AlarmPriority priority : AlarmPriority.values()) {
            parts.add(
                    Texts.of(
                            "shell.flood",
                            Integer.toString(counts.getOrDefault(priority, 0)),
                            priority.mark()));
        }
        return String.join(" · ", parts);
    }

    private static List<String> names(List<AlarmKey> keys, UnitSnapshot unit) {
        return keys.stream()
                .map(
                        key ->
                                Texts.of(
                                        "load.line",
                                        AlarmWords.who(unit, key),
                                        AlarmWords.kind(key.kind())))
                .toList();
    }
}
