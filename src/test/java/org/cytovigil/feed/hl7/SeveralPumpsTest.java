package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What several pumps of one drug come to, whenever the program is started. */
// [utest->req~feed.pumps~1]
class SeveralPumpsTest {
    private static String dose(VasopressorInfusion infusion) {
        return infusion.rate() == null ? "?" : Double.toString(infusion.rate().amount());
    }

    /** "11:10 0.5 P-1 1.1", and a minus for what is taken back. */
    private static List<String> said(List<Entry> entries) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries) {
            String place = entry.at().toString().substring(11, 16);
            String who = entry.author().name();
            if (entry.event() instanceof Entry.Observed observed
                    && observed.observation() instanceof VasopressorCharted charted) {
                lines.add("%s %s %s".formatted(place, dose(charted.infusion()), who));
            } else if (entry.event() instanceof Entry.Corrected corrected
                    && corrected.is() instanceof VasopressorCharted charted) {
                lines.add("%s =%s %s".formatted(place, dose(charted.infusion()), who));
            } else if (entry.event() instanceof Entry.Retracted retracted
                    && retracted.observation() instanceof VasopressorCharted charted) {
                lines.add("%s -%s %s".formatted(place, dose(charted.infusion()), who));
            }
        }
        return lines;
    }

    /** Steps: minute, pump, dose or D. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    10 A 0.5, 11 B 0.4, 12 A 0      ; 11:12 0.0 P-A 1.1, 11:12 0.4 pumps together
                    10 A 0.5, 12 A 0                ; 11:12 0.0 P-A 1.1
                    10 A 0.5, 11 B 0.4, 12 A 0, 13 B 0 ; 11:13 0.0 P-B 1.1
                    10 A 0.5, 12 A 0, 11 B 0.4      ; 11:11 0.4 P-B 1.1, 11:12 0.4 pumps together
                    10 A 0.5, 11 B 0.4, 12 A 0, 11 B D ; 11:11 -0.4 P-B 1.1, 11:12 -0.4 pumps together
                    10 A 0.5, 11 B 0.4, 12 A 0, 11 B C0.3 ; 11:11 =0.3 P-B 1.1, 11:12 =0.3 pumps together
                    10 A 0.5, 11 B 0.4, 12 A 0, 12 A C0.2 ; 11:12 =0.2 P-A 1.1, 11:12 -0.4 pumps together
                    10 A 0.5, 11 B 0.4, 12 A 0, 11 B 0.4 ; 11:11 0.4 P-B 1.1
                    """)
    void theStopOfOneOfTwoPumpsIsNoStopOfTheDrug(String steps, String last) {
        for (boolean restarted : new boolean[] {false, true}) {
            try (Feed feed = new Feed()) {
                int number = 0;
                for (String step : steps.split(",", -1)) {
                    String[] parts = step.strip().split(" ", -1);
                    String status =
                            parts[2].startsWith("D") ? "D" : parts[2].startsWith("C") ? "C" : "R";
                    String dose = status.equals("R") ? parts[2] : parts[2].substring(1);
                    feed.now = feed.now.plusSeconds(1);
                    if (restarted) {
                        feed.restart();
                    }
                    feed.send(
                            Feed.pump(
                                    "p" + number++,
                                    "11" + parts[0] + "00",
                                    "P-" + parts[1],
                                    "1.1",
                                    dose.isEmpty() ? "0.4" : dose,
                                    status));
                }
                List<String> expected = List.of(last.strip().split(", ", -1));
                List<String> said = said(feed.told);
                assertThat(said.subList(said.size() - expected.size(), said.size()))
                        .as("restarted: %s", restarted)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aPumpThatHasBeenSilentForTwelveHoursDoesNotCount() {
        try (Feed feed = new Feed()) {
            feed.send(Feed.pump("1", "001000", "P-B", "1.1", "0.4", "R"));
            feed.send(Feed.pump("2", "120000", "P-A", "1.1", "0.5", "R"));
            feed.send(Feed.pump("3", "121000", "P-A", "1.1", "0", "R"));
            feed.send(Feed.pump("4", "121001", "P-A", "1.1", "0", "R"));
            assertThat(said(feed.told))
                    .endsWith("12:10 0.0 P-A 1.1", "12:10 0.4 pumps together", "12:10 0.0 P-A 1.1");
        }
    }

    @Test
    void twoPumpsInOneDeviceAreTwo() {
        try (Feed feed = new Feed()) {
            feed.send(Feed.pump("1", "111000", "RACK", "1.1", "0.5", "R"));
            feed.send(Feed.pump("2", "111100", "RACK", "1.2", "0.4", "R"));
            feed.restart();
            feed.send(Feed.pump("3", "111200", "RACK", "1.1", "0", "R"));
            assertThat(said(feed.told)).endsWith("11:12 0.0 RACK 1.1", "11:12 0.4 pumps together");
        }
    }

    /** Late, corrected, deleted and repeated statements of four pumps, and a restart anywhere. */
    @ParameterizedTest
    @ValueSource(strings = {"Noradrenaline", "Noradrenaline,Epinephrine,Propofol"})
    void aRestartAtAnyPointChangesNoEntry(String drugs) {
        for (int seed = 0; seed < (Integer.getInteger("long", 0) > 0 ? 2_000 : 40); seed++) {
            List<String> messages = drawn(new Random(seed), drugs.split(",", -1));
            List<Entry> expected = run(messages, -1);
            for (int point = 0; point < messages.size(); point++) {
                assertThat(run(messages, point))
                        .as("seed %d, restart before %d", seed, point)
                        .isEqualTo(expected);
            }
        }
    }

    /** What pumps said of two vasopressors, in any order, comes to the same. */
    @Test
    void theOrderOfArrivalChangesNothingThatStands() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<String> messages = new ArrayList<>();
            for (int minute = 10; minute < 24; minute++) {
                messages.add(
                        Feed.pump(
                                        "m" + minute,
                                        "11%d00".formatted(minute),
                                        random.nextBoolean() ? "P-A" : "P-B",
                                        "1.1",
                                        random.nextInt(3) == 0 ? "0" : "0." + minute,
                                        "R")
                                .replace(
                                        "Noradrenaline",
                                        random.nextBoolean() ? "Noradrenaline" : "Epinephrine"));
            }
            Set<String> expected = standing(run(messages, -1));
            Collections.shuffle(messages, random);
            assertThat(standing(run(messages, -1))).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static Set<String> standing(List<Entry> entries) {
        Set<String> standing = new HashSet<>();
        for (Entry entry : entries) {
            String who = entry.at() + " " + entry.author().name() + " ";
            switch (entry.event()) {
                case Entry.Observed observed -> standing.add(who + observed.observation());
                case Entry.Corrected corrected -> {
                    standing.remove(who + corrected.was());
                    standing.add(who + corrected.is());
                }
                case Entry.Retracted retracted -> standing.remove(who + retracted.observation());
                default -> {}
            }
        }
        return standing;
    }

    private static List<String> drawn(Random random, String... drugs) {
        List<String> messages = new ArrayList<>();
        String[] doses = {"0", "0", "0.1", "0.2", "0.3"};
        String[] statuses = {"R", "R", "R", "R", "C", "D"};
        for (int i = 0; i < 14; i++) {
            messages.add(
                    Feed.pump(
                                    "m" + i,
                                    "11%02d00".formatted(10 + random.nextInt(8)),
                                    random.nextBoolean() ? "P-A" : "P-B",
                                    random.nextInt(3) == 0 ? "1.2" : "1.1",
                                    doses[random.nextInt(doses.length)],
                                    statuses[random.nextInt(statuses.length)])
                            .replace("Noradrenaline", drugs[random.nextInt(drugs.length)]));
        }
        return messages;
    }

    private static List<Entry> run(List<String> messages, int restartBefore) {
        try (Feed feed = new Feed()) {
            for (int i = 0; i < messages.size(); i++) {
                if (i == restartBefore) {
                    feed.restart();
                }
                feed.now = feed.now.plusSeconds(1);
                feed.send(messages.get(i));
            }
            return List.copyOf(feed.told);
        }
    }
}
