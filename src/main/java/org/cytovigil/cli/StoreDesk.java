package org.cytovigil.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.cytovigil.feed.Refeeding;
import org.cytovigil.feed.Remedies;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Remedy;
import org.cytovigil.ui.feeds.FeedDesk;
import org.jspecify.annotations.Nullable;

/** The quarantine of a store, and the ways in through which it can be fed again. */
final class StoreDesk<S extends Ledger & Intake & Quarantine> implements FeedDesk {
    private final Supplier<S> opening;
    private @Nullable S opened;
    private final @Nullable Path mapping;
    private final String barred;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * Over a store.
     *
     * @param opening gives the store when it is first needed: no window waits for it
     * @param mapping the site's mapping table, read anew each time; {@code null} for the program's
     * @param barred why nothing can be done here; empty when it can
     */
    StoreDesk(
            Supplier<S> opening,
            @Nullable Path mapping,
            String barred,
            InstantSource clock,
            ZoneId zone) {
        this.opening = opening;
        this.mapping = mapping;
        this.barred = barred;
        this.clock = clock;
        this.zone = zone;
    }

    private synchronized S store() {
        S store = opened;
        if (store == null) {
            store = opening.get();
            opened = store;
        }
        return store;
    }

    @Override
    public Quarantine quarantine() {
        return store();
    }

    @Override
    public Remedy remedy(String reason) {
        return Remedies.of(reason);
    }

    @Override
    public String barred() {
        return barred;
    }

    @Override
    public String user() {
        return OpenUnit.USER;
    }

    @Override
    public Report feedAgain(Quarantine.Filter filter, Progress progress) throws DeskException {
        S store = store();
        try (Refeeders refeeders = new Refeeders(store, Mappings.of(mapping), clock, zone)) {
            Refeeding.Report report =
                    new Refeeding(store, refeeders.all()).run(filter, progress::goOn);
            return new Report(
                    report.offered(),
                    report.settled(),
                    report.waiting(),
                    report.unknown(),
                    report.entries(),
                    report.complete());
        } catch (RejectedInputException e) {
            throw new DeskException(
                    "the mapping table is wrong. Mend it and feed again.\n" + e.getMessage());
        }
    }
}
