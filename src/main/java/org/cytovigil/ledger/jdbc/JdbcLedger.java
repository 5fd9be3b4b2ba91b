package org.cytovigil.ledger.jdbc;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Adoption;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.PolicyRegister;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.jdbc.GroupCommit.Job;
import org.cytovigil.ledger.jdbc.GroupCommit.Outcome;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The durable ledger: one SQLite file, which several processes may open at the same time. Every
 * method may be called by any thread and waits for the disk; those that write also wait up to five
 * seconds for another process that writes. Threads that write at the same time share one commit and
 * thus one wait for the disk.
 *
 * <p>The times of an entry are kept to the millisecond; subscribers are told the entries as they
 * were kept. A subscriber that throws undoes nothing: the others are told, {@link #append} returns,
 * and the exception goes to the {@link Thread.UncaughtExceptionHandler} of the thread that wrote,
 * as {@code append} failing would mean that nothing was added. What a subscriber appends while it
 * is told is durable at once and told after the entries at hand.
 */
// [impl->req~ledger.durable~1]
// [impl->req~ledger.fault-at-every-call~1]
public final class JdbcLedger implements Ledger, Intake, Quarantine, PolicyRegister {
    private final SqliteFile file;
    private final Handle writing;
    private final Handle reading;
    private final EntryWriter writer;
    private final GroupWriter groups;
    private final GroupCommit commits = new GroupCommit(this::writeAndTell);
    private final EntryReader reader;
    private final PolicyTable policies;
    private final Listeners listeners = new Listeners();
    private final Follower follower;
    private final List<BiConsumer<List<Entry>, LedgerException>> failures =
            new CopyOnWriteArrayList<>();
    private final ReentrantLock writeLock = new ReentrantLock();
    private final ReentrantLock readLock = new ReentrantLock();
    private volatile boolean closed;

    private JdbcLedger(SqliteFile file, Handle writing, Handle reading) {
        this.file = file;
        this.writing = writing;
        this.reading = reading;
        this.writer = new EntryWriter(writing);
        this.groups = new GroupWriter(writer);
        this.reader = new EntryReader(reading);
        this.policies = new PolicyTable(reading);
        this.follower = new Follower(writing, file.path());
    }

    /**
     * Opens a store, making it when there is no file or an empty one. A store of an older form is
     * brought to the present one.
     *
     * @throws LedgerException when the file is no store, may not be read and written, is damaged,
     *     was made by a newer version of the program, or cannot be kept safely where it is; nothing
     *     of what was there is lost then
     */
    public static JdbcLedger open(Path file) {
        return open(new SqliteFile(file));
    }

    /**
     * Opens a store that is there, and never makes one.
     *
     * @throws LedgerException as {@link #open(Path)}, and when there is no such file or it is empty
     */
    public static JdbcLedger openExisting(Path path) {
        return openExisting(new SqliteFile(path));
    }

    static JdbcLedger openExisting(SqliteFile file) {
        file.requireUsable();
        if (!file.exists() || Schema.look(file) == Schema.State.EMPTY) {
            throw new LedgerException(
                    "There is no store %s%s. Name the file of a store."
                            .formatted(file.path(), file.exists() ? ": the file is empty" : ""));
        }
        return open(file);
    }

    static JdbcLedger open(SqliteFile file) {
        Handles handles = Handles.open(file);
        try {
            return new JdbcLedger(file, handles.writing(), handles.reading());
        } catch (JdbiException e) {
            handles.close();
            throw Faults.of(file.path(), "opened", e);
        }
    }

    @Override
    public void append(List<Entry> entries) {
        keepWhole(new Batch(entries, List.of(), null));
    }

    @Override
    public List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        for (Entry entry : EntryReader.decode(read(EntryReader::admissions), file.path())) {
            if (entry.event() instanceof Entry.Admitted admitted) {
                stays.add(admitted.stay());
            }
        }
        return stays;
    }

    @Override
    public List<Entry> entriesOf(StayId stay) {
        return EntryReader.decode(read(reader -> reader.entriesOf(stay)), file.path());
    }

    @Override
    public List<Entry> entriesOf(StayId stay, Instant from, Instant to) {
        return EntryReader.decode(
                read(reader -> reader.entriesOf(stay, millis(from), millis(to))), file.path());
    }

    /** No moment that is kept lies before or after those that milliseconds can tell. */
    private static long millis(Instant at) {
        if (at.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
            return Long.MIN_VALUE;
        }
        return at.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))
                ? Long.MAX_VALUE
                : at.toEpochMilli();
    }

    @Override
    public Runnable subscribe(Consumer<List<Entry>> listener) {
        return listeners.add(listener);
    }

    @Override
    public void catchUp() {
        // A thread that writes at this moment tells what others appended before it, and the rest
        // can wait for the next call.
        if (writeLock.isHeldByCurrentThread() || !writeLock.tryLock()) {
            return;
        }
        try {
            requireOpen();
            follower.catchUp(listeners::tell);
        } catch (JdbiException e) {
            throw Faults.of(file.path(), "read", e);
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void keep(List<Item> items) {
        keepWhole(new Batch(List.of(), items, null));
    }

    @Override
    public List<Held> held() {
        return look(QuarantineTable::held);
    }

    @Override
    public long unsettled() {
        return look(QuarantineTable::unsettled);
    }

    @Override
    public void settle(List<Long> numbers, Instant at) {
        writeLock.lock();
        try {
            write(() -> writer.settle(numbers, at));
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public List<Group> groups(Filter filter) {
        return look(table -> table.groups(filter));
    }

    @Override
    public List<Held> page(Filter filter, long before, int atMost) {
        return look(table -> table.page(filter, before, atMost));
    }

    @Override
    public List<Held> following(Filter filter, long after, int atMost) {
        return look(table -> table.following(filter, after, atMost));
    }

    @Override
    public void dismiss(List<Long> numbers, Instant at, Dismissal dismissal) {
        writeLock.lock();
        try {
            write(() -> new QuarantineTable(writing).dismiss(numbers, at, dismissal));
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public void reopen(List<Long> numbers) {
        writeLock.lock();
        try {
            write(() -> new QuarantineTable(writing).reopen(numbers));
        } finally {
            writeLock.unlock();
        }
    }

    @Override
    public boolean take(Batch batch) {
        return keepWhole(batch);
    }

    private boolean keepWhole(Batch batch) {
        requireOpen();
        Pending pending = Pending.of(batch, file.path());
        if (pending.isEmpty()) {
            return true;
        }
        return switch (submit(pending)) {
            case Outcome.Kept kept -> kept.isNew();
            case Outcome.Failed failed -> throw failed(pending, failed.reason());
        };
    }

    /** What the disk did not take is still shown; what the store will never take is not. */
    // [impl->req~ledger.disk-full~1]
    private LedgerException failed(Pending pending, Throwable reason) {
        LedgerException failure = failure(reason);
        if (!closed && !Faults.isOfOneBatch(reason)) {
            failures.forEach(told -> told.accept(pending.entries(), failure));
        }
        return failure;
    }

    @Override
    public Runnable subscribeFailures(BiConsumer<List<Entry>, LedgerException> listener) {
        failures.add(listener);
        return () -> failures.remove(listener);
    }

    /** {@inheritDoc} It writes one page of the file. */
    @Override
    public void requireWritable() {
        writeLock.lock();
        try {
            write(
                    () ->
                            SqliteFile.write(
                                    writing,
                                    // Nobody reads this number, but it is written each time.
                                    () -> writing.execute("pragma user_version = 0")));
        } finally {
            writeLock.unlock();
        }
    }

    /**
     * Forgets what need not be kept: receipts so old that their messages do not come again.
     *
     * @throws LedgerException when that could not be stored
     */
    public void tidy() {
        writeLock.lock();
        try {
            write(writer::forgetOldReceipts);
        } finally {
            writeLock.unlock();
        }
    }

    private Outcome submit(Pending pending) {
        // A subscriber that appends while it is told is within a group that is already durable.
        return writeLock.isHeldByCurrentThread() ? commits.alone(pending) : commits.submit(pending);
    }

    private void writeAndTell(List<Job> group) {
        writeLock.lock();
        try {
            requireOpen();
            groups.write(group);
            for (Job job : group) {
                if (job.outcome() instanceof Outcome.Kept(boolean isNew, long first)
                        && isNew
                        && !job.pending().entries().isEmpty()) {
                    follower.own(first, job.pending().entries(), listeners::tell);
                }
            }
        } finally {
            writeLock.unlock();
        }
    }

    private LedgerException failure(Throwable reason) {
        return reason instanceof LedgerException told
                ? told
                : Faults.of(file.path(), "written", reason);
    }

    @Override
    public boolean adopt(SitePolicy policy, Instant from, Instant learned, Author author) {
        Adoption adoption =
                new Adoption(
                        policy,
                        from.truncatedTo(ChronoUnit.MILLIS),
                        learned.truncatedTo(ChronoUnit.MILLIS),
                        author);
        List<Adoption> added = new ArrayList<>();
        writeLock.lock();
        try {
            write(() -> SqliteFile.write(writing, () -> adoptWithin(adoption, added)));
        } finally {
            writeLock.unlock();
        }
        return !added.isEmpty();
    }

    /** What stands in the table is read in the same transaction, so that no other comes between. */
    private void adoptWithin(Adoption adoption, List<Adoption> added) {
        PolicyTable table = new PolicyTable(writing);
        if (adoption.follows(table.adoptions(file.path()))) {
            table.add(StoredPolicy.of(adoption));
            added.add(adoption);
        }
    }

    @Override
    public List<Adoption> adoptions() {
        return read(() -> policies.adoptions(file.path()));
    }

    /**
     * Checks the file, every entry and every adopted policy: that none was changed, removed or put
     * in outside the program. It reads the whole store, on a connection of its own, so that others
     * go on reading and writing.
     *
     * @throws LedgerException when the check could not be made at all
     */
    public Verification verify() {
        requireOpen();
        try (Handle handle = file.open()) {
            return new Verifier(handle).verify();
        } catch (JdbiException e) {
            return Faults.damage(e).orElseThrow(() -> Faults.of(file.path(), "verified", e));
        }
    }

    /**
     * {@inheritDoc} When this was the last use of the store, its file alone remains, with
     * everything in it.
     *
     * @throws LedgerException when the disk failed; what was appended is safe nevertheless
     */
    @Override
    public void close() {
        writeLock.lock();
        readLock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            listeners.clear();
            failures.clear();
            commits.close();
            try (writing;
                    reading) {
                SqliteFile.checkpoint(writing);
            }
        } catch (JdbiException e) {
            throw Faults.of(file.path(), "closed", e);
        } finally {
            readLock.unlock();
            writeLock.unlock();
        }
    }

    /** How many callers wait for the next commit. */
    int waiting() {
        return commits.waiting();
    }

    /** How many groups of callers have been served. */
    long commits() {
        return commits.groups();
    }

    private void write(Runnable work) {
        requireOpen();
        try {
            work.run();
        } catch (JdbiException e) {
            throw Faults.of(file.path(), "written", e);
        }
    }

    private <T> T read(Function<EntryReader, T> work) {
        return read(() -> work.apply(reader));
    }

    private <T> T read(Supplier<T> work) {
        readLock.lock();
        try {
            requireOpen();
            return work.get();
        } catch (JdbiException e) {
            throw Faults.of(file.path(), "read", e);
        } finally {
            readLock.unlock();
        }
    }

    /**
     * Looks into the quarantine on a connection of its own: a search through many raw texts must
     * keep nobody waiting who reads entries.
     */
    private <T> T look(Function<QuarantineTable, T> work) {
        requireOpen();
        try (Handle handle = file.open()) {
            return work.apply(new QuarantineTable(handle));
        } catch (JdbiException e) {
            throw Faults.of(file.path(), "read", e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new LedgerException(
                    "The store %s was closed. Open it again.".formatted(file.path()));
        }
    }
}
