package org.cytovigil.feed.simulator.unit;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * All that is reported of a bed, in order of time and without end: one patient after the other, of
 * each the admission first and the discharge last.
 */
final class BedLife implements Iterator<Report> {
    private final UnitPlan plan;
    private final GuestDraw guests;
    private final Deque<Report> ward = new ArrayDeque<>();
    private Tenure tenure;
    private MonitorWatch monitor;
    private @Nullable Report seen;

    BedLife(UnitPlan plan, int bed) {
        this.plan = plan;
        guests = new GuestDraw(plan, bed);
        tenure = new Tenure(plan, guests.first());
        monitor = new MonitorWatch(plan, tenure);
        ward.addAll(tenure.reports());
    }

    private static final Comparator<Report> BY_TIME = Comparator.comparing(Report::at);

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Report next() {
        if (ward.isEmpty()) {
            tenure = new Tenure(plan, guests.after(tenure.freeAt()));
            monitor = new MonitorWatch(plan, tenure);
            ward.addAll(tenure.reports());
        }
        Report charted = ward.getFirst();
        if (seen == null && monitor.hasNext()) {
            seen = monitor.next();
        }
        if (seen != null && !isArrival(charted) && BY_TIME.compare(seen, charted) < 0) {
            Report first = seen;
            seen = null;
            return first;
        }
        return ward.removeFirst();
    }

    /** Nobody can be told of before being admitted. */
    private static boolean isArrival(Report report) {
        return report instanceof Report.Admitted;
    }
}
