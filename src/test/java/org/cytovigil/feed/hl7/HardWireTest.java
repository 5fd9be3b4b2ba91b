package org.cytovigil.feed.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a network does to messages, over real sockets. */
// [utest->req~feed.mllp~1]
@Timeout(120)
class HardWireTest {
    private static final int WRITES = 10_000;
    private static final Duration LONG = Duration.ofMinutes(5);

    private final MllpCounters counters = new MllpCounters();
    private final MemoryLedger ledger = new MemoryLedger();
    private final AtomicReference<Instant> now = new AtomicReference<>(Samples.NOW);
    private final List<MllpListener> listeners = new ArrayList<>();

    private MllpListener start(MllpSettings settings) throws IOException {
        Samples.admitOwn(ledger);
        Hl7Intake intake =
                new Hl7Intake(
                        ledger, ledger, CodeTable.standard(), () -> Samples.NOW, ZoneOffset.UTC);
        MllpListener listener = MllpListener.start(settings, intake, counters, now::get);
        listeners.add(listener);
        return listener;
    }

    @AfterEach
    void everyThreadEndsAndAllMemoryIsGivenBack() {
        for (MllpListener listener : listeners) {
            listener.close();
            assertThat(listener.isEnded()).isTrue();
            assertThat(listener.room().taken()).isZero();
        }
        assertThat(counters.counts().open()).isZero();
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static byte[] message(String id) {
        return MllpFrames.framed(
                String.join(
                                "\r",
                                Wire.header("ORU^R01", id),
                                Wire.PATIENT,
                                Wire.ORDER,
                                Wire.spo2("93"))
                        .getBytes(ISO_8859_1));
    }

    /** Ten thousand writes, each of a part of a frame, several frames, or anything between. */
    @Test
    void howTheBytesAreCutMakesNoDifference() throws Exception {
        MllpListener listener = start(MllpSettings.loopback(0));
        Random random = new Random(16);
        int writes = 0;
        int number = 0;
        while (writes < WRITES) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            int messages = 20 + random.nextInt(60);
            int first = number;
            for (int i = 0; i < messages; i++) {
                stream.writeBytes(message("s" + number++));
            }
            byte[] bytes = stream.toByteArray();
            try (MllpClient client = MllpClient.to(listener)) {
                client.socket().setTcpNoDelay(true);
                List<Integer> cuts = new ArrayList<>();
                for (int i = 0; i < 99; i++) {
                    cuts.add(random.nextInt(bytes.length));
                }
                cuts.add(bytes.length);
                Collections.sort(cuts);
                int from = 0;
                for (int cut : cuts) {
                    client.raw(Arrays.copyOfRange(bytes, from, cut));
                    from = cut;
                    writes++;
                }
                for (int i = first; i < number; i++) {
                    assertThat(client.answer()).contains("\rMSA|AA|s" + i + "|");
                }
            }
        }
        // An answer is counted once it is on its way, which its receiver may be quicker than.
        listener.close();
        assertThat(counters.counts().accepted()).isEqualTo(number);
        assertThat(counters.counts().unfinished()).isZero();
        assertThat(counters.counts().noise()).isZero();
    }

    @Test
    void aSenderThatClosesItsHalfGetsItsAnswers() throws Exception {
        MllpListener listener = start(MllpSettings.loopback(0));
        try (MllpClient client = MllpClient.to(listener)) {
            client.raw(message("1"));
            client.raw(message("2"));
            client.socket().shutdownOutput();
            assertThat(client.answer()).contains("MSA|AA|1|");
            assertThat(client.answer()).contains("MSA|AA|2|");
            assertThat(client.answer()).isNull();
        }
    }

    @Test
    void aLineOf64MegabytesIsRefusedByItsIdAndReadAway() throws Exception {
        MllpListener listener = start(MllpSettings.loopback(0));
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, (byte) 'x');
        try (MllpClient client = MllpClient.to(listener)) {
            client.raw(
                    ("\u000b" + Wire.header("ORU^R01", "big") + "\rOBX|1|ST|")
                            .getBytes(ISO_8859_1));
            for (int i = 0; i < 63; i++) {
                client.raw(chunk);
            }
            assertThat(client.answer()).contains("MSA|AR|big|longer than 1048576 bytes");
        }
        until(() -> counters.counts().open() == 0);
        assertThat(ledger.items()).hasSize(1);
    }

    /** A thousand senders whose messages never end, and one whose message is a message. */
    @Test
    void aThousandMessagesWithoutAnEndTakeBoundedMemoryAndHoldNobodyUp() throws Exception {
        MllpListener listener =
                start(MllpSettings.loopback(0).limits(1 << 20, 1_100, Duration.ofMinutes(10)));
        Runtime runtime = Runtime.getRuntime();
        runtime.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        byte[] start = (Wire.header("ORU^R01", "slow") + "\rOBX|1|ST|").getBytes(ISO_8859_1);
        byte[] rest = new byte[200 << 10];
        Arrays.fill(rest, (byte) 'x');
        List<MllpClient> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                MllpClient client = MllpClient.to(listener);
                slow.add(client);
                client.raw(new byte[] {MllpFrames.START_BLOCK});
                client.raw(start);
                client.raw(rest);
            }
            long expected = start.length + 1L + rest.length;
            until(
                    () ->
                            counters.counts().errors() > 0
                                    && counters.counts().bytes() >= 1_000 * expected);

            assertThat(listener.room().taken()).isBetween(32L << 20, 64L << 20);
            runtime.gc();
            long taken = runtime.totalMemory() - runtime.freeMemory() - before;
            assertThat(taken).isLessThan(256L << 20);
            assertThat(slow.getLast().answer())
                    .contains("MSA|AE|slow|too many long messages at once: nothing was kept");
            try (MllpClient client = MllpClient.to(listener)) {
                client.raw(message("1"));
                assertThat(client.answer()).contains("MSA|AA|1|");
            }

            // Those that drip on are cut off once their message has taken too long.
            now.set(now.get().plus(LONG.multipliedBy(3)));
            for (MllpClient client : slow) {
                drip(client);
            }
            until(() -> counters.counts().open() == 0);
            assertThat(counters.counts().timedOut()).isPositive();
        } finally {
            for (MllpClient client : slow) {
                client.close();
            }
        }
    }

    private static void drip(MllpClient client) {
        try {
            client.raw(new byte[] {'x'});
            client.socket().shutdownOutput();
        } catch (IOException e) {
            // This one was cut off already.
            assertThat(e).isNotNull();
        }
    }
}
