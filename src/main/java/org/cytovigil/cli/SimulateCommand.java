package org.cytovigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cytovigil.feed.hl7.MllpPipe;
import org.cytovigil.feed.hl7.MllpSender;
import org.cytovigil.feed.simulator.unit.SimulatedUnit;
import org.cytovigil.feed.simulator.unit.Tally;
import org.cytovigil.feed.simulator.unit.UnitPlan;
import org.cytovigil.feed.simulator.unit.UnitPlan.Dialect;
import org.cytovigil.feed.simulator.unit.UnitPlan.FaultLevel;
import org.cytovigil.monitor.Heartbeat;
import org.cytovigil.monitor.SystemClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays a unit of invented patients to a listener of HL7 messages. */
// [impl->req~command.simulate~1]
@Command(
        name = "simulate",
        description = {
            "Plays a unit of invented CAR-T patients and sends it as HL7 messages over MLLP.",
            "The charts go back to the admissions and the monitors two days, sent as fast as they are taken; from then on all goes at the speed of life.",
            "Without --to the messages go to the standard output, for serve --stdin."
        },
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LINE_EVERY = Duration.ofSeconds(60);
    private static final int MOST_CONNECTIONS = 8;
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final InstantSource clock = new SystemClock();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Mixin private SimulatedSender sender = new SimulatedSender();

    @Option(
            names = "--beds",
            defaultValue = "8",
            paramLabel = "N",
            description = "Beds of the unit, 1 to 200. Default: 8.")
    private int beds;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "Which unit of that size; the same seed gives the same courses. Default: 1.")
    private long seed;

    @Option(
            names = "--history",
            defaultValue = "48h",
            converter = SpanConverter.class,
            paramLabel = "SPAN",
            description =
                    "The monitors have been sending for so long already, and the charts since the admissions; 0 for nothing of the past. Default: 48h.")
    private Duration history = Duration.ofDays(2);

    @Option(
            names = "--speed",
            defaultValue = "1",
            paramLabel = "N",
            description =
                    "From now on courses go so many times as fast as life, by the present clock: durations are then shortened as well. Default: 1.")
    private double speed;

    @Option(
            names = "--start",
            converter = SpanConverter.class,
            paramLabel = "SPAN",
            description =
                    "Every bed is now so long after its infusion, such as 52h or 2d4h. Default: each bed at a time of its own.")
    private @Nullable Duration start;

    @Option(
            names = "--for",
            converter = SpanConverter.class,
            paramLabel = "SPAN",
            description = "End so long after the history. Default: when told to.")
    private @Nullable Duration length;

    @Option(
            names = "--vitals-every",
            defaultValue = "1m",
            converter = SpanConverter.class,
            paramLabel = "SPAN",
            description =
                    "Monitors send so often, 1s or more; in the history every 5 minutes at most. Default: 1m.")
    private Duration every = Duration.ofMinutes(1);

    @Option(
            names = "--faults",
            defaultValue = "some",
            paramLabel = "LEVEL",
            description = "What goes wrong: none, some or many. Default: some.")
    private FaultLevel faults = FaultLevel.SOME;

    @Option(
            names = "--dialect",
            defaultValue = "pcd",
            paramLabel = "DIALECT",
            description =
                    "How monitors speak: pcd (IHE PCD-01, codes of IEEE 11073) or loinc. Default: pcd.")
    private Dialect dialect = Dialect.PCD;

    @Option(
            names = "--processing",
            defaultValue = "P",
            paramLabel = "ID",
            description = "MSH-11: P, T or D. Default: P, since listeners refuse others.")
    private String processing = "P";

    @Override
    public Integer call() throws RejectedInputException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        // A pipe carries messages and nothing else.
        PrintWriter words = sender.isNamed() ? out : spec.commandLine().getErr();
        UnitPlan plan = plan();
        Instant end = length == null ? Instant.MAX : plan.start().plus(length);
        Tally tally = new Tally();
        SimulatedSender.Target target = sender.target(spec.commandLine());
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("end").unstarted(() -> end(told, ended)));
        Troubles troubles = new Troubles(words, target != null, told, clock);
        SimulatedUnit.Way way =
                new SimulatedUnit.Way(
                        () ->
                                target == null
                                        ? MllpPipe.writing(out)
                                        : MllpSender.connect(
                                                target.host(),
                                                target.port(),
                                                PATIENCE,
                                                target.tls()),
                        clock,
                        new LatchWaiting(clock, told),
                        troubles,
                        tally);
        AtomicLong beats = new AtomicLong();
        Heartbeat line =
                new Heartbeat(
                        "line",
                        LINE_EVERY,
                        () -> {
                            if (beats.getAndIncrement() > 0) {
                                say(words, tally.line());
                            }
                        });
        try {
            new SimulatedUnit(plan).send(connections(target), way, end);
            say(words, tally.line());
            words.print(tally.refusals());
            words.flush();
        } finally {
            line.close();
            ended.countDown();
        }
        Tally.Counts counts = tally.counts();
        boolean unheard =
                counts.accepted() + counts.errors() + counts.rejected() == 0
                        && troubles.last() != null;
        if (unheard && told.getCount() > 0) {
            throw new RejectedInputException("nothing could be sent: " + troubles.last());
        }
        return ExitCode.DONE;
    }

    private static void say(PrintWriter words, String line) {
        words.println(line);
        words.flush();
    }

    /** The system ends the program: the message at hand is still answered. */
    private static void end(CountDownLatch told, CountDownLatch ended) {
        told.countDown();
        try {
            if (!ended.await(ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                LoggerFactory.getLogger(SimulateCommand.class)
                        .info("ended while a message was not answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int connections(SimulatedSender.@Nullable Target target) {
        return target == null ? 1 : sender.connections(Math.min(beds, MOST_CONNECTIONS));
    }

    private UnitPlan plan() {
        if (!processing.matches("[PTD]")) {
            throw wrongUse("--processing: '%s' is none of P, T and D".formatted(processing));
        }
        try {
            return new UnitPlan(
                    beds,
                    seed,
                    clock.instant(),
                    history,
                    speed,
                    every,
                    start == null ? null : start.toMinutes() / 60.0,
                    faults,
                    dialect,
                    processing,
                    ZoneId.systemDefault());
        } catch (IllegalArgumentException e) {
            throw wrongUse(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrongUse(String reason) {
        return new ParameterException(spec.commandLine(), reason);
    }

    /** Says once a while what stands in the way, and goes on unless nobody can hear any more. */
    private static final class Troubles implements SimulatedUnit.Trouble {
        private final PrintWriter words;
        private final boolean triedAgain;
        private final CountDownLatch told;
        private final InstantSource clock;
        private @Nullable String last;
        private Instant saidAt = Instant.EPOCH;

        Troubles(PrintWriter words, boolean triedAgain, CountDownLatch told, InstantSource clock) {
            this.clock = clock;
            this.words = words;
            this.triedAgain = triedAgain;
            this.told = told;
        }

        @Override
        public synchronized boolean goesOn(IOException problem) {
            String reason = String.valueOf(problem.getMessage());
            Instant now = clock.instant();
            if (!reason.equals(last) || now.isAfter(saidAt.plus(LINE_EVERY))) {
                last = reason;
                saidAt = now;
                say(words, "no connection: " + reason + (triedAgain ? "; trying again" : ""));
            }
            return triedAgain && told.getCount() > 0;
        }

        synchronized @Nullable String last() {
            return last;
        }
    }
}
