package org.cytovigil.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.cytovigil.feed.hl7.MessageHandler;
import org.cytovigil.feed.hl7.MllpCounters;
import org.cytovigil.feed.hl7.MllpListener;
import org.cytovigil.feed.hl7.MllpPipe;
import org.cytovigil.feed.hl7.MllpSettings;
import org.cytovigil.ledger.LedgerException;
import org.cytovigil.ledger.jdbc.JdbcLedger;
import org.cytovigil.ledger.jdbc.StoreRecovery;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.monitor.Trouble;
import org.cytovigil.monitor.UnitSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A unit without a screen: takes in HL7 messages, grades and alarms, and says how it is doing. */
// [impl->req~command.serve~1]
final class Gateway implements AutoCloseable {
    /** Nobody looks at it: enough for alarms within a second. */
    private static final Duration BEAT = Duration.ofMillis(200);

    private static final Duration HEALTH_LINE = Duration.ofSeconds(60);

    /** A monitor that has not moved for so long stands still. */
    private static final Duration STANDSTILL = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final PrintWriter out;
    private final JdbcLedger ledger;
    private final UnitSession session;
    private final MllpCounters counters = new MllpCounters();
    private final @Nullable MllpListener listener;
    private final MllpPipe pipe;
    private final Heartbeat monitor;
    private final @Nullable HealthServer health;
    private final List<GatewayFeed> feeds = new CopyOnWriteArrayList<>();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * What a gateway is made of.
     *
     * @param store made when there is no such file
     * @param mllp where it listens; {@code null} when it only reads a pipe
     * @param healthPort of this computer; 0 for any free one, {@code null} for none
     * @param feeds ways in beside the listener
     */
    record Settings(
            Path store,
            @Nullable MllpSettings mllp,
            @Nullable Integer healthPort,
            Hl7Handlers handlers,
            InstantSource clock,
            ZoneId zone,
            List<GatewayFeed.Start> feeds) {
        /** A gateway with a listener alone. */
        Settings(
                Path store,
                MllpSettings mllp,
                @Nullable Integer healthPort,
                Hl7Handlers handlers,
                InstantSource clock,
                ZoneId zone) {
            this(store, mllp, healthPort, handlers, clock, zone, List.of());
        }
    }

    /**
     * Opens the store and begins to listen.
     *
     * @throws LedgerException when the store cannot be opened
     * @throws IOException when it cannot listen
     */
    Gateway(Settings settings, PrintWriter out) throws IOException {
        this(settings, BackupPlan.STANDARD, store -> {}, out);
    }

    /**
     * @param first done to the open store before anything is read of it
     * @throws LedgerException when the store cannot be opened
     * @throws IOException when it cannot listen
     */
    Gateway(Settings settings, BackupPlan plan, Consumer<JdbcLedger> first, PrintWriter out)
            throws IOException {
        this.clock = settings.clock();
        this.out = out;
        try {
            StoreRecovery.Opened opened = StoreRecovery.open(settings.store(), clock.instant());
            this.ledger = part(opened.ledger());
            first.accept(ledger);
            Seat seat = part(Seat.take(settings.store(), Seat.Kind.GATEWAY));
            this.session = part(OpenUnit.gateway(ledger, clock, settings.zone(), seat));
            sayDamage(opened.said());
            session.beat();
            part(new StoreWatch(settings.store(), ledger, session, clock, plan).start());
            this.monitor = part(new Heartbeat("monitor", BEAT, session::beat));
            MessageHandler handler = settings.handlers().of(ledger, clock, settings.zone());
            if (handler instanceof AutoCloseable closeable) {
                part(closeable);
            }
            Integer port = settings.healthPort();
            this.health = port == null ? null : part(new HealthServer(port, this::health));
            for (GatewayFeed.Start start : settings.feeds()) {
                feeds.add(part(start.into(ledger, clock, settings.zone())));
            }
            MllpSettings mllp = settings.mllp();
            this.pipe = part(new MllpPipe(handler, counters));
            this.listener =
                    mllp == null ? null : part(MllpListener.start(mllp, handler, counters, clock));
            part(new Heartbeat("health", HEALTH_LINE, this::printHealth));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void sayDamage(String said) {
        session.say(Trouble.DAMAGE, said);
        if (!said.isEmpty()) {
            out.println("ATTENTION: " + said);
            out.flush();
        }
    }

    /** Notes what has to be closed, the last first. */
    private <T extends AutoCloseable> T part(T made) {
        parts.push(made);
        return made;
    }

    /** The port at which it listens for messages; 0 when it does not. */
    int port() {
        return listener == null ? 0 : listener.port();
    }

    /**
     * Takes in the messages of a stream to its end, and has them graded.
     *
     * @throws IOException when the stream cannot be read, or is no MLLP
     */
    void read(InputStream in) throws IOException {
        pipe.read(in);
        if (listener == null) {
            // Nothing more will come: what came last is graded before this ends. One thread beats.
            monitor.close();
            session.beat();
        }
    }

    /** The port at which it says how it is doing; {@code null} for none. */
    @Nullable Integer healthPort() {
        return health == null ? null : health.port();
    }

    /** How it is doing at this moment. */
    Health health() {
        Instant now = clock.instant();
        String fault = session.fault();
        long quarantine = 0;
        try {
            quarantine = ledger.unsettled();
        } catch (LedgerException e) {
            LoggerFactory.getLogger(Gateway.class).error("the store could not be read", e);
            fault = "The store could not be read.";
        }
        if (Duration.between(session.latest().at(), now).compareTo(STANDSTILL) > 0) {
            fault = "The monitor stands still.";
        }
        for (GatewayFeed feed : feeds) {
            fault = fault.isEmpty() ? feed.fault() : fault;
        }
        return Health.of(now, fault, session.latest(), quarantine, counters.counts()).with(feeds);
    }

    private void printHealth() {
        try {
            out.println(health().line());
            out.flush();
        } catch (RuntimeException e) {
            // A beat that throws is the last one.
            LoggerFactory.getLogger(Gateway.class).error("no health line", e);
        }
    }

    /** Waits until it is closed. */
    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /**
     * Takes no more messages, has those at hand answered, and closes the store. Closing twice is
     * closing once.
     */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                // The parts that are left have to be closed all the same.
                LoggerFactory.getLogger(Gateway.class).error("a part did not close", e);
            }
        }
        closed.countDown();
    }
}
