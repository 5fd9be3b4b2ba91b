package org.cytovigil.feed.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

// [utest->req~feed.mllp~1]
@Timeout(60)
class MllpListenerTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final MllpCounters counters = new MllpCounters();
    private final List<MllpListener> listeners = new ArrayList<>();

    @AfterEach
    void everyThreadEnds() {
        for (MllpListener listener : listeners) {
            listener.close();
            assertThat(listener.isEnded()).isTrue();
        }
        assertThat(counters.counts().open()).isZero();
    }

    private MllpListener start(MllpSettings settings, MessageHandler handler) throws IOException {
        MllpListener listener = MllpListener.start(settings, handler, counters);
        listeners.add(listener);
        return listener;
    }

    /** Answers every message with its own text in an acknowledgement. */
    private static byte[] acknowledge(byte[] payload, Sender sender) {
        return ("MSH|^~\\&\rMSA|AA|" + new String(payload, ISO_8859_1)).getBytes(ISO_8859_1);
    }

    private static String acknowledged(String message) {
        return "MSH|^~\\&\rMSA|AA|" + message;
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void messagesOfAConnectionAreAnsweredInTheirOrder() throws IOException {
        MllpListener listener = start(MllpSettings.loopback(0), MllpListenerTest::acknowledge);

        try (MllpClient client = MllpClient.to(listener)) {
            client.raw(
                    "\u000bone\u001c\r\r\n\u000btwo\u001c\r\u000bthree\u001c\r"
                            .getBytes(ISO_8859_1));
            assertThat(client.answer()).isEqualTo(acknowledged("one"));
            assertThat(client.answer()).isEqualTo(acknowledged("two"));
            assertThat(client.answer()).isEqualTo(acknowledged("three"));
        }
        until(() -> counters.counts().open() == 0);
        assertThat(counters.counts())
                .isEqualTo(
                        new MllpCounters.Counts(
                                0, 1, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 3 + 3 + 5 + 9 + 2));
    }

    @Test
    void answersAreCountedByTheirCode() throws IOException {
        MllpListener listener =
                start(
                        MllpSettings.loopback(0),
                        (payload, sender) ->
                                ("MSH|^~\\&|MSA\rMSA|" + new String(payload, ISO_8859_1) + "|1")
                                        .getBytes(ISO_8859_1));

        try (MllpClient client = MllpClient.to(listener)) {
            for (String code : List.of("AA", "CA", "AE", "AR", "CR", "AR")) {
                client.send(code);
                assertThat(client.answer()).contains(code);
            }
        }
        until(() -> counters.counts().open() == 0);
        assertThat(counters.counts().accepted()).isEqualTo(2);
        assertThat(counters.counts().errors()).isEqualTo(1);
        assertThat(counters.counts().rejected()).isEqualTo(3);
    }

    @Test
    void manyConnectionsAtOnceEachGetTheirOwnAnswers() throws Exception {
        MllpListener listener = start(MllpSettings.loopback(0), MllpListenerTest::acknowledge);
        List<Callable<Integer>> senders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            senders.add(() -> converse(listener, number));
        }

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> answers : threads.invokeAll(senders)) {
                assertThat(answers.get()).isEqualTo(25);
            }
        }
        until(() -> counters.counts().open() == 0);
        assertThat(counters.counts().accepted()).isEqualTo(1_000);
    }

    /** 25 messages, each cut at random places; says how many were answered rightly. */
    private static int converse(MllpListener listener, int number) throws IOException {
        SplittableRandom random = new SplittableRandom(number);
        int right = 0;
        try (MllpClient client = MllpClient.to(listener)) {
            client.socket().setTcpNoDelay(true);
            for (int i = 0; i < 25; i++) {
                String message = number + "." + i + "x".repeat(random.nextInt(3_000));
                byte[] frame = MllpFrames.framed(message.getBytes(ISO_8859_1));
                int cut = random.nextInt(frame.length);
                client.raw(Arrays.copyOfRange(frame, 0, cut));
                client.raw(Arrays.copyOfRange(frame, cut, frame.length));
                right += acknowledged(message).equals(client.answer()) ? 1 : 0;
            }
        }
        return right;
    }

    @Test
    void aMessageThatIsTooLongIsToldToTheHandlerAndRefused() throws Exception {
        BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
        MllpListener listener =
                start(
                        MllpSettings.loopback(0).limits(100_000, 5, LONG),
                        new MessageHandler() {
                            @Override
                            public byte[] answer(byte[] payload, Sender sender) {
                                throw new AssertionError("no message is whole");
                            }

                            @Override
                            public byte[] refuseOversize(byte[] start, long limit, Sender sender) {
                                told.add(start.length);
                                return ("MSH|\rMSA|AR|" + limit).getBytes(ISO_8859_1);
                            }
                        });

        try (MllpClient client = MllpClient.to(listener)) {
            client.raw(new byte[] {0x0b});
            byte[] piece = "m".repeat(1 << 20).getBytes(ISO_8859_1);
            for (int i = 0; i < 10; i++) {
                client.raw(piece);
            }
            assertThat(client.answer()).isEqualTo("MSH|\rMSA|AR|100000");
            assertThat(client.answer()).isNull();
        }
        assertThat(told).containsExactly(MllpFrames.START_BYTES);
        assertThat(counters.counts().oversize()).isEqualTo(1);
        assertThat(counters.counts().rejected()).isEqualTo(1);
        assertThat(counters.counts().messages()).isZero();
    }

    @Test
    void aSenderOfNoiseIsCutOffAndTheOthersGoOn() throws IOException {
        MllpListener listener = start(MllpSettings.loopback(0), MllpListenerTest::acknowledge);

        try (MllpClient good = MllpClient.to(listener);
                MllpClient noisy = MllpClient.to(listener)) {
            noisy.raw(new byte[1]);
            noisy.raw("GET / HTTP/1.1\r\n".repeat(5_000).getBytes(ISO_8859_1));
            assertThat(isClosed(noisy)).isTrue();
            good.send("still here");
            assertThat(good.answer()).isEqualTo(acknowledged("still here"));
        }
        assertThat(counters.counts().refused()).isEqualTo(1);
    }

    private static boolean isClosed(MllpClient client) throws IOException {
        try {
            return client.answer() == null;
        } catch (SocketException e) {
            // Closed with unread bytes in it, which resets the connection.
            return true;
        }
    }

    @Test
    void aConnectionFromWhichNothingComesIsClosed() throws IOException {
        MllpListener listener =
                start(
                        MllpSettings.loopback(0).limits(1_000, 5, Duration.ofMillis(30)),
                        MllpListenerTest::acknowledge);

        try (MllpClient silent = MllpClient.to(listener);
                MllpClient half = MllpClient.to(listener)) {
            half.raw("\u000bhalf a mess".getBytes(ISO_8859_1));
            assertThat(silent.answer()).isNull();
            assertThat(isClosed(half)).isTrue();
        }
        until(() -> counters.counts().open() == 0);
        assertThat(counters.counts().timedOut()).isEqualTo(2);
        assertThat(counters.counts().messages()).isZero();
    }

    @Test
    void aHandlerThatFailsLeavesTheMessageWithItsSender() throws IOException {
        MllpListener listener =
                start(
                        MllpSettings.loopback(0),
                        (payload, sender) -> {
                            throw new IllegalStateException("injected");
                        });

        try (MllpClient client = MllpClient.to(listener)) {
            client.send("a");
            assertThat(client.answer()).isNull();
        }
        until(() -> counters.counts().open() == 0);
        assertThat(counters.counts().unanswered()).isEqualTo(1);
    }

    @Test
    void connectionsOverTheLimitAreClosedAtOnceAndOneIsFreeAgainAfterwards() throws IOException {
        MllpListener listener =
                start(
                        MllpSettings.loopback(0).limits(1_000, 2, LONG),
                        MllpListenerTest::acknowledge);

        try (MllpClient first = MllpClient.to(listener)) {
            try (MllpClient second = MllpClient.to(listener)) {
                first.send("1");
                assertThat(first.answer()).isEqualTo(acknowledged("1"));
                second.send("2");
                assertThat(second.answer()).isEqualTo(acknowledged("2"));
                try (MllpClient third = MllpClient.to(listener)) {
                    assertThat(isClosed(third)).isTrue();
                }
                assertThat(counters.counts().refused()).isEqualTo(1);
            }
            until(() -> counters.counts().open() == 1);
            try (MllpClient fourth = MllpClient.to(listener)) {
                fourth.send("4");
                assertThat(fourth.answer()).isEqualTo(acknowledged("4"));
            }
        }
    }

    @Test
    void onlyAllowedSendersAreTaken() throws IOException {
        MllpSettings loopback = MllpSettings.loopback(0);
        MllpListener closed =
                start(
                        loopback.at(
                                InetAddress.getLoopbackAddress(),
                                List.of(AddressRange.parse("10.0.0.0/8"))),
                        MllpListenerTest::acknowledge);
        MllpListener open =
                start(
                        loopback.at(
                                InetAddress.getLoopbackAddress(),
                                List.of(
                                        AddressRange.parse("10.0.0.0/8"),
                                        AddressRange.parse("127.0.0.0/8"))),
                        (payload, sender) ->
                                acknowledge(sender.address().getBytes(ISO_8859_1), sender));

        try (MllpClient refused = MllpClient.to(closed);
                MllpClient taken = MllpClient.to(open)) {
            assertThat(isClosed(refused)).isTrue();
            taken.send("a");
            assertThat(taken.answer()).isEqualTo(acknowledged("127.0.0.1"));
        }
        assertThat(counters.counts().refused()).isEqualTo(1);
    }

    @Test
    void aSenderThatReadsNoAnswersHoldsUpItselfOnly() throws Exception {
        MllpListener listener =
                start(
                        MllpSettings.loopback(0).limits(1 << 20, 5, LONG),
                        (payload, sender) -> payload);
        int messages = 150;
        String large = "m".repeat(100_000);

        try (MllpClient slow = MllpClient.to(listener);
                MllpClient other = MllpClient.to(listener)) {
            Thread sending =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            for (int i = 0; i < messages; i++) {
                                                slow.send(i + large);
                                            }
                                        } catch (IOException e) {
                                            throw new AssertionError(e);
                                        }
                                    });
            until(() -> counters.counts().messages() > 0);
            for (int i = 0; i < 100; i++) {
                other.send("quick");
                assertThat(other.answer()).isEqualTo("quick");
            }
            for (int i = 0; i < messages; i++) {
                assertThat(slow.answer()).isEqualTo(i + large);
            }
            assertThat(sending.join(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void closingAnswersTheMessageAtHandAndTakesNoOther() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        MllpListener listener =
                start(
                        MllpSettings.loopback(0),
                        (payload, sender) -> {
                            taken.add(new String(payload, ISO_8859_1));
                            working.countDown();
                            await(go);
                            return acknowledge(payload, sender);
                        });

        try (MllpClient busy = MllpClient.to(listener);
                MllpClient idle = MllpClient.to(listener)) {
            busy.send("first");
            busy.send("second");
            working.await();
            until(() -> counters.counts().open() == 2);
            Thread closing = Thread.ofVirtual().start(listener::close);
            assertThat(idle.answer()).isNull();
            until(listener::isEnding);
            assertThat(turnsAway(listener)).isTrue();
            go.countDown();

            assertThat(busy.answer()).isEqualTo(acknowledged("first"));
            assertThat(isClosed(busy)).isTrue();
            assertThat(closing.join(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(taken).containsExactly("first");
        assertThat(listener.isEnded()).isTrue();
    }

    /** Whether a new sender cannot connect, or is cut off without an answer. */
    private static boolean turnsAway(MllpListener listener) {
        try (MllpClient late = MllpClient.to(listener)) {
            late.send("late");
            return isClosed(late);
        } catch (IOException e) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whenever it is closed, each sender has whole answers only, in order, of messages taken. */
    @Test
    void closingAtARandomMomentNeverCutsAnAnswer() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            BlockingQueue<String> taken = new LinkedBlockingQueue<>();
            MllpListener listener =
                    start(
                            MllpSettings.loopback(0),
                            (payload, sender) -> {
                                taken.add(new String(payload, ISO_8859_1));
                                return acknowledge(payload, sender);
                            });
            int until = new SplittableRandom(seed).nextInt(1, 300);
            List<Callable<List<String>>> senders = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int number = i;
                senders.add(() -> sendUntilClosed(listener, number));
            }
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<List<String>>> results = new ArrayList<>();
                senders.forEach(sender -> results.add(threads.submit(sender)));
                until(() -> taken.size() >= until);
                listener.close();
                List<String> answered = new ArrayList<>();
                for (Future<List<String>> result : results) {
                    answered.addAll(result.get());
                }
                assertThat(taken).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(answered);
            }
        }
    }

    private static List<String> sendUntilClosed(MllpListener listener, int number) {
        List<String> answered = new ArrayList<>();
        try (MllpClient client = MllpClient.to(listener)) {
            for (int i = 0; ; i++) {
                client.send(number + "." + i);
                String answer = client.answer();
                if (answer == null) {
                    return answered;
                }
                assertThat(answer).isEqualTo(acknowledged(number + "." + i));
                answered.add(number + "." + i);
            }
        } catch (IOException e) {
            // Closed while this end was sending: that message is not answered.
            return answered;
        }
    }

    @Test
    void aPortThatIsTakenIsSaidAtTheStart() throws IOException {
        MllpListener listener = start(MllpSettings.loopback(0), MllpListenerTest::acknowledge);

        assertThatThrownBy(
                        () ->
                                MllpListener.start(
                                        MllpSettings.loopback(listener.port()),
                                        MllpListenerTest::acknowledge,
                                        counters))
                .isInstanceOf(BindException.class);
    }

    @Test
    void aSenderThatVanishesLeavesNothingBehind() throws IOException {
        MllpListener listener = start(MllpSettings.loopback(0), MllpListenerTest::acknowledge);
        for (int i = 0; i < 50; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.port())) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream().write("\u000bMSH".getBytes(ISO_8859_1));
            }
        }
        until(() -> counters.counts().connections() == 50 && counters.counts().open() == 0);

        try (MllpClient client = MllpClient.to(listener)) {
            client.send("a");
            assertThat(client.answer()).isEqualTo(acknowledged("a"));
        }
    }
}
