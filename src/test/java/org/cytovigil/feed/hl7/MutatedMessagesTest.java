package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.MemoryLedger;
import org.junit.jupiter.api.Test;

/** Messages damaged in every way are answered, and nothing of what they held is lost in silence. */
// [utest->req~feed.hl7~1]
class MutatedMessagesTest {
    private static final int MESSAGES = Integer.getInteger("long", 0) > 0 ? 1_000_000 : 50_000;
    private static final Pattern ANSWER =
            Pattern.compile(
                    "MSH.*\rMSA(.)(AA|AE|AR)\\1([^\r]*)\\1[^\r]*\r(ERR[^\r]*\r)?", Pattern.DOTALL);

    private final Random random = new Random(20260302);
    private final List<byte[]> originals = originals();

    private static List<byte[]> originals() {
        List<Samples.Sample> all = new ArrayList<>(Samples.of(Samples.FOLDER.resolve("own")));
        all.addAll(Samples.of(Samples.FOLDER.resolve("sim")));
        return all.stream().map(Samples.Sample::bytes).filter(bytes -> bytes.length > 100).toList();
    }

    @Test
    void everyDamagedMessageIsAnsweredAndKept() {
        MemoryLedger ledger = new MemoryLedger();
        Samples.admitOwn(ledger);
        List<Batch> taken = new ArrayList<>();
        Hl7Intake intake =
                new Hl7Intake(
                        batch -> taken.add(batch),
                        ledger,
                        CodeTable.standard(),
                        () -> Samples.NOW,
                        ZoneOffset.UTC);
        int accepted = 0;
        for (int i = 0; i < MESSAGES; i++) {
            byte[] message = originals.get(random.nextInt(originals.size()));
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                message = mutate(message);
            }
            taken.clear();
            long ignored = intake.counts().ignored();
            String answer = new String(intake.answer(message, Wire.SENDER), charset(message));
            var parts = ANSWER.matcher(answer);
            assertThat(parts.matches()).as(() -> answer).isTrue();
            assertThat(parts.group(3)).isEqualTo(controlId(message));
            assertThat(parts.group(2)).as("nothing failed here").isNotEqualTo("AE");
            assertThat(taken).hasSize(1);
            Batch batch = taken.getFirst();
            if (parts.group(2).equals("AR")) {
                assertThat(batch.quarantined()).as("refused: in the quarantine").hasSize(1);
                assertThat(batch.entries()).isEmpty();
            }
            assertThat(
                            batch.entries().size()
                                    + batch.quarantined().size()
                                    + intake.counts().ignored()
                                    - ignored)
                    .as("something is kept of every message")
                    .isPositive();
            accepted += parts.group(2).equals("AA") ? 1 : 0;
        }
        assertThat(accepted).isBetween(MESSAGES / 4, MESSAGES);
    }

    private static java.nio.charset.Charset charset(byte[] message) {
        Hl7Text text = Hl7Text.of(message);
        return Header.of(Hl7Parser.lines(text.text())[0]).isEmpty()
                ? StandardCharsets.US_ASCII
                : text.charset();
    }

    /** MSH-10; empty when there is no header. */
    private static String controlId(byte[] message) {
        String first = Hl7Parser.lines(Hl7Text.of(message).text())[0];
        if (Header.of(first).isEmpty()) {
            return "";
        }
        String[] fields = first.split(Pattern.quote(first.substring(3, 4)), -1);
        return fields.length > 9 ? fields[9].strip() : "";
    }

    private byte[] mutate(byte[] message) {
        if (message.length < 2) {
            return new byte[] {(byte) random.nextInt(256), (byte) random.nextInt(256)};
        }
        byte[] changed = message.clone();
        int at = random.nextInt(changed.length);
        switch (random.nextInt(8)) {
            case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> changed[at] = (byte) random.nextInt(256);
            case 2 -> changed = Arrays.copyOf(changed, at);
            case 3 -> changed = Arrays.copyOfRange(changed, at / 8, changed.length);
            case 4 -> changed = fields(changed, Change.REMOVE);
            case 5 -> changed = fields(changed, Change.DOUBLE);
            case 6 -> changed = fields(changed, Change.SWAP);
            default -> changed = insert(changed, at);
        }
        return changed;
    }

    private enum Change {
        REMOVE,
        DOUBLE,
        SWAP
    }

    /** Changes fields, or whole segments. */
    private byte[] fields(byte[] message, Change change) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        String separator = random.nextBoolean() ? "|" : "\r";
        List<String> parts = new ArrayList<>(List.of(text.split(Pattern.quote(separator), -1)));
        int at = random.nextInt(parts.size());
        switch (change) {
            case REMOVE -> parts.remove(at);
            case DOUBLE -> parts.add(at, parts.get(at));
            case SWAP -> Collections.swap(parts, at, random.nextInt(parts.size()));
        }
        return String.join(separator, parts).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] insert(byte[] message, int at) {
        String[] awkward = {
            "\r",
            "\n",
            "\\",
            "\\X",
            "\\.br\\",
            "~~~",
            "&&",
            "^^^^^^",
            "\"\"",
            "\u0000",
            "é",
            "|||||||||||"
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(message, 0, at);
        out.writeBytes(awkward[random.nextInt(awkward.length)].getBytes(StandardCharsets.UTF_8));
        out.write(message, at, message.length - at);
        return out.toByteArray();
    }
}
