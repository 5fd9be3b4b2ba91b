package org.cytovigil.feed.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.cytovigil.clinical.Stay;
import org.cytovigil.feed.Sha256;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.Unforeseen;
import org.cytovigil.feed.hl7.Acknowledgement.Fault;
import org.cytovigil.feed.hl7.Acknowledgement.Verdict;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Batch;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Intake;
import org.cytovigil.ledger.Ledger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.Quarantine;
import org.cytovigil.ledger.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * Takes in HL7 messages. A sender is told AA only after all of a message is on disk, each part as
 * an entry or in the quarantine; AE when nothing of it could be kept, so that it is sent again; AR
 * when it will never be read, and then it is in the quarantine as a whole. The answer names the
 * message by its control id whenever its header can be read. A message at which reading fails is
 * answered AE and is in the quarantine as a whole. Safe for use by several threads.
 */
// [impl->req~feed.hl7~1]
// [impl->req~feed.acknowledged~1]
public final class Hl7Intake implements MessageHandler, AutoCloseable {
    private static final Set<String> RESULTS = Set.of("ORU^R01", "ORU^R42");

    /** Of bytes that are no message, as many as show what they are. */
    private static final int NOISE_KEPT = 4096;

    private final Intake intake;
    private final CodeTable table;
    private final InstantSource clock;
    private final StayDirectory directory;
    private final ResultReader results;
    private final AdtReader admissions;
    private final Hl7Parser parser = new Hl7Parser();
    private final RunningPumps pumps = new RunningPumps();
    private final Revised revised = new Revised();
    private final Runnable unsubscribe;
    private final AtomicLong answers = new AtomicLong();
    private final LongAdder messages = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder quarantined = new LongAdder();
    private final LongAdder ignored = new LongAdder();

    /**
     * What came of the messages so far.
     *
     * @param messages answered
     * @param entries kept
     * @param quarantined parts put into the quarantine
     * @param ignored parts that the table knows to be of no use for grading
     */
    public record Counts(long messages, long entries, long quarantined, long ignored) {}

    /**
     * Takes messages in from now on.
     *
     * @param intake keeps what they say
     * @param ledger the same store, read to find stays and what is corrected
     * @param table what codes mean
     * @param clock when messages arrive
     * @param zone of times for which neither they nor their message name one
     */
    public Hl7Intake(
            Intake intake, Ledger ledger, CodeTable table, InstantSource clock, ZoneId zone) {
        this.intake = intake;
        this.table = table;
        this.clock = clock;
        this.directory = new StayDirectory(ledger);
        this.results =
                new ResultReader(
                        new ResultReader.Parts(
                                table, directory, new Standing(ledger), pumps, revised),
                        zone);
        this.unsubscribe = ledger.subscribe(entries -> entries.forEach(this::learn));
        for (Stay stay : ledger.stays()) {
            ledger.entriesOf(stay.id()).forEach(this::learn);
        }
        this.admissions = new AdtReader(directory, zone);
    }

    /** What is told twice counts once. */
    private void learn(Entry entry) {
        pumps.learn(entry);
        revised.learn(entry);
    }

    private static boolean isRead(Header header) {
        return RESULTS.contains(header.type())
                || (header.component(9, 1).equals("ADT")
                        && AdtReader.EVENTS.contains(header.component(9, 2)));
    }

    /** What came of the messages so far. */
    public Counts counts() {
        return new Counts(messages.sum(), accepted.sum(), quarantined.sum(), ignored.sum());
    }

    @Override
    public void close() {
        unsubscribe.run();
        directory.close();
    }

    /** What is to be said of a message, and what to be kept of it. */
    private record Judgement(
            Verdict verdict, Fault fault, String reason, Batch batch, int ignored) {}

    @Override
    public byte[] answer(byte[] payload, Sender sender) {
        messages.increment();
        Instant received = clock.instant();
        Hl7Text text = Hl7Text.of(payload);
        Optional<Header> header = Header.of(Hl7Parser.firstLine(text.text()));
        if (header.isEmpty()) {
            return noise(payload, sender, received);
        }
        Judgement judgement;
        try {
            judgement = judge(text, header.get(), payload, sender, received);
        } catch (LedgerException e) {
            Unforeseen.log(Hl7Intake.class, "the store could not be read", e);
            return lost(header.get(), received).getBytes(text.charset());
        } catch (RuntimeException e) {
            Unforeseen.log(Hl7Intake.class, "a message could not be read", e);
            judgement = unread(text, header.get(), payload, sender, received);
        }
        return keep(judgement, header.get(), received).getBytes(text.charset());
    }

    /**
     * A message at which reading failed in a way that nobody foresaw. Its sender keeps it, and it
     * is shown. Sent again it fills the quarantine once only; read by a later version of the
     * program it is no message that was kept before.
     */
    private static Judgement unread(
            Hl7Text text, Header header, byte[] payload, Sender sender, Instant received) {
        String name = nameOf(header, sender);
        Quarantine.Item item =
                new Quarantine.Item(received, name, 1, "reading it failed", text.text());
        Receipt receipt =
                new Receipt(name, header.controlId(), "unread " + Sha256.hex(payload), received);
        return new Judgement(
                Verdict.AE,
                Fault.INTERNAL,
                "reading it failed: it is in quarantine as a whole",
                new Batch(List.of(), List.of(item), receipt),
                0);
    }

    private static String nameOf(Header header, Sender sender) {
        return header.sender().isEmpty() ? sender.address() : header.sender();
    }

    /** The answer when nothing could be kept. */
    private String lost(@Nullable Header header, Instant received) {
        return Acknowledgement.of(
                header,
                Verdict.AE,
                Fault.INTERNAL,
                "the store failed: nothing was kept",
                received,
                nextId(received));
    }

    private String nextId(Instant received) {
        return "CV%d-%d".formatted(received.toEpochMilli(), answers.incrementAndGet());
    }

    @Override
    public byte[] postpone(byte[] start, Sender sender) {
        messages.increment();
        Instant received = clock.instant();
        Hl7Text text = Hl7Text.of(start);
        Optional<Header> header = Header.of(Hl7Parser.lines(text.text())[0]);
        return Acknowledgement.of(
                        header.orElse(null),
                        Verdict.AE,
                        Fault.INTERNAL,
                        "too many long messages at once: nothing was kept",
                        received,
                        nextId(received))
                .getBytes(text.charset());
    }

    @Override
    public byte[] refuseOversize(byte[] start, long limit, Sender sender) {
        messages.increment();
        Instant received = clock.instant();
        Hl7Text text = Hl7Text.of(start);
        Optional<Header> header = Header.of(Hl7Parser.firstLine(text.text()));
        String reason = "longer than %d bytes".formatted(limit);
        Quarantine.Item item =
                new Quarantine.Item(
                        received,
                        header.map(Header::sender)
                                .filter(name -> !name.isEmpty())
                                .orElse(sender.address()),
                        1,
                        reason + "; only its start is here",
                        shown(start));
        // A sender that tries again and again fills the quarantine once.
        Receipt receipt = new Receipt(sender.address(), "", Sha256.hex(start), received);
        Judgement judgement =
                new Judgement(
                        Verdict.AR,
                        Fault.INTERNAL,
                        reason,
                        new Batch(List.of(), List.of(item), receipt),
                        0);
        return keep(judgement, header.orElse(null), received).getBytes(text.charset());
    }

    private byte[] noise(byte[] payload, Sender sender, Instant received) {
        Quarantine.Item item =
                new Quarantine.Item(
                        received,
                        sender.address(),
                        1,
                        "no HL7 message: it has no MSH segment",
                        shown(payload));
        Receipt receipt = new Receipt(sender.address(), "", Sha256.hex(payload), received);
        Judgement judgement =
                new Judgement(
                        Verdict.AR,
                        Fault.SEGMENT,
                        "no MSH segment",
                        new Batch(List.of(), List.of(item), receipt),
                        0);
        return keep(judgement, null, received).getBytes(StandardCharsets.US_ASCII);
    }

    private Judgement judge(
            Hl7Text text, Header header, byte[] payload, Sender sender, Instant received) {
        String name = nameOf(header, sender);
        Receipt receipt = new Receipt(name, header.controlId(), Sha256.hex(payload), received);
        Readout out = new Readout(name, received);
        Optional<Refusal> refusal = refusal(text, header);
        if (refusal.isPresent()) {
            out.refuse(1, refusal.get().reason(), text.text());
            return new Judgement(
                    Verdict.AR,
                    refusal.get().fault(),
                    refusal.get().reason(),
                    new Batch(List.of(), out.items(), receipt),
                    0);
        }
        read(text.text(), header, out);
        Batch batch = new Batch(out.entries(), out.items(), receipt);
        if (out.items().isEmpty()) {
            return new Judgement(Verdict.AA, Fault.NONE, "", batch, out.ignored());
        }
        return new Judgement(
                Verdict.AA,
                Fault.TABLE_VALUE,
                "%d in quarantine: %s"
                        .formatted(out.items().size(), out.items().getFirst().reason()),
                batch,
                out.ignored());
    }

    private record Refusal(Fault fault, String reason) {}

    private static Optional<Refusal> refusal(Hl7Text text, Header header) {
        if (!text.named()) {
            return Optional.of(
                    new Refusal(
                            Fault.TABLE_VALUE,
                            "unknown character set '%s' (MSH-18)".formatted(header.field(18))));
        }
        if (header.controlId().isEmpty()) {
            return Optional.of(new Refusal(Fault.REQUIRED_FIELD, "no control id (MSH-10)"));
        }
        if (!header.versionIsRead()) {
            return Optional.of(
                    new Refusal(
                            Fault.VERSION, "version '%s' is not read".formatted(header.version())));
        }
        return isRead(header)
                ? Optional.empty()
                : Optional.of(
                        new Refusal(
                                Fault.MESSAGE_TYPE,
                                "messages of type '%s' are not read".formatted(header.type())));
    }

    /** Reads a message of a type and version that is read. */
    private void read(String text, Header header, Readout out) {
        if (!table.acceptsProcessing(header.component(11, 1))) {
            out.refuse(
                    1,
                    "processing id '%s' (MSH-11): no data of a patient"
                            .formatted(header.component(11, 1)),
                    text);
            return;
        }
        Hl7Message message = parser.parse(text, header);
        for (Hl7Message.UnknownLine line : message.unknown()) {
            out.refuse(line.line(), "no segment of HL7", header.raw() + "\r" + line.raw());
        }
        if (header.component(9, 1).equals("ADT")) {
            admissions.read(message, out);
        } else {
            results.read(message, out);
        }
    }

    /**
     * Reads a message again that waits in the quarantine; nothing is kept of it here.
     *
     * @param item the item that it waits in
     * @return what came of it now; {@code null} when it is no message that can be read
     */
    @Nullable Readout again(Quarantine.Item item) {
        Optional<Header> header = Header.of(Hl7Parser.firstLine(item.raw()));
        if (header.isEmpty() || !header.get().versionIsRead() || !isRead(header.get())) {
            return null;
        }
        Readout out = new Readout(item.source(), clock.instant());
        try {
            read(item.raw(), header.get(), out);
        } catch (LedgerException e) {
            throw e;
        } catch (RuntimeException e) {
            Unforeseen.log(Hl7Intake.class, "an item of the quarantine could not be read", e);
            return null;
        }
        return out;
    }

    private String keep(Judgement judgement, @Nullable Header header, Instant received) {
        try {
            if (intake.take(judgement.batch())) {
                accepted.add(judgement.batch().entries().size());
                quarantined.add(judgement.batch().quarantined().size());
                ignored.add(judgement.ignored());
            }
        } catch (RuntimeException e) {
            Unforeseen.log(Hl7Intake.class, "a message could not be kept", e);
            return lost(header, received);
        }
        return Acknowledgement.of(
                header,
                judgement.verdict(),
                judgement.fault(),
                judgement.reason(),
                received,
                nextId(received));
    }

    /** Bytes that may be no text, so that they can be looked at. */
    private static String shown(byte[] bytes) {
        int length = Math.min(bytes.length, NOISE_KEPT);
        StringBuilder shown = new StringBuilder();
        for (byte one : Arrays.copyOf(bytes, length)) {
            if (one >= ' ' && one <= '~' && one != '\\') {
                shown.append((char) one);
            } else {
                shown.append("\\x").append(HexFormat.of().toHexDigits(one));
            }
        }
        return bytes.length > length
                ? shown.append(" ... %d bytes in all".formatted(bytes.length)).toString()
                : shown.toString();
    }
}
