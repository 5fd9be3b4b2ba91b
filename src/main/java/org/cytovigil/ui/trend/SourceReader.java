package org.cytovigil.ui.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.panel.Workbench;
import org.jspecify.annotations.Nullable;

/**
 * Reads who says what is charted when somebody looks at a chart through the crosshair: charts
 * themselves need it not, and it is on the disk. FX thread.
 */
public final class SourceReader {
    /** What comes in is read from the disk, and not at each look. */
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Workbench bench;
    private final TrendViewModel trend;
    private @Nullable Read last;

    private record Read(StayId stay, Instant at, @Nullable Instant lastEntry) {}

    private SourceReader(Workbench bench, TrendViewModel trend) {
        this.bench = bench;
        this.trend = trend;
    }

    /** Lets the crosshair of a chart say who says what it shows. */
    public static void attach(Workbench bench, TrendViewModel trend) {
        SourceReader reader = new SourceReader(bench, trend);
        trend.crosshair().setOnShown(reader::read);
    }

    private void read() {
        StayId stay = trend.stay();
        if (stay == null) {
            return;
        }
        UnitSnapshot unit = bench.source().latest();
        Read wanted = new Read(stay, unit.at(), unit.feeds().lastEntry());
        Read before = last;
        if (before != null && isKnown(before, wanted)) {
            return;
        }
        last = wanted;
        bench.background()
                .execute(
                        () -> {
                            FactSources found = find(stay);
                            bench.screen().execute(() -> take(wanted, found));
                        });
    }

    private static boolean isKnown(Read before, Read wanted) {
        return before.stay().equals(wanted.stay())
                && (Objects.equals(before.lastEntry(), wanted.lastEntry())
                        || Duration.between(before.at(), wanted.at()).compareTo(BETWEEN) < 0);
    }

    private FactSources find(StayId stay) {
        try {
            return FactSources.of(bench.source().standing(stay));
        } catch (LedgerException e) {
            // Said beside each value, where a source is looked for.
            return FactSources.UNREAD;
        }
    }

    /** What was read for another patient, or before it was read anew, is too late. */
    private void take(Read wanted, FactSources found) {
        if (wanted.equals(last) && wanted.stay().equals(trend.stay())) {
            trend.crosshair().setSources(found);
        }
    }
}
