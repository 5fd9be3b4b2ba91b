package org.cytovigil.feed.clif;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.ledger.Entry;

/**
 * Reads the drug rows of one stay by their orders. A bag change charts the new order's start
 * before, with or after the old order's stop; the stop of one order is no stop of the drug while
 * another order of it runs.
 */
final class InfusionOrders {
    // Beyond this an infusion without any charting is unconfirmed (Clinical basis section 1); such
    // an
    // order, perhaps never
    // closed, does not outweigh a charted stop.
    private static final Duration CONFIRMED = Duration.ofHours(12);

    private static final int STOP = 0;
    private static final int RUNNING = 1;

    private record Charted(Instant at, long line, VasopressorInfusion infusion, String order) {
        // At one time the running row comes last: that leaves the drug running, as it is after a
        // bag change.
        int place() {
            return infusion.running() ? RUNNING : STOP;
        }
    }

    private final List<Charted> rows = new ArrayList<>();

    void add(Instant at, Reading.Running reading, long line) {
        rows.add(new Charted(at, line, reading.infusion(), reading.order()));
    }

    /** The drugs as they ran, once all rows are there; the orders begin anew. */
    List<Pending> close(Tally tally, int table) {
        rows.sort(
                Comparator.comparing(Charted::at)
                        .thenComparingInt(Charted::place)
                        .thenComparingLong(Charted::line));
        Map<Vasopressor, Map<String, Charted>> running = new EnumMap<>(Vasopressor.class);
        List<Pending> charted = new ArrayList<>();
        for (Charted row : rows) {
            VasopressorInfusion now =
                    after(
                            row,
                            running.computeIfAbsent(
                                    row.infusion().drug(), drug -> new HashMap<>()));
            charted.add(
                    new Pending(
                            row.at(),
                            tally,
                            table,
                            row.place(),
                            row.line(),
                            1,
                            new Entry.Observed(new Observation.VasopressorCharted(now))));
        }
        rows.clear();
        return charted;
    }

    private static VasopressorInfusion after(Charted row, Map<String, Charted> orders) {
        if (row.infusion().running()) {
            orders.put(row.order(), row);
            return row.infusion();
        }
        if (row.order().isEmpty()) {
            orders.clear();
        } else {
            orders.remove(row.order());
        }
        return orders.values().stream()
                .filter(other -> !other.at().plus(CONFIRMED).isBefore(row.at()))
                .max(Comparator.comparing(Charted::at).thenComparingLong(Charted::line))
                .map(Charted::infusion)
                .orElse(row.infusion());
    }
}
