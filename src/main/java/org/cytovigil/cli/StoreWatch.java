package org.cytovigil.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.Backups;
import org.cytovigil.ledger.jdbc.DiskSpace;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.monitor.Trouble;
import org.cytovigil.monitor.UnitSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Looks after the store of a live unit: whether it can be written again, whether its disk fills up,
 * its backups, and what it need not keep. It waits for the disk on threads of its own.
 */
// [impl->req~ledger.disk-full~1]
// [impl->req~ledger.automatic-backup~1]
final class StoreWatch implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration CARE = Duration.ofMinutes(1);
    private static final Duration TIDYING = Duration.ofHours(6);

    /** After a backup that failed; each attempt reads the whole store. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private static final long STEP = 10_000_000;

    private final Path store;
    private final JdbcLedger ledger;
    private final UnitSession session;
    private final InstantSource clock;
    private final BackupPlan plan;
    private final Backups backups;
    private @Nullable Instant tidied;
    private @Nullable Instant backupFailed;
    private @Nullable Heartbeat looking;
    private @Nullable Heartbeat caring;

    StoreWatch(
            Path store,
            JdbcLedger ledger,
            UnitSession session,
            InstantSource clock,
            BackupPlan plan) {
        this.store = store;
        this.ledger = ledger;
        this.session = session;
        this.clock = clock;
        this.plan = plan;
        this.backups = new Backups(store);
    }

    /** Looks after it from now on, until it is closed. */
    StoreWatch start() {
        looking = new Heartbeat("storage", LOOK, () -> unfailing(this::look));
        caring = new Heartbeat("store care", CARE, () -> unfailing(this::care));
        return this;
    }

    /** A beat that throws is the last one. */
    private static void unfailing(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(StoreWatch.class).error("the store was not looked after", e);
        }
    }

    /** Space, and whether storage that was failing works again. */
    void look() {
        session.say(Trouble.SPACE, words(DiskSpace.of(store)));
        session.tryStorage();
        session.storeFindings();
    }

    /** What is said of the space of a disk; empty when there is enough. */
    static String words(DiskSpace space) {
        return space.isLow()
                ? String.format(
                        Locale.ROOT,
                        "The disk of the store is almost full: less than %d MB are left. Free some space: when it is full nothing can be stored.",
                        (space.usable() / STEP + 1) * STEP / 1_000_000)
                : "";
    }

    /** Backups, and what the store need not keep. */
    void care() {
        Instant now = clock.instant();
        if (isDue(tidied, TIDYING, now)) {
            tidied = now;
            try {
                ledger.tidy();
            } catch (LedgerException e) {
                LoggerFactory.getLogger(StoreWatch.class).warn("the store was not tidied", e);
            }
        }
        if (!plan.isNone() && isDue(backupFailed, AGAIN, now)) {
            backUp(now);
        }
    }

    private static boolean isDue(@Nullable Instant last, Duration every, Instant now) {
        return last == null || Duration.between(last, now).abs().compareTo(every) >= 0;
    }

    private void backUp(Instant now) {
        try {
            backups.keep(plan.every(), plan.kept(), now);
            backupFailed = null;
            session.say(Trouble.BACKUP, "");
        } catch (LedgerException e) {
            backupFailed = now;
            session.say(Trouble.BACKUP, "No backup could be made. " + e.getMessage());
        }
    }

    @Override
    public void close() {
        Heartbeat first = looking;
        Heartbeat second = caring;
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
        unfailing(this::look);
    }
}
