package org.cytovigil.feed.hl7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.cytovigil.feed.hl7.MllpFrames.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~feed.mllp~1]
class MllpFramesTest {
    private static final int SPLITS = 1_000;

    private final MllpCounters counters = new MllpCounters();

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
    }

    /** Reads to the end; what is found other than messages stands in angle brackets. */
    private List<String> read(InputStream in, int limit) throws IOException {
        MllpFrames frames = new MllpFrames(in, limit, counters);
        List<String> found = new ArrayList<>();
        for (Found next = frames.next(); ; next = frames.next()) {
            String text = new String(frames.bytes(), ISO_8859_1);
            if (next != Found.MESSAGE) {
                found.add(next == Found.OVERSIZE ? "<OVERSIZE " + text + ">" : "<" + next + ">");
                return found;
            }
            found.add(text);
        }
    }

    /** VT stands for the start block, FS for the end block, CR and LF for the ends of lines. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    one message                  | VT,a,CR,b,FS,CR                     | a;CR;b  | 0 | 0
                    joined messages              | VT,a,FS,CR,VT,b,FS,CR,VT,c,FS,CR    | a,b,c   | 0 | 0
                    an empty message             | VT,FS,CR                            | ''      | 0 | 0
                    keep-alive between           | CR,LF,NUL,VT,a,FS,CR,CR,LF,VT,b,FS,CR,NUL | a,b | 0 | 0
                    noise between                | x,y,VT,a,FS,CR,z,VT,b,FS,CR         | a,b     | 3 | 0
                    line feed ends the frame     | VT,a,FS,LF,VT,b,FS,CR               | a,b     | 0 | 0
                    no carriage return at all    | VT,a,FS,VT,b,FS                     | a,b     | 0 | 0
                    an end block in the message  | VT,a,FS,b,FS,CR                     | a;FS;b  | 0 | 0
                    two end blocks in a row      | VT,a,FS,FS,CR                       | a;FS    | 0 | 0
                    a start without an end       | VT,a,VT,b,FS,CR                     | b       | 0 | 1
                    cut off in the message       | VT,a,FS,CR,VT,b                     | a       | 0 | 1
                    nothing                      | NUL                                 | <none>  | 0 | 0
                    """)
    void messagesAreFoundHoweverTheyAreFramed(
            String name, String bytes, String expected, long noise, long unfinished)
            throws IOException {
        List<String> messages =
                expected.equals("<none>")
                        ? List.of()
                        : List.of(expected.split(",", -1)).stream()
                                .map(MllpFramesTest::controls)
                                .toList();

        List<String> found = read(stream(controls(bytes.replace(",", ";"))), 100);

        assertThat(found).as(name).endsWith("<END>");
        assertThat(found.subList(0, found.size() - 1)).as(name).isEqualTo(messages);
        assertThat(counters.counts().noise()).isEqualTo(noise);
        assertThat(counters.counts().unfinished()).isEqualTo(unfinished);
    }

    private static String controls(String text) {
        return text.replace("VT", "\u000b")
                .replace("FS", "\u001c")
                .replace("CR", "\r")
                .replace("LF", "\n")
                .replace("NUL", "\u0000")
                .replace(";", "");
    }

    /** Random messages, noise and keep-alive bytes, cut into packets of random sizes. */
    @Test
    void howTheBytesAreCutIntoPacketsMakesNoDifference() throws IOException {
        for (int seed = 0; seed < SPLITS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> sent = new ArrayList<>();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            long noise = 0;
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                int between = random.nextInt(4);
                for (int k = 0; k < between; k++) {
                    int stray = "\r\n\u0000x\u001c".charAt(random.nextInt(5));
                    bytes.write(stray);
                    noise += stray == 'x' || stray == 0x1c ? 1 : 0;
                }
                byte[] payload = payload(random);
                sent.add(new String(payload, ISO_8859_1));
                bytes.write(MllpFrames.framed(payload));
            }
            sent.add("<END>");
            MllpCounters counted = new MllpCounters();
            MllpFrames frames =
                    new MllpFrames(new Cut(bytes.toByteArray(), random), 20_000, counted);
            List<String> found = new ArrayList<>();
            for (Found next = frames.next(); next == Found.MESSAGE; next = frames.next()) {
                found.add(new String(frames.bytes(), ISO_8859_1));
            }
            found.add("<END>");

            assertThat(found).as("seed %d", seed).isEqualTo(sent);
            assertThat(counted.counts().noise()).as("seed %d", seed).isEqualTo(noise);
            assertThat(counted.counts().unfinished()).as("seed %d", seed).isZero();
            assertThat(counted.counts().bytes()).as("seed %d", seed).isEqualTo(bytes.size());
        }
    }

    /** Any bytes but the two blocks; seldom longer than the reader's own buffer. */
    private static byte[] payload(SplittableRandom random) {
        byte[] payload = new byte[random.nextInt(random.nextInt(10) == 0 ? 20_000 : 300)];
        random.nextBytes(payload);
        for (int i = 0; i < payload.length; i++) {
            if (payload[i] == MllpFrames.START_BLOCK || payload[i] == MllpFrames.END_BLOCK) {
                payload[i] = 'x';
            }
        }
        return payload;
    }

    @ParameterizedTest
    @CsvSource({"4095", "4096", "4097", "8191", "8192", "8193", "70000"})
    void aMessageOfExactlyTheLimitIsReadAndOneByteMoreIsNot(int limit) throws IOException {
        String fits = "m".repeat(limit);

        assertThat(read(stream("\u000b" + fits + "\u001c\r"), limit))
                .containsExactly(fits, "<END>");
        assertThat(read(stream("\u000b" + fits + "n\u001c\r"), limit))
                .containsExactly(
                        "<OVERSIZE " + "m".repeat(Math.min(limit, MllpFrames.START_BYTES)) + ">");
    }

    @Test
    void aLineOf64MegabytesWithoutAnEndIsNotReadBeyondTheLimit() throws IOException {
        Endless line = new Endless();

        assertThat(read(line, 1 << 20)).hasSize(1).first().asString().startsWith("<OVERSIZE mmm");
        assertThat(line.given).isLessThanOrEqualTo((1 << 20) + (16 << 10));
    }

    @Test
    void noiseWithoutEndIsGivenUp() throws IOException {
        assertThat(read(stream("x".repeat(MllpFrames.MOST_NOISE)), 100)).containsExactly("<END>");
        assertThat(read(stream("x".repeat(MllpFrames.MOST_NOISE + 1)), 100))
                .containsExactly("<NOISE>");
    }

    @Test
    void binaryNoiseNeverBreaksTheReader() throws IOException {
        for (int seed = 0; seed < SPLITS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            String last = read(new Cut(bytes, random), 500).getLast();
            assertThat(last).as("seed %d", seed).matches("(?s)<(END|OVERSIZE .*)>");
        }
    }

    /** Gives its bytes in pieces of random sizes. */
    private static final class Cut extends InputStream {
        private final InputStream bytes;
        private final SplittableRandom random;

        Cut(byte[] bytes, SplittableRandom random) {
            this.bytes = new ByteArrayInputStream(bytes);
            this.random = random;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("the reader reads through a buffer");
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int most = random.nextBoolean() ? 3 : length;
            return bytes.read(target, from, Math.min(length, random.nextInt(1, most + 1)));
        }
    }

    /** A start block and 64 MB of one letter. */
    private static final class Endless extends InputStream {
        private int given;

        @Override
        public int read() {
            throw new UnsupportedOperationException("the reader reads through a buffer");
        }

        @Override
        public int read(byte[] target, int from, int length) {
            if (given >= 64 << 20) {
                return -1;
            }
            Arrays.fill(target, from, from + length, (byte) 'm');
            if (given == 0) {
                target[from] = MllpFrames.START_BLOCK;
            }
            given += length;
            return length;
        }
    }
}
