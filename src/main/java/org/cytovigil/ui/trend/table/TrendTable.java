package org.cytovigil.ui.trend.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Builds the rows of the table; a pure function of the facts. */
// [impl->req~ui.trend-table~1]
final class TrendTable {
    /** A longer stretch in which nothing was charted is one row. */
    static final Duration LONGEST_SILENCE = Duration.ofDays(3);

    private TrendTable() {}

    /**
     * The rows of a stay from its beginning to the present, oldest first.
     *
     * @return empty when the stay begins after the present, and for rows of assessments when
     *     nothing was graded yet
     */
    static List<TableRow> of(TableFacts facts, Rows rows) {
        List<Interval> intervals =
                rows == Rows.ASSESSMENT ? assessments(facts) : byTheClock(facts, rows.length());
        List<TableRow> made = new ArrayList<>(intervals.size());
        for (Interval interval : intervals) {
            made.add(new RowWriter(facts, interval).write());
        }
        return made;
    }

    /** From each change of grade or reason, on either scale, to the next. */
    private static List<Interval> assessments(TableFacts facts) {
        TreeSet<Instant> changes = new TreeSet<>();
        facts.grades().forEach(graded -> changes.add(graded.at()));
        facts.second().forEach(graded -> changes.add(graded.at()));
        List<Interval> made = new ArrayList<>();
        Instant from = null;
        for (Instant change : changes) {
            if (change.isAfter(facts.now())) {
                break;
            }
            if (from != null) {
                made.add(new Interval(from, change));
            }
            from = change;
        }
        if (from != null) {
            made.add(new Interval(from, facts.now().plusMillis(1)));
        }
        return made;
    }

    private static List<Interval> byTheClock(TableFacts facts, Duration step) {
        List<Interval> made = new ArrayList<>();
        Instant from = facts.begin();
        Moments moments = new Moments(facts);
        while (!from.isAfter(facts.now())) {
            Instant next = moments.atOrAfter(from);
            boolean silent = Duration.between(from, next).compareTo(LONGEST_SILENCE) > 0;
            if (silent && !made.isEmpty()) {
                List<Interval> rest = Interval.of(step, next, next, facts.zone());
                Instant to = rest.getFirst().from();
                made.add(new Interval(from, to));
                from = to;
                continue;
            }
            Interval interval = Interval.of(step, from, from, facts.zone()).getFirst();
            made.add(interval);
            from = interval.to();
        }
        return made;
    }
}
