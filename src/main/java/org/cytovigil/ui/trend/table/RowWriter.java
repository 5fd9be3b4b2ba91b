package org.cytovigil.ui.trend.table;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.cytovigil.grading.Settings;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.Parameter;
import org.cytovigil.monitor.Series;
import org.cytovigil.ui.theme.Texts;

/** Writes one row of the table from the facts of its interval. */
final class RowWriter {
    /** Within a shorter interval it does not matter when a value was measured. */
    static final Duration TIMES_TOLD_ABOVE = Duration.ofMinutes(15);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final TableFacts facts;
    private final Interval interval;

    /** The last moment that the row tells of. */
    private final Instant last;

    /** The moment for which ages are told. */
    private final Instant end;

    /** Which value of several is told. */
    private enum Choice {
        LOWEST,
        HIGHEST
    }

    RowWriter(TableFacts facts, Interval interval) {
        this.facts = facts;
        this.interval = interval;
        Instant inside = interval.to().minusMillis(1);
        last = inside.isAfter(facts.now()) ? facts.now() : inside;
        end = interval.to().isAfter(facts.now()) ? facts.now() : interval.to();
    }

    TableFacts facts() {
        return facts;
    }

    Interval interval() {
        return interval;
    }

    Instant last() {
        return last;
    }

    Instant end() {
        return end;
    }

    TableRow write() {
        Map<Column, Cell> cells = new EnumMap<>(Column.class);
        cells.put(
                Column.TEMPERATURE,
                measured(
                        Parameter.TEMPERATURE,
                        Choice.HIGHEST,
                        facts.policy().get(Settings.TEMPERATURE_FRESH),
                        Wording::tenths));
        cells.put(
                Column.MEAN_PRESSURE,
                measured(
                        Parameter.MEAN,
                        Choice.LOWEST,
                        facts.policy().get(Settings.PRESSURE_FRESH),
                        RowWriter::whole));
        cells.put(Column.PRESSURE, pressure());
        cells.put(
                Column.SATURATION,
                measured(
                        Parameter.SATURATION,
                        Choice.LOWEST,
                        facts.policy().get(Settings.SATURATION_FRESH),
                        Wording::number));
        cells.put(
                Column.HEART_RATE,
                measured(
                        Parameter.HEART_RATE,
                        Choice.HIGHEST,
                        facts.policy().get(Settings.RATE_FRESH),
                        Wording::number));
        cells.put(
                Column.RESPIRATORY_RATE,
                measured(
                        Parameter.RESPIRATORY_RATE,
                        Choice.HIGHEST,
                        facts.policy().get(Settings.RATE_FRESH),
                        Wording::number));
        SupportCells support = new SupportCells(this);
        cells.put(Column.OXYGEN, support.oxygen());
        cells.put(Column.VASOPRESSORS, support.vasopressors());
        FindingCells findings = new FindingCells(this);
        cells.put(Column.NEUROLOGY, findings.neurology());
        cells.put(Column.LABORATORY, findings.laboratory());
        cells.put(Column.EVENTS, findings.events());
        GradeCells grades = new GradeCells(this);
        cells.put(Column.REASON, grades.reason());
        return new TableRow(
                interval,
                interval.to().isAfter(facts.now()),
                grades.highest(facts.grades()),
                grades.highest(facts.second()),
                cells);
    }

    private Cell measured(
            Parameter parameter, Choice choice, Duration freshFor, DoubleFunction<String> words) {
        Series series = facts.data().of(parameter);
        int latest = series.lastAt(last.toEpochMilli());
        if (latest < 0) {
            return Cell.UNKNOWN;
        }
        int first = series.lastAt(interval.from().toEpochMilli() - 1) + 1;
        if (first > latest) {
            return earlier(
                    words.apply(series.value(latest)),
                    Instant.ofEpochMilli(series.time(latest)),
                    freshFor);
        }
        int shown =
                switch (choice) {
                    case LOWEST -> series.least(first, latest);
                    case HIGHEST -> series.most(first, latest);
                };
        return Cell.known(
                words.apply(series.value(shown)), time(Instant.ofEpochMilli(series.time(shown))));
    }

    /** The latest pressure; what was not charted with it is a question mark. */
    private Cell pressure() {
        Series systolic = facts.data().of(Parameter.SYSTOLIC);
        Series diastolic = facts.data().of(Parameter.DIASTOLIC);
        long newest =
                Math.max(
                        latest(facts.data().of(Parameter.MEAN)),
                        Math.max(latest(systolic), latest(diastolic)));
        if (newest == Long.MIN_VALUE) {
            return Cell.UNKNOWN;
        }
        boolean meanOnly = latest(systolic) < newest && latest(diastolic) < newest;
        String words =
                meanOnly
                        ? Texts.of(
                                "trend.table.mean-only",
                                part(facts.data().of(Parameter.MEAN), newest))
                        : part(systolic, newest) + "/" + part(diastolic, newest);
        Instant at = Instant.ofEpochMilli(newest);
        return interval.contains(at)
                ? Cell.known(words, time(at))
                : earlier(words, at, facts.policy().get(Settings.PRESSURE_FRESH));
    }

    private long latest(Series series) {
        int i = series.lastAt(last.toEpochMilli());
        return i < 0 ? Long.MIN_VALUE : series.time(i);
    }

    private static String part(Series series, long at) {
        int i = series.lastAt(at);
        return i >= 0 && series.time(i) == at ? whole(series.value(i)) : "?";
    }

    /** A value from before the interval, which stands while it is no older than that. */
    Cell earlier(String value, Instant at, Duration freshFor) {
        boolean stands = Duration.between(at, end).compareTo(freshFor) <= 0;
        return Cell.earlier(value, at, end, stands);
    }

    /** When it was, as far as the row leaves that open. */
    String time(Instant at) {
        return interval.length().compareTo(TIMES_TOLD_ABOVE) > 0 ? clock(at) : "";
    }

    /** The time of day, with the day in a row of more than one. */
    String clock(Instant at) {
        boolean days = interval.length().compareTo(Duration.ofHours(25)) > 0;
        return (days ? DAY_AND_CLOCK : CLOCK).format(at.atZone(facts.zone()));
    }

    private static String whole(double value) {
        return Long.toString(Math.round(value));
    }
}
