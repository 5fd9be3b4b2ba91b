package org.cytovigil.feed.simulator.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.cytovigil.feed.hl7.Answer;
import org.cytovigil.feed.hl7.Outlet;
import org.cytovigil.feed.simulator.unit.UnitPlan.FaultLevel;
import org.junit.jupiter.api.Test;

/** A message is sent until it is answered, under a clock that jumps to what is waited for. */
// [utest->req~feed.simulator~1]
class LineTest {
    private static final Instant START = Instant.parse("2026-03-05T12:00:00Z");

    /** One bed without history. */
    private static final UnitPlan PLAN =
            UnitPlan.of(1, 1, START, ZoneOffset.UTC)
                    .timed(Duration.ZERO, 1, Duration.ofMinutes(1))
                    .startingAt(60);

    private final List<String> came = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final Tally tally = new Tally();
    private Instant now = START;
    private int connections;
    private int mostConnections = Integer.MAX_VALUE;
    private Instant told = Instant.MAX;

    /** Answers as told, else AA; "silence" for none. */
    private final class Far implements Outlet {
        @Override
        public Answer send(byte[] message) throws IOException {
            String id = new String(message, StandardCharsets.UTF_8).split("\\|", -1)[9];
            came.add(id);
            now = now.plusMillis(7);
            String code = answers.isEmpty() ? "AA" : answers.remove();
            if (code.equals("silence")) {
                throw new IOException("no answer");
            }
            return new Answer(code, id, code.equals("AR") ? "not read" : "");
        }

        @Override
        public void lose(byte[] message) {
            came.add(new String(message, StandardCharsets.UTF_8).split("\\|", -1)[9] + " lost");
        }

        @Override
        public void close() {
            came.add("closed");
        }
    }

    private SimulatedUnit.Way way() {
        InstantSource clock = () -> now;
        return new SimulatedUnit.Way(
                () -> {
                    if (++connections > mostConnections) {
                        throw new IOException("nobody listens");
                    }
                    return new Far();
                },
                clock,
                moment -> {
                    if (moment.isAfter(told)) {
                        return false;
                    }
                    now = moment.isAfter(now) ? moment : now;
                    return true;
                },
                problem -> connections < 20,
                tally);
    }

    private void run(UnitPlan plan, Duration length) throws InterruptedException {
        new Line(
                        new SimulatedUnit(plan).deliveries(1),
                        new MessageWriter(plan),
                        "T-",
                        way(),
                        START.plus(length))
                .run();
    }

    @Test
    void whatIsAnsweredInErrorOrNotAtAllIsSentAgainWithItsControlId() throws Exception {
        answers.addAll(List.of("AE", "silence", "AA", "AR"));

        run(PLAN, Duration.ofSeconds(1));

        assertThat(came).startsWith("T-0", "T-0", "closed", "T-0", "T-1", "T-2").endsWith("closed");
        assertThat(tally.counts().errors()).isEqualTo(1);
        assertThat(tally.counts().rejected()).isEqualTo(1);
        assertThat(tally.counts().resent()).isEqualTo(2);
        assertThat(tally.counts().connections()).isEqualTo(2);
        assertThat(tally.counts().accepted()).isEqualTo(tally.counts().sent() - 1);
        assertThat(tally.counts().medianMillis()).isEqualTo(7);
        assertThat(tally.refusals()).contains("1  AE").contains("1  AR: not read");
    }

    @Test
    void aMessageThatCannotBeTakenSixTimesIsGivenUp() throws Exception {
        for (int i = 0; i < 6; i++) {
            answers.add("AE");
        }

        run(PLAN, Duration.ofSeconds(1));

        assertThat(came).startsWith("T-0", "T-0", "T-0", "T-0", "T-0", "T-0", "T-1");
        // Pauses of 0.25, 0.5, 1, 2 and 4 s, and 7 ms an answer.
        assertThat(now).isAfterOrEqualTo(START.plusMillis(7_750));
    }

    @Test
    void itEndsWhenTheWayIsGivenUp() throws Exception {
        mostConnections = 0;

        run(PLAN, Duration.ofHours(1));

        assertThat(came).isEmpty();
        assertThat(connections).isEqualTo(20);
    }

    @Test
    void toldToEndItSendsNothingMore() throws Exception {
        told = START.plus(Duration.ofMinutes(10));

        run(PLAN, Duration.ofHours(10));

        assertThat(now).isBeforeOrEqualTo(told.plusSeconds(1));
        // A minute's monitor for ten minutes, and what stood at the start.
        assertThat(came).hasSizeBetween(11, 25).endsWith("closed");
    }

    @Test
    void messagesGoAtTheirTimeAndNotBefore() throws Exception {
        run(PLAN, Duration.ofMinutes(30));

        // The answer to the last one comes after 7 ms.
        assertThat(now)
                .isBetween(
                        START.plus(Duration.ofMinutes(30)),
                        START.plus(Duration.ofMinutes(30)).plusMillis(7));
        assertThat(tally.counts().sent()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void aMishapOnTheWayIsMadeGood() throws Exception {
        run(UnitPlan.of(1, 3, START, ZoneOffset.UTC).with(FaultLevel.MANY), Duration.ofSeconds(1));

        List<String> lost = came.stream().filter(id -> id.endsWith(" lost")).toList();
        assertThat(lost).isNotEmpty();
        for (String id : lost) {
            int at = came.indexOf(id);
            assertThat(came.subList(at + 1, at + 3))
                    .containsExactly("closed", id.replace(" lost", ""));
        }
        assertThat(tally.counts().duplicates()).isPositive();
        assertThat(tally.counts().accepted())
                .isEqualTo(tally.counts().sent() + tally.counts().duplicates());
    }
}
