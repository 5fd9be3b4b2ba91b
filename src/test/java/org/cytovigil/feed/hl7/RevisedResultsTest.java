package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.OxygenSettings;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corrected and deleted settings of oxygen, part by part. */
// [utest->req~feed.hl7~1]
class RevisedResultsTest {
    private static String oxygen(String part, String status) {
        String[] words = part.split("=", -1);
        return switch (words[0]) {
            case "device" ->
                    "OBX|1|ST|107117-4^Oxygen device^LN||%s||||||%s".formatted(words[1], status);
            case "flow" ->
                    "OBX|2|NM|3151-8^Oxygen flow^LN||%s|L/min|||||%s".formatted(words[1], status);
            default ->
                    "OBX|3|NM|3150-0^Inhaled oxygen^LN||%s|%%|||||%s".formatted(words[1], status);
        };
    }

    private static String[] results(String words, String status) {
        return java.util.Arrays.stream(words.strip().split(" ", -1))
                .map(part -> oxygen(part, status))
                .toArray(String[]::new);
    }

    private static String words(Entry.Event event) {
        Object is =
                switch (event) {
                    case Entry.Observed observed -> observed.observation();
                    case Entry.Corrected corrected -> corrected.is();
                    case Entry.Retracted retracted -> "gone";
                    default -> event;
                };
        return switch (is) {
            case OxygenDevice device ->
                    device.support().device()
                            + " "
                            + (device.support().flow() == null
                                    ? "-"
                                    : device.support().flow().litresPerMinute())
                            + " "
                            + (device.support().fio2() == null
                                    ? "-"
                                    : device.support().fio2().fraction());
            case OxygenSettings settings ->
                    "settings "
                            + (settings.flow() == null ? "-" : settings.flow().litresPerMinute())
                            + " "
                            + (settings.fio2() == null ? "-" : settings.fio2().fraction());
            default -> is.toString();
        };
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    device=HFNC flow=40 fio2=50, fio2=60           , C, hfnc 40.0 0.6
                    device=HFNC flow=40 fio2=50, flow=50           , C, hfnc 50.0 0.5
                    device=HFNC flow=40 fio2=50, device=HFNC fio2=60, C, hfnc 40.0 0.6
                    flow=4                     , flow=6            , C, settings 6.0 -
                    flow=4 fio2=40             , fio2=50           , C, settings 4.0 0.5
                    flow=40 fio2=40            , device=HFNC       , C, hfnc 40.0 0.4
                    device=HFNC flow=40 fio2=50, fio2=50           , D, hfnc 40.0 -
                    device=HFNC flow=40 fio2=50, flow=40           , D, hfnc - 0.5
                    device=HFNC flow=40 fio2=50, device=HFNC       , D, settings 40.0 0.5
                    device=HFNC flow=40 fio2=50, device=HFNC flow=40 fio2=50, D, gone
                    flow=4                     , flow=4            , D, gone
                    flow=4 fio2=40             , flow=4            , D, settings - 0.4
                    """)
    void whatIsLeftOfIt(String first, String second, String status, String left) {
        try (Feed feed = new Feed()) {
            feed.send(Feed.message("1", "111000", results(first, "F")));
            feed.now = feed.now.plusSeconds(1);
            feed.send(Feed.message("2", "111000", results(second, status)));

            assertThat(words(feed.told.getLast().event())).isEqualTo(left);
            assertThat(feed.ledger.items().stream().map(Quarantine.Item::reason)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"fio2=60, C", "flow=6, C", "device=HFNC, C"})
    void aCorrectionThatComesFirstIsTheOneThatStands(String correction, String status) {
        List<Entry> inOrder;
        List<Entry> reversed;
        String first = Feed.message("1", "111000", results("device=HFNC flow=40 fio2=50", "F"));
        String second = Feed.message("2", "111000", results(correction, status));
        try (Feed feed = new Feed()) {
            feed.send(first);
            feed.now = feed.now.plusSeconds(1);
            feed.send(second);
            inOrder = List.copyOf(feed.told);
        }
        try (Feed feed = new Feed()) {
            feed.send(second);
            feed.now = feed.now.plusSeconds(1);
            feed.restart();
            feed.send(first);
            reversed = List.copyOf(feed.told);
        }
        assertThat(words(reversed.getLast().event())).isEqualTo(words(inOrder.getLast().event()));
    }
}
