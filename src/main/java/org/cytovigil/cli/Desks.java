package org.cytovigil.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.SystemClock;
import org.cytovigil.ui.feeds.FeedDesk;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The quarantines that a window can show. */
final class Desks {
    private Desks() {}

    /** That of a unit's store. */
    static FeedDesk live(Supplier<JdbcLedger> store, @Nullable Path mapping) {
        return new StoreDesk<>(store, mapping, "", new SystemClock(), ZoneId.systemDefault());
    }

    /** That of a store whose past stays are shown: nothing is changed there. */
    static FeedDesk past(JdbcLedger store, InstantSource clock, ZoneId zone) {
        return new StoreDesk<>(() -> store, null, Texts.of("feeds.barred.past"), clock, zone);
    }

    /** Refused messages of each kind, made up, to be tried out. */
    static FeedDesk demonstration() {
        return demonstration(ZoneId.systemDefault());
    }

    /** The same, with times told in a zone that is not this computer's. */
    static FeedDesk demonstration(ZoneId zone) {
        return new StoreDesk<>(
                Desks::demonstrationStore,
                null,
                "",
                InstantSource.fixed(Demonstration.START),
                zone);
    }

    private static MemoryLedger demonstrationStore() {
        MemoryLedger store = new MemoryLedger();
        store.append(List.of(DemonstrationQuarantine.admission()));
        store.keep(DemonstrationQuarantine.items());
        return store;
    }
}
