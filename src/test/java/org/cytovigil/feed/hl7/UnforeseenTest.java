package org.cytovigil.feed.hl7;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.ForwardingLedger;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Failures that nobody foresaw: answered, kept, and logged without anything of a patient. */
// [utest->req~feed.hl7~1]
class UnforeseenTest {
    private static final String CORRECTION =
            String.join(
                    "\r",
                    Wire.header("ORU^R01", "77"),
                    Wire.PATIENT,
                    Wire.ORDER,
                    Wire.spo2("93").replace("|F|", "|C|"));

    private final MemoryLedger ledger = new MemoryLedger();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private RuntimeException failure = new IllegalStateException("reading of Sample^Ann failed");
    private boolean failing;

    @BeforeEach
    void listen() {
        Samples.admitOwn(ledger);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        log.setContext(context);
        log.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(log);
    }

    @AfterEach
    void leave() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(log);
    }

    /** The store as it is, but for reading what was charted before, which may fail. */
    private final class Failing extends ForwardingLedger {
        Failing() {
            super(ledger);
        }

        @Override
        public List<Entry> entriesOf(StayId stay) {
            if (failing) {
                throw failure;
            }
            return super.entriesOf(stay);
        }

        @Override
        public List<Entry> entriesOf(StayId stay, Instant from, Instant to) {
            if (failing) {
                throw failure;
            }
            return super.entriesOf(stay, from, to);
        }

        @Override
        public void close() {
            // The test goes on looking into it.
        }
    }

    private Hl7Intake intake() {
        return new Hl7Intake(
                ledger, new Failing(), CodeTable.standard(), () -> Samples.NOW, ZoneOffset.UTC);
    }

    private static String send(Hl7Intake intake, String message) {
        return new String(intake.answer(message.getBytes(UTF_8), Wire.SENDER), UTF_8);
    }

    @Test
    void aMessageAtWhichReadingFailsIsAnsweredAeAndKeptWhole() {
        try (Hl7Intake intake = intake()) {
            failing = true;
            String answer = send(intake, CORRECTION);
            send(intake, CORRECTION);

            assertThat(answer)
                    .contains("\rMSA|AE|77|reading it failed: it is in quarantine as a whole")
                    .doesNotContain("Ann");
            assertThat(ledger.items())
                    .singleElement()
                    .satisfies(item -> assertThat(item.raw()).isEqualTo(CORRECTION))
                    .extracting(Quarantine.Item::reason)
                    .isEqualTo("reading it failed");

            failing = false;
            assertThat(send(intake, CORRECTION)).contains("MSA|AA|77|");
            assertThat(ledger.entriesOf(new StayId("S-1"))).hasSize(2);
        }
        assertThat(logged()).contains("a message could not be read").doesNotContain("Ann");
    }

    @Test
    void aStoreThatCannotBeReadKeepsNothing() {
        failure = new LedgerException("The disk is gone.");
        try (Hl7Intake intake = intake()) {
            failing = true;
            assertThat(send(intake, CORRECTION))
                    .contains("\rMSA|AE|77|the store failed: nothing was kept");
            assertThat(ledger.items()).isEmpty();
        }
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            all.append(event.getFormattedMessage()).append('\n');
            if (event.getThrowableProxy() != null) {
                all.append(ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
            }
        }
        return all.toString();
    }

    /** Broken in every way, with a name, a number and a birthday in them. */
    @Test
    void nothingOfAPatientIsLogged() {
        Logger own = (Logger) LoggerFactory.getLogger("org.cytovigil");
        own.setLevel(Level.TRACE);
        Random random = new Random(5);
        try (Hl7Intake intake = intake()) {
            for (int i = 0; i < 3_000; i++) {
                StringBuilder message =
                        new StringBuilder(
                                String.join(
                                        "\r",
                                        Wire.header(i % 7 == 0 ? "ADT^A01" : "ORU^R01", "i" + i),
                                        "EVN||20260302",
                                        "PID|||SECRETNUMBER^^^HOSP^MR||SECRETNAME^Ann||19700303",
                                        "PV1||I|W^SECRETROOM^1",
                                        Wire.ORDER,
                                        Wire.spo2("SECRETVALUE")));
                for (int hits = random.nextInt(4); hits > 0; hits--) {
                    message.setCharAt(
                            random.nextInt(message.length()), (char) random.nextInt(1, 256));
                }
                send(intake, message.toString());
            }
        } finally {
            own.setLevel(null);
        }
        assertThat(logged()).doesNotContain("SECRET");
        // The library that takes messages apart writes what it cannot read.
        LoggerFactory.getLogger("ca.uhn.hl7v2.parser.PipeParser").error("SECRETNAME");
        assertThat(logged()).doesNotContain("SECRET");
    }
}
