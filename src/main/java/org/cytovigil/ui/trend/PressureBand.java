package org.cytovigil.ui.trend;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.monitor.Series;

/**
 * Systolic over diastolic, thinned to one upper and one lower value a pixel column, the most
 * extreme of that column. Pressures charted without the other half are left to the caller's lines.
 */
final class PressureBand {
    private PressureBand() {}

    /** One column of the band. */
    record Bar(double x, double systolic, double diastolic) {}

    /** Bars that belong together, with no longer gap than allowed between their samples. */
    static List<List<Bar>> runs(
            Series systolic, Series diastolic, TimeAxis axis, long now, long longestJoin) {
        List<List<Bar>> runs = new ArrayList<>();
        List<Bar> run = new ArrayList<>();
        int s = Math.max(0, systolic.lastAt(axis.from()));
        int d = Math.max(0, diastolic.lastAt(axis.from()));
        int lastS = Math.min(systolic.lastAt(axis.to()) + 1, systolic.lastAt(now));
        int lastD = Math.min(diastolic.lastAt(axis.to()) + 1, diastolic.lastAt(now));
        long before = Long.MIN_VALUE;
        while (s <= lastS && d <= lastD) {
            long time = systolic.time(s);
            if (time != diastolic.time(d)) {
                if (time < diastolic.time(d)) {
                    s++;
                } else {
                    d++;
                }
                continue;
            }
            if (before != Long.MIN_VALUE && time - before > longestJoin) {
                runs.add(run);
                run = new ArrayList<>();
            }
            boolean sameColumn = !run.isEmpty() && axis.column(time) == axis.column(before);
            add(run, new Bar(axis.x(time), systolic.value(s), diastolic.value(d)), sameColumn);
            before = time;
            s++;
            d++;
        }
        runs.add(run);
        return runs;
    }

    private static void add(List<Bar> run, Bar bar, boolean sameColumn) {
        if (!sameColumn) {
            run.add(bar);
            return;
        }
        Bar last = run.removeLast();
        run.add(
                new Bar(
                        last.x(),
                        Math.max(last.systolic(), bar.systolic()),
                        Math.min(last.diastolic(), bar.diastolic())));
    }
}
