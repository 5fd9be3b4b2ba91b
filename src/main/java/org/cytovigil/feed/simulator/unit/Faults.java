package org.cytovigil.feed.simulator.unit;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.LaboratoryResult;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.simulator.unit.Delivery.Mishap;
import org.cytovigil.feed.simulator.unit.Report.Pump;
import org.cytovigil.feed.simulator.unit.Report.Results;
import org.cytovigil.feed.simulator.unit.Report.Status;
import org.cytovigil.feed.simulator.unit.UnitPlan.FaultLevel;
import org.jspecify.annotations.Nullable;

/**
 * Puts what goes wrong with real senders among the reports of a bed: artefacts, a silent bed, lost
 * connections, messages sent twice, late values, corrections and deletions, changes of a bag, a
 * pump without a concentration, and on one bed of the unit a monitor whose clock is ahead.
 */
// [impl->req~feed.simulator.faults~1]
final class Faults implements Iterator<Delivery> {
    /** How far the clock of one monitor is ahead. */
    static final Duration CLOCK_AHEAD = Duration.ofSeconds(90);

    /** How long a bed is silent when it is. */
    static final Duration SILENCE = Duration.ofMinutes(20);

    /** The second pump of a drug has the number of the first and this. */
    static final int SECOND_PUMP = 4;

    private static final Duration DELETED_AFTER = Duration.ofMinutes(10);

    /** How often of a thousand reports, and how many times as often when many things go wrong. */
    private enum Kind {
        SILENCE(0.6, 6),
        ARTEFACT(3, 8),
        LATE(3, 8),
        TWICE(3, 8),
        LOST(0.6, 6),
        DELETED(1, 6),
        CHARTED_LATE(30, 4),
        CORRECTED(100, 4),
        NEW_BAG(80, 3),
        NO_CONCENTRATION(40, 3);

        private final double perThousand;
        private final double manyTimes;

        Kind(double perThousand, double manyTimes) {
            this.perThousand = perThousand;
            this.manyTimes = manyTimes;
        }
    }

    private record Waiting(Delivery delivery, long number) {}

    private final UnitPlan plan;
    private final Iterator<Report> reports;
    private final RandomGenerator random;
    private final boolean clockAhead;
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(
                    Comparator.comparing((Waiting waiting) -> waiting.delivery().due())
                            .thenComparingLong(Waiting::number));
    private final Map<Vasopressor, Integer> moved = new HashMap<>();
    private @Nullable Report ahead;
    private Instant silentUntil = Instant.MIN;
    private long number;

    Faults(UnitPlan plan, int bed, Iterator<Report> reports) {
        this.plan = plan;
        this.reports = reports;
        random =
                RandomGeneratorFactory.of("L64X128MixRandom")
                        .create(plan.seed() * 0x5851F42D4C957F2DL + 1_000 + bed);
        clockAhead =
                plan.faults() != FaultLevel.NONE
                        && Math.floorMod(plan.seed(), (long) plan.beds()) == bed - 1;
    }

    @Override
    public boolean hasNext() {
        return ahead != null || !queue.isEmpty() || reports.hasNext();
    }

    @Override
    public Delivery next() {
        while (true) {
            if (ahead == null && reports.hasNext()) {
                ahead = reports.next();
            }
            Report report = ahead;
            Waiting first = queue.peek();
            if (report == null || (first != null && !first.delivery().due().isAfter(report.at()))) {
                return queue.remove().delivery();
            }
            ahead = null;
            take(report);
        }
    }

    private void take(Report report) {
        if (plan.faults() == FaultLevel.NONE || !(report instanceof Results results)) {
            send(report, report.at());
            return;
        }
        switch (results.source()) {
            case MONITOR -> monitor(results);
            case PUMP -> pump(results);
            case LABORATORY -> laboratory(results);
            case CHART ->
                    send(
                            results,
                            happens(Kind.CHARTED_LATE)
                                    ? results.at().plusSeconds(whole(600, 5_400))
                                    : results.at());
        }
    }

    private void send(Report report, Instant due) {
        Mishap mishap =
                plan.faults() == FaultLevel.NONE
                        ? Mishap.NONE
                        : happens(Kind.TWICE)
                                ? Mishap.SENT_TWICE
                                : happens(Kind.LOST) ? Mishap.CONNECTION_LOST : Mishap.NONE;
        queue.add(new Waiting(new Delivery(report, due, mishap), number++));
    }

    private void monitor(Results seen) {
        if (happens(Kind.SILENCE)) {
            silentUntil = seen.at().plus(SILENCE);
        }
        if (seen.at().isBefore(silentUntil)) {
            return;
        }
        Results shown = happens(Kind.ARTEFACT) ? seen.of(Artefacts.in(seen.facts(), random)) : seen;
        Results said = clockAhead ? shown.timed(shown.at().plus(CLOCK_AHEAD)) : shown;
        Instant due = happens(Kind.LATE) ? seen.at().plusSeconds(whole(70, 1_500)) : seen.at();
        send(said, due);
        if (happens(Kind.DELETED)) {
            List<Observation> pulse =
                    said.facts().stream().filter(HeartRate.class::isInstance).toList();
            send(said.of(pulse).in(Status.DELETED), due.plus(DELETED_AFTER));
        }
    }

    private void laboratory(Results drawn) {
        if (!happens(Kind.CORRECTED)) {
            send(drawn, drawn.at());
            return;
        }
        int which = whole(0, drawn.facts().size() - 1);
        Observation right = drawn.facts().get(which);
        send(
                drawn.of(
                        drawn.facts().stream()
                                .map(fact -> fact.equals(right) ? wrong(fact) : fact)
                                .toList()),
                drawn.at());
        send(
                drawn.of(List.of(right)).in(Status.CORRECTED),
                drawn.at().plusSeconds(whole(1_200, 3_600)));
    }

    /** A sample mixed up: a quarter too much, and a hundredth so that it always differs. */
    private static Observation wrong(Observation fact) {
        return fact instanceof LaboratoryResult result
                ? new LaboratoryResult(result.analyte(), Math.rint(result.value() * 125 + 1) / 100)
                : fact;
    }

    private void pump(Results given) {
        VasopressorInfusion infusion = infusion(given);
        Pump pump = given.pump();
        if (pump == null) {
            throw new IllegalArgumentException("a report of a pump without its pump");
        }
        Pump mine =
                new Pump(
                        moved.getOrDefault(infusion.drug(), pump.number()),
                        pump.microgramsPerMillilitre(),
                        pump.millilitresPerHour());
        Results said = given.by(mine);
        if (infusion.running() && happens(Kind.NEW_BAG)) {
            changeBag(said, infusion, mine, pump.number());
        } else if (infusion.running() && happens(Kind.NO_CONCENTRATION)) {
            send(
                    said.of(
                                    replaced(
                                            said,
                                            new VasopressorInfusion(
                                                    infusion.drug(), null, Salt.UNSTATED)))
                            .by(new Pump(mine.number(), null, mine.millilitresPerHour())),
                    said.at());
        } else {
            send(said, said.at());
        }
    }

    /** The stop of the old bag and the start of the new one, of one minute and in either order. */
    private void changeBag(Results said, VasopressorInfusion infusion, Pump mine, int first) {
        boolean second = random.nextBoolean();
        int other = mine.number() == first ? first + SECOND_PUMP : first;
        Results stop =
                said.of(replaced(said, VasopressorInfusion.stopped(infusion.drug())))
                        .by(new Pump(mine.number(), mine.microgramsPerMillilitre(), 0));
        Results start =
                second
                        ? said.by(
                                new Pump(
                                        other,
                                        mine.microgramsPerMillilitre(),
                                        mine.millilitresPerHour()))
                        : said;
        if (second) {
            moved.put(infusion.drug(), other);
        }
        boolean stopFirst = random.nextBoolean();
        send(stopFirst ? stop : start, said.at());
        send(stopFirst ? start : stop, said.at());
    }

    private static VasopressorInfusion infusion(Results given) {
        for (Observation fact : given.facts()) {
            if (fact instanceof VasopressorCharted(VasopressorInfusion infusion)) {
                return infusion;
            }
        }
        throw new IllegalArgumentException("a report of a pump without its drug");
    }

    private static List<Observation> replaced(Results said, VasopressorInfusion infusion) {
        return said.facts().stream()
                .map(
                        fact ->
                                fact instanceof VasopressorCharted
                                        ? new VasopressorCharted(infusion)
                                        : fact)
                .toList();
    }

    private boolean happens(Kind kind) {
        double share =
                kind.perThousand / 1_000 * (plan.faults() == FaultLevel.MANY ? kind.manyTimes : 1);
        return random.nextDouble() < share;
    }

    private int whole(int low, int high) {
        return low + (int) (random.nextDouble() * (high - low + 1));
    }
}
