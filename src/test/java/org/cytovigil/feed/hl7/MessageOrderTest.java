package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Facts;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.StayMonitor;
import org.junit.jupiter.api.Test;

/** The same messages come to the same grades, in whatever order and however often they come. */
// [utest->req~monitor.fold~1]
// [utest->req~feed.pumps~1]
class MessageOrderTest {
    private static final StayId STAY = new StayId("S-1");
    private static final int LONG = Integer.getInteger("long", 0);

    private static String vitals(String id, String time, String celsius, String status) {
        return Feed.message(
                id,
                time,
                "OBX|1|NM|8310-5^Body temperature^LN||%s|Cel|||||%s".formatted(celsius, status));
    }

    private static String pressure(String id, String time, int systolic, String status) {
        return Feed.message(
                id,
                time,
                "OBX|1|NM|150021^MDC_PRESS_BLD_NONINV_SYS^MDC||%d|mm[Hg]|||||%s"
                        .formatted(systolic, status));
    }

    private static String oxygen(String id, String time, int percent, String status) {
        return Feed.message(
                id,
                time,
                "OBX|1|ST|107117-4^Oxygen device^LN||HFNC||||||" + status,
                "OBX|2|NM|3151-8^Oxygen flow^LN||40|L/min|||||" + status,
                "OBX|3|NM|3150-0^Inhaled oxygen^LN||%d|%%|||||%s".formatted(percent, status));
    }

    /** A fever that was none, and a bag change to a second pump. */
    private static final List<String> SIX =
            List.of(
                    vitals("1", "080000", "39.4", "F"),
                    vitals("2", "080000", "37.1", "C"),
                    Feed.pump("3", "081000", "P-A", "1.1", "0.1", "R"),
                    Feed.pump("4", "090000", "P-B", "1.1", "0.2", "R"),
                    Feed.pump("5", "090500", "P-A", "1.1", "0", "R"),
                    oxygen("6", "100000", 50, "F"));

    private static Observation norepinephrine(double dose) {
        return new Observation.VasopressorCharted(
                new VasopressorInfusion(
                        Vasopressor.NOREPINEPHRINE,
                        new org.cytovigil.clinical.DoseRate(dose, DoseUnit.UG_PER_KG_PER_MIN),
                        Salt.UNSTATED));
    }

    private static Instant at(int hour, int minute) {
        return Instant.parse("2026-03-02T00:00:00Z").plus(hour * 60L + minute, ChronoUnit.MINUTES);
    }

    private static StayMonitor monitor() {
        return new StayMonitor(
                Facts.stay("S-1", Facts.adult()), SitePolicy.DEFAULT, GradingScales.ALL);
    }

    private static List<Object> outcome(StayMonitor monitor) {
        monitor.advance(Samples.NOW.plusSeconds(3600), step -> {});
        List<Object> outcome = new ArrayList<>();
        for (ScaleId scale : ScaleId.values()) {
            outcome.add(monitor.history(scale));
            outcome.add(Objects.requireNonNull(monitor.assessment(scale)));
        }
        outcome.add(monitor.episodes());
        outcome.add(monitor.rejected());
        return outcome;
    }

    private static List<Object> told(List<String> messages) {
        try (Feed feed = new Feed()) {
            for (String message : messages) {
                feed.now = feed.now.plusMillis(500);
                assertThat(feed.send(message)).contains("MSA|AA|");
            }
            StayMonitor monitor = monitor();
            for (Entry entry : feed.ledger.entriesOf(STAY)) {
                monitor.take(entry);
            }
            return outcome(monitor);
        }
    }

    private static Set<List<Integer>> orders(List<Integer> items) {
        Set<List<Integer>> orders = new HashSet<>();
        if (items.isEmpty()) {
            orders.add(List.of());
        }
        for (Integer first : new HashSet<>(items)) {
            List<Integer> rest = new ArrayList<>(items);
            int at = items.indexOf(first);
            rest.subList(at, at + 1).clear();
            for (List<Integer> order : orders(rest)) {
                List<Integer> whole = new ArrayList<>(List.of(first));
                whole.addAll(order);
                orders.add(whole);
            }
        }
        return orders;
    }

    @Test
    void everyOrderOfSixMessagesWithTwoSentTwice() {
        StayMonitor expected = monitor();
        expected.observe(at(8, 0), Facts.celsius(37.1));
        expected.observe(at(8, 10), norepinephrine(0.1));
        expected.observe(at(9, 0), norepinephrine(0.2));
        expected.observe(at(9, 5), Facts.stopped(Vasopressor.NOREPINEPHRINE));
        expected.observe(at(9, 5), norepinephrine(0.2));
        expected.observe(at(10, 0), Facts.device("hfnc", 40.0, 0.5));
        List<Object> outcome = outcome(expected);

        Set<List<Integer>> orders = orders(List.of(0, 1, 2, 3, 4, 5, 1, 4));
        assertThat(orders).hasSize(10_080);
        for (List<Integer> order : orders) {
            assertThat(told(order.stream().map(SIX::get).toList()))
                    .as("%s", order)
                    .isEqualTo(outcome);
        }
    }

    /** Eighteen messages, some corrected, some sent again under another control id. */
    @Test
    void longerRunsFromSeededGenerators() {
        for (int seed = 0; seed < (LONG > 0 ? 10_000 : 500); seed++) {
            Random random = new Random(seed);
            List<String> messages = drawn(random);
            List<Object> expected = told(messages);
            List<String> shuffled = new ArrayList<>(messages);
            shuffled.add(messages.get(random.nextInt(messages.size())));
            shuffled.add(messages.get(random.nextInt(messages.size())));
            Collections.shuffle(shuffled, random);
            assertThat(told(shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static List<String> drawn(Random random) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String time = "%02d%02d00".formatted(1 + i / 2, 10 * random.nextInt(3) + 30 * (i % 2));
            String id = "m" + i;
            int kind = random.nextInt(5);
            switch (kind) {
                case 0 ->
                        messages.add(
                                vitals(id, time, "3%d.5".formatted(6 + random.nextInt(4)), "F"));
                case 1 -> messages.add(pressure(id, time, 75 + random.nextInt(50), "F"));
                case 2 -> messages.add(oxygen(id, time, 30 + 10 * random.nextInt(5), "F"));
                default ->
                        messages.add(
                                Feed.pump(
                                        id,
                                        time,
                                        kind == 3 ? "P-A" : "P-B",
                                        "1.1",
                                        random.nextBoolean() ? "0" : "0." + (1 + random.nextInt(3)),
                                        "R"));
            }
            if (random.nextInt(3) == 0) {
                switch (kind) {
                    case 0 -> messages.add(vitals(id + "c", time, "37.0", "C"));
                    case 1 -> messages.add(pressure(id + "c", time, 121, "C"));
                    case 2 -> messages.add(oxygen(id + "c", time, 28, "C"));
                    default ->
                            messages.add(
                                    Feed.pump(
                                            id + "c",
                                            time,
                                            kind == 3 ? "P-A" : "P-B",
                                            "1.1",
                                            "0.05",
                                            "C"));
                }
            }
        }
        return messages;
    }
}
