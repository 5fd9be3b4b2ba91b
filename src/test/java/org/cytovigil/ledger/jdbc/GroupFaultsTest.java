package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cytovigil.ledger.jdbc.Examples.MONITOR;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.cytovigil.ledger.jdbc.GroupCommit.Job;
import org.cytovigil.ledger.jdbc.GroupCommit.Outcome;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A fault of file or disk fails every batch of a group, and writing goes on once it is over. */
// [utest->req~ledger.group-commit~1]
class GroupFaultsTest {
    @TempDir private Path folder;
    private SqliteFile file;

    @BeforeEach
    void makeStore() {
        file = new SqliteFile(folder.resolve("unit.db"));
        JdbcLedger.open(file.path()).close();
    }

    private List<Job> group(int... numbers) {
        return IntStream.of(numbers).mapToObj(number -> new Job(pending(number, "raw"))).toList();
    }

    private Pending pending(int number, String raw) {
        return Pending.of(
                new Batch(
                        List.of(heartRate(MONITOR, number, 80)),
                        List.of(new Quarantine.Item(NOON, "monitor", number, "no such code", raw)),
                        new Receipt("monitor", Integer.toString(number), "aa", NOON)),
                file.path());
    }

    @Test
    void aFullDiskFailsTheWholeGroupAndTheNextOneIsKeptOnceThereIsSpace() {
        try (Handle handle = file.open()) {
            GroupWriter writer = new GroupWriter(new EntryWriter(handle));
            int pages = handle.createQuery("pragma page_count").mapTo(Integer.class).one();
            handle.execute("pragma max_page_count = " + (pages + 2));
            List<Job> group =
                    List.of(
                            new Job(pending(1, "short")),
                            new Job(pending(2, "long ".repeat(10_000))),
                            new Job(pending(3, "short")));

            writer.write(group);

            assertThat(group)
                    .allSatisfy(
                            job ->
                                    assertThat(job.outcome())
                                            .isInstanceOfSatisfying(
                                                    Outcome.Failed.class,
                                                    failed ->
                                                            assertThat(
                                                                            Faults.of(
                                                                                    file.path(),
                                                                                    "written",
                                                                                    failed
                                                                                            .reason()))
                                                                    .hasMessageContaining(
                                                                            "the disk is full")));
            assertThat(counts(handle)).containsExactly(0, 0, 0);

            handle.execute("pragma max_page_count = 1000000");
            List<Job> again = group(1, 2, 3);
            writer.write(again);

            assertThat(again.stream().map(Job::outcome))
                    .containsExactly(
                            new Outcome.Kept(true, 1),
                            new Outcome.Kept(true, 2),
                            new Outcome.Kept(true, 3));
            assertThat(counts(handle)).containsExactly(3, 3, 3);
        }
        assertSound(3);
    }

    /**
     * The n-th call of the database fails, for every n until none fails: nothing of the group is
     * kept then, and the same connection keeps the same group the next time.
     */
    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {"SQLITE_IOERR_WRITE", "SQLITE_FULL", "SQLITE_CONSTRAINT"})
    void aFaultAtEachCallInTurnLeavesNoPartOfAGroup(SQLiteErrorCode code) throws Exception {
        int failures = 0;
        for (int n = 1; ; n++) {
            SqliteFile store = new SqliteFile(folder.resolve("unit" + n + ".db"));
            JdbcLedger.open(store.path()).close();
            NthCall fault = new NthCall(n, code);
            boolean failed;
            try (Connection real = store.dataSource().getConnection();
                    Handle handle = Jdbi.create(() -> fault.over(real)).open()) {
                GroupWriter writer = new GroupWriter(new EntryWriter(handle));
                List<Job> group = group(1, 2, 3);
                fault.arm();
                writer.write(group);
                fault.disarm();
                long kept =
                        group.stream().filter(job -> job.outcome() instanceof Outcome.Kept).count();
                failed = fault.happened();
                assertThat(counts(handle)).containsOnly((int) kept);
                // A beginning that fails is tried again; after a fault of one batch each is written
                // by itself, and the injected fault is over by then.
                boolean again = n == 1 || code == SQLiteErrorCode.SQLITE_CONSTRAINT;
                assertThat(kept).isEqualTo(failed && !again ? 0 : 3);
                List<Job> next = group(1, 2, 3);
                writer.write(next);
                assertThat(next)
                        .as("after a fault at call %d", n)
                        .allMatch(
                                job ->
                                        job.outcome()
                                                        instanceof
                                                        Outcome.Kept(boolean isNew, long at)
                                                && isNew == (kept == 0));
                assertThat(counts(handle)).containsExactly(3, 3, 3);
            }
            try (JdbcLedger ledger = JdbcLedger.openExisting(store.path())) {
                assertThat(ledger.verify()).isEqualTo(new Verification.Sound(3));
            }
            if (!failed) {
                break;
            }
            failures++;
        }
        // begin, receipts, last sequence, chain end, entries, chain ends, last item, items, commit
        assertThat(failures).isEqualTo(9);
    }

    private static List<Integer> counts(Handle handle) {
        return List.of("entry", "quarantine", "receipt").stream()
                .map(
                        table ->
                                handle.createQuery("select count(*) from " + table)
                                        .mapTo(Integer.class)
                                        .one())
                .toList();
    }

    private void assertSound(long entries) {
        try (JdbcLedger ledger = JdbcLedger.openExisting(file.path())) {
            assertThat(ledger.verify()).isEqualTo(new Verification.Sound(entries));
            assertThat(ledger.entriesOf(STAY)).hasSize((int) entries);
        }
    }

    /** Lets one call of statements fail before it reaches the database. */
    private static final class NthCall {
        private final int n;
        private final SQLiteErrorCode code;
        private boolean armed;
        private int calls;

        NthCall(int n, SQLiteErrorCode code) {
            this.n = n;
            this.code = code;
        }

        void arm() {
            armed = true;
        }

        void disarm() {
            armed = false;
        }

        boolean happened() {
            return calls >= n;
        }

        Connection over(Connection real) {
            return over(real, Connection.class);
        }

        private <T> T over(Object real, Class<T> type) {
            return type.cast(
                    Proxy.newProxyInstance(
                            type.getClassLoader(),
                            new Class<?>[] {type},
                            (proxy, method, arguments) -> call(real, method, arguments)));
        }

        private @Nullable Object call(Object real, Method method, Object[] arguments)
                throws Throwable {
            if (armed && method.getName().startsWith("execute") && ++calls == n) {
                throw new SQLiteException("injected", code);
            }
            Object result;
            try {
                result = method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            return switch (result) {
                case PreparedStatement statement -> over(statement, PreparedStatement.class);
                case Statement statement -> over(statement, Statement.class);
                case null -> null;
                default -> result;
            };
        }
    }
}
