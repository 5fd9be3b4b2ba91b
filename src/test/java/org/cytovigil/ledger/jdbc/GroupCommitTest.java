package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cytovigil.ledger.jdbc.Examples.NOON;
import static org.cytovigil.ledger.jdbc.Examples.STAY;
import static org.cytovigil.ledger.jdbc.Examples.ask;
import static org.cytovigil.ledger.jdbc.Examples.heartRate;
import static org.cytovigil.ledger.jdbc.Examples.tamper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers at the same time share a commit, and each has the result of its own batch. */
// [utest->req~ledger.group-commit~1]
class GroupCommitTest {
    @TempDir private Path folder;
    private Path file;
    private JdbcLedger ledger;
    private ExecutorService callers;

    @BeforeEach
    void open() {
        file = folder.resolve("unit.db");
        ledger = JdbcLedger.open(file);
        callers = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void close() {
        callers.close();
        ledger.close();
    }

    private static Author device(int number) {
        return new Author(Author.Kind.DEVICE, "monitor-" + number);
    }

    /** A batch of one heart rate, known by its number. */
    private static Batch numbered(int number) {
        return new Batch(
                List.of(heartRate(device(number % 3), number, 60 + number % 100)),
                List.of(),
                new Receipt("monitor", Integer.toString(number), "aa", NOON));
    }

    /**
     * Lets callers come while a commit is under way: the first one is held where its subscriber is
     * told, until as many others wait.
     */
    private List<Future<Boolean>> together(List<Batch> batches) throws InterruptedException {
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch gathered = new CountDownLatch(1);
        Runnable end =
                ledger.subscribe(
                        entries -> {
                            telling.countDown();
                            await(gathered);
                        });
        Future<Boolean> first = callers.submit(() -> ledger.take(numbered(0)));
        telling.await();
        List<Future<Boolean>> others = new ArrayList<>();
        for (Batch batch : batches) {
            int before = ledger.waiting();
            others.add(callers.submit(() -> ledger.take(batch)));
            while (ledger.waiting() == before) {
                Thread.onSpinWait();
            }
        }
        end.run();
        gathered.countDown();
        assertThat(get(first)).isTrue();
        return others;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean get(Future<Boolean> result) throws InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The commits in the write-ahead log: frames that state the size of the file after them. */
    private int commitsInTheLog() throws IOException {
        ByteBuffer log = ByteBuffer.wrap(Files.readAllBytes(file.resolveSibling("unit.db-wal")));
        if (log.limit() == 0) {
            return 0;
        }
        int page = log.getInt(8);
        long salt = log.getLong(16);
        int commits = 0;
        for (int frame = 32; frame + 24 + page <= log.limit(); frame += 24 + page) {
            if (log.getLong(frame + 8) == salt && log.getInt(frame + 4) != 0) {
                commits++;
            }
        }
        return commits;
    }

    @Test
    void whoWaitsDuringACommitSharesTheNextOne() throws Exception {
        int before = commitsInTheLog();

        for (Future<Boolean> result :
                together(IntStream.rangeClosed(1, 20).mapToObj(i -> numbered(i)).toList())) {
            assertThat(get(result)).isTrue();
        }

        assertThat(commitsInTheLog() - before).isEqualTo(2);
        assertThat(ledger.entriesOf(STAY)).hasSize(21);
        assertThat(ledger.verify()).isEqualTo(new Verification.Sound(21));
    }

    /** Two callers, the second of whom comes while the first writes; answers who wrote for whom. */
    private List<Thread> writersOfTwo(boolean ended) throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch gathered = new CountDownLatch(1);
        List<Thread> writers = Collections.synchronizedList(new ArrayList<>());
        GroupCommit commits =
                new GroupCommit(
                        group -> {
                            writers.add(Thread.currentThread());
                            writing.countDown();
                            await(gathered);
                            group.forEach(job -> job.settle(new GroupCommit.Outcome.Kept(true, 1)));
                        });
        if (ended) {
            commits.close();
        }
        Pending pending = Pending.of(numbered(1), file);
        Future<GroupCommit.Outcome> first = callers.submit(() -> commits.submit(pending));
        writing.await();
        Future<GroupCommit.Outcome> second = callers.submit(() -> commits.submit(pending));
        while (commits.waiting() == 0) {
            Thread.onSpinWait();
        }
        gathered.countDown();

        assertThat(first.get()).isEqualTo(new GroupCommit.Outcome.Kept(true, 1));
        assertThat(second.get()).isEqualTo(new GroupCommit.Outcome.Kept(true, 1));
        commits.close();
        return writers;
    }

    @Test
    void aThreadOfItsOwnWritesForThoseWhoWait() throws Exception {
        List<Thread> writers = writersOfTwo(false);

        assertThat(writers).extracting(Thread::isVirtual).containsExactly(true, false);
        assertThat(writers.getLast().join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void whoWaitsWritesWhenThereIsNoThreadToTakeOver() throws Exception {
        assertThat(writersOfTwo(true)).extracting(Thread::isVirtual).containsExactly(true, true);
    }

    @Test
    void aCallerAloneHasACommitOfItsOwn() throws Exception {
        int before = commitsInTheLog();

        ledger.take(numbered(1));
        ledger.take(numbered(2));
        ledger.append(List.of(heartRate(device(1), 3, 80)));

        assertThat(commitsInTheLog() - before).isEqualTo(3);
    }

    @Test
    void theSameMessageTwiceInAGroupIsTakenOnce() throws Exception {
        List<Future<Boolean>> results =
                together(List.of(numbered(1), numbered(1), numbered(0), numbered(2)));

        assertThat(get(results.get(0))).isTrue();
        assertThat(get(results.get(1))).isFalse();
        assertThat(get(results.get(2))).isFalse();
        assertThat(get(results.get(3))).isTrue();
        assertThat(ledger.entriesOf(STAY)).hasSize(3);
    }

    @Test
    void aBatchThatCannotBeKeptFailsAloneInItsGroup() throws Exception {
        tamper(
                file,
                "create trigger fault before insert on entry when new.author = 'bad'"
                        + " begin select raise(abort, 'x'); end");
        Batch bad =
                new Batch(
                        List.of(heartRate(new Author(Author.Kind.DEVICE, "bad"), 2, 80)),
                        List.of(new Quarantine.Item(NOON, "bad", 1, "no such code", "OBX")),
                        new Receipt("monitor", "2", "aa", NOON));

        List<Future<Boolean>> results = together(List.of(numbered(1), bad, numbered(3)));

        assertThat(get(results.get(0))).isTrue();
        assertThatThrownBy(results.get(1)::get).hasCauseInstanceOf(LedgerException.class);
        assertThat(get(results.get(2))).isTrue();
        assertThat(ledger.items()).isEmpty();
        assertThat(ask(file, "select control_id from receipt order by cast(control_id as integer)"))
                .containsExactly("0", "1", "3");
        assertThat(ledger.verify()).isEqualTo(new Verification.Sound(3));
    }

    @Test
    void anEntryWithoutAStoredFormFailsBeforeItJoinsAGroup() throws Exception {
        Entry endless = new Entry(STAY, Instant.MAX, NOON, device(1), new Entry.Discharged());

        assertThatThrownBy(() -> ledger.take(new Batch(List.of(endless), List.of(), null)))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("nothing was added");
        assertThat(ledger.waiting()).isZero();
        assertThat(ledger.take(numbered(1))).isTrue();
    }

    @Test
    void whoIsInterruptedWhileWaitingStillHasItsResult() throws Exception {
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch gathered = new CountDownLatch(1);
        Runnable end =
                ledger.subscribe(
                        entries -> {
                            telling.countDown();
                            await(gathered);
                        });
        Future<Boolean> first = callers.submit(() -> ledger.take(numbered(0)));
        telling.await();
        end.run();
        List<Boolean> results = Collections.synchronizedList(new ArrayList<>());
        Thread waiter =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    results.add(ledger.take(numbered(1)));
                                    results.add(Thread.currentThread().isInterrupted());
                                });
        while (ledger.waiting() == 0) {
            Thread.onSpinWait();
        }
        waiter.interrupt();
        gathered.countDown();
        assertThat(waiter.join(Duration.ofSeconds(30))).isTrue();

        assertThat(get(first)).isTrue();
        assertThat(results).containsExactly(true, true);
        assertThat(ledger.entriesOf(STAY)).hasSize(2);
    }

    @Test
    void closingLetsTheGroupAtHandEndAndRefusesTheNext() throws Exception {
        List<Future<Boolean>> results =
                together(IntStream.rangeClosed(1, 5).mapToObj(i -> numbered(i)).toList());
        ledger.close();

        int kept = 0;
        for (Future<Boolean> result : results) {
            try {
                kept += result.get() ? 1 : 0;
            } catch (ExecutionException e) {
                assertThat(e).cause().hasMessageContaining("was closed");
            }
        }
        try (JdbcLedger again = JdbcLedger.openExisting(file)) {
            assertThat(again.entriesOf(STAY)).hasSize(kept + 1);
        }
    }

    /**
     * Many senders at random: nothing is lost, doubled or told in another order than it is kept.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void manyCallersAtOnceLoseNothingAndAreToldInTheOrderOfTheLedger(long seed) throws Exception {
        List<Entry> told = new ArrayList<>();
        ledger.subscribe(told::addAll);
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int sender = 0; sender < 8; sender++) {
            SplittableRandom random = new SplittableRandom(seed * 100 + sender);
            senders.add(() -> send(random));
        }
        int fresh = 0;
        for (Future<Integer> result : callers.invokeAll(senders)) {
            fresh += result.get();
        }

        List<String> receipts = ask(file, "select control_id from receipt");
        assertThat(fresh).isEqualTo(receipts.size());
        assertThat(ledger.entriesOf(STAY)).hasSize(fresh).isEqualTo(told);
        assertThat(ledger.verify()).isEqualTo(new Verification.Sound(fresh));
    }

    /** 60 messages out of 200 that all senders share; says how many were new. */
    private int send(SplittableRandom random) {
        int fresh = 0;
        for (int i = 0; i < 60; i++) {
            fresh += ledger.take(numbered(random.nextInt(200))) ? 1 : 0;
        }
        return fresh;
    }

    @Test
    void aSubscriberMayAppendWhileItIsToldOfAGroup() throws Exception {
        List<Entry> told = new ArrayList<>();
        ledger.subscribe(
                entries -> {
                    told.addAll(entries);
                    if (told.size() == 1) {
                        ledger.append(List.of(heartRate(device(9), 99, 99)));
                    }
                });

        List<Future<Boolean>> results = together(List.of(numbered(1), numbered(2)));
        for (Future<Boolean> result : results) {
            assertThat(get(result)).isTrue();
        }

        assertThat(told).hasSize(4).isEqualTo(ledger.entriesOf(STAY));
    }

    @Test
    void receiptsThirtyDaysOlderThanTheNewestAreForgottenAtTheNextOpening() throws Exception {
        Duration day = Duration.ofDays(1);
        for (int age : List.of(0, 29, 30, 31)) {
            ledger.take(
                    new Batch(
                            List.of(),
                            List.of(),
                            new Receipt(
                                    "m", "age " + age, "aa", NOON.minus(day.multipliedBy(age)))));
        }
        ledger.close();
        assertThat(ask(file, "select count(*) from receipt")).containsExactly("4");

        ledger = JdbcLedger.open(file);

        assertThat(ask(file, "select control_id from receipt order by received_at"))
                .containsExactly("age 30", "age 29", "age 0");
    }
}
