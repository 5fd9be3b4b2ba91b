package org.cytovigil.feed.folder;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.cytovigil.feed.Sha256;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;

/**
 * Takes in whole files: each as one batch, all or nothing, and the same bytes once whatever their
 * name.
 */
// [impl->req~feed.folder~1]
public final class FileIntake {
    /**
     * A larger file would hold up the store, and the answers to senders, for longer than they wait.
     */
    public static final long LARGEST_BYTES = 16L * 1024 * 1024;

    private static final String SENDER = "files";
    private static final Pattern NOT_SHOWN = Pattern.compile("[^\\x20-\\x7e]");
    private static final int SHOWN = 500;

    private final Intake intake;
    private final InstantSource clock;

    /** What came of a file. */
    public sealed interface Outcome {
        /**
         * It is on the disk.
         *
         * @param isNew {@code false} when the same bytes were taken before, and nothing was added
         */
        record Taken(FileContent content, boolean isNew) implements Outcome {}

        /**
         * Nothing of it was taken but a note in the quarantine.
         *
         * @param reason a line each, with file and place
         */
        record Refused(String reason) implements Outcome {}
    }

    /** Into one store. */
    public FileIntake(Intake intake, InstantSource clock) {
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Takes a file, durable on return.
     *
     * @param name without its folder
     * @param reader of its kind
     * @throws org.cytovigil.ledger.LedgerException when the store fails; nothing of it is kept then
     */
    public Outcome take(String name, byte[] content, FileReader reader) {
        return take(name, content, reader, List.of());
    }

    /**
     * The same, with remarks on the file that are kept in the quarantine when it is taken.
     *
     * @param remarks in words
     */
    Outcome take(String name, byte[] content, FileReader reader, List<String> remarks) {
        if (content.length > LARGEST_BYTES) {
            return refuse(name, "%s: %s".formatted(name, tooLarge()), content);
        }
        Instant received = clock.instant();
        try {
            FileContent read =
                    remarked(reader.read(name, content, received), name, received, remarks);
            boolean isNew =
                    intake.take(
                            new Batch(
                                    read.entries(),
                                    read.items(),
                                    new Receipt(SENDER, "taken", Sha256.hex(content), received)));
            return new Outcome.Taken(read, isNew);
        } catch (FileRefusedException e) {
            return refuse(name, String.valueOf(e.getMessage()), content);
        }
    }

    private static FileContent remarked(
            FileContent read, String name, Instant received, List<String> remarks) {
        List<Quarantine.Item> items = new ArrayList<>(read.items());
        for (String remark : remarks) {
            items.add(new Quarantine.Item(received, name, 1, remark, "see the file"));
        }
        return new FileContent(read.entries(), items, read.summary());
    }

    static String tooLarge() {
        return "larger than 16 MiB; cut it into several files";
    }

    /**
     * Refuses a file, and says so in the quarantine, once for the same bytes and reason.
     *
     * @param content of the file, or of it what tells it from others
     */
    Outcome.Refused refuse(String name, String reason, byte[] content) {
        Instant received = clock.instant();
        Quarantine.Item item =
                new Quarantine.Item(received, name, 1, "the whole file: " + reason, start(content));
        intake.take(
                new Batch(
                        List.of(),
                        List.of(item),
                        new Receipt(SENDER, "refused: " + reason, Sha256.hex(content), received)));
        return new Outcome.Refused(reason);
    }

    /** The first line: what was refused as a whole is fed again as a whole, or not at all. */
    private static String start(byte[] content) {
        String shown =
                new String(
                        content, 0, Math.min(content.length, SHOWN), StandardCharsets.ISO_8859_1);
        return NOT_SHOWN.matcher(shown.lines().findFirst().orElse("")).replaceAll("?");
    }
}
