package org.cytovigil.feed.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.OxygenDevice;
import org.cytovigil.clinical.Observation.OxygenSettings;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.Test;
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

    /** "T 38.5" in Celsius, "TF 101.3" in Fahrenheit, "S 120" a systolic and "D 60" a diastolic. */
    private static String result(String word, String device, String status) {
        String[] parts = word.split(" ", -1);
        String what =
                switch (parts[0]) {
                    case "T" -> "8310-5^Body temperature^LN||%s|Cel";
                    case "TF" -> "8310-5^Body temperature^LN||%s|[degF]";
                    case "S" -> "8480-6^Systolic blood pressure^LN||%s|mm[Hg]";
                    default -> "8462-4^Diastolic blood pressure^LN||%s|mm[Hg]";
                };
        return "OBX|1|NM|%s|||||%s|||||||%s".formatted(what.formatted(parts[1]), status, device);
    }

    private static List<String> changes(Feed feed, int from) {
        return feed.told.subList(from, feed.told.size()).stream()
                .map(Entry::event)
                .map(
                        event ->
                                switch (event) {
                                    case Entry.Observed observed ->
                                            "+" + number(observed.observation());
                                    case Entry.Corrected corrected ->
                                            number(corrected.was()) + "=" + number(corrected.is());
                                    case Entry.Retracted retracted ->
                                            "-" + number(retracted.observation());
                                    default -> event.toString();
                                })
                .toList();
    }

    private static String number(Observation observation) {
        return switch (observation) {
            case Observation.BodyTemperature temperature ->
                    Double.toString(temperature.value().celsius());
            case Observation.BloodPressure pressure ->
                    (pressure.systolic() == null ? "-" : pressure.systolic().mmHg())
                            + "/"
                            + (pressure.diastolic() == null ? "-" : pressure.diastolic().mmHg());
            default -> observation.toString();
        };
    }

    /** Two results of the device M (and others of its own name), then a revision by M. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            textBlock =
                    """
                    T 36.5 M, T 39.0 M ; T 36.5   ; D ; -36.5       ; none
                    T 36.5 M, T 39.0 M ; T 39.0   ; W ; -39.0       ; none
                    T 36.5 M, T 38.5 M ; TF 101.3 ; D ; -38.5       ; none
                    T 36.5 M, T 39.0 M ; T 37.0   ; D ; none        ; it deletes one of several results, and does not tell which
                    T 36.5 M, T 39.0 M ; T ""     ; D ; none        ; it deletes one of several results, and does not tell which
                    T 36.5 M, T 39.0 M ; T        ; W ; none        ; it deletes one of several results, and does not tell which
                    T 36.5 M, T 36.5 M ; T        ; D ; -36.5       ; none
                    T 36.5 M           ; T ""     ; D ; -36.5       ; none
                    T 36.5 M           ; T        ; D ; -36.5       ; none
                    T 36.5 M           ; T 37.0   ; D ; -36.5       ; accepted, but it names another value than the one it deletes
                    T 36.5 M, T 39.0 N ; T        ; D ; -36.5       ; none
                    T 36.5 M, T 39.0 N ; T 39.0   ; D ; -39.0       ; none
                    T 39.0 N           ; T 36.5   ; D ; none        ; it deletes a result that was never received
                    T 36.0 K, T 39.0 N ; T        ; D ; none        ; it deletes one of several results, and does not tell which
                    S 120 M, S 90 M    ; S 90     ; D ; -90.0/-     ; none
                    S 120 M, S 90 M    ; S 100    ; D ; none        ; it deletes one of several results, and does not tell which
                    T 36.5 M, T 39.0 M ; T 38.0   ; C ; +38.0       ; accepted, but it corrects one of several results, and stands beside them
                    T 36.5 M, T 39.0 M ; T 39.0   ; C ; none        ; none
                    T 36.5 M, T 39.0 N ; T 38.0   ; C ; 36.5=38.0   ; none
                    S 120 M, D 60 M    ; S 110    ; C ; 120.0/-=110.0/- ; none
                    """)
    void aRevisionNeverTakesTheWrongOneOfSeveralValues(
            String first, String revision, String status, String changes, String remark) {
        try (Feed feed = new Feed()) {
            int id = 0;
            for (String word : first.split(",", -1)) {
                String[] parts = word.strip().split(" ", -1);
                feed.send(
                        Feed.message(
                                "f" + id++,
                                "111000",
                                result(parts[0] + " " + parts[1], parts[2], "F")));
                feed.now = feed.now.plusSeconds(1);
            }
            int before = feed.told.size();
            String value = revision.contains(" ") ? revision : revision + " ";

            feed.send(Feed.message("r", "111000", result(value, "M", status)));

            assertThat(changes(feed, before))
                    .isEqualTo(changes == null ? List.of() : List.of(changes));
            assertThat(feed.ledger.items().stream().map(Quarantine.Item::reason))
                    .isEqualTo(remark == null ? List.of() : List.of(remark));
        }
    }

    /** Each with another control id and a second later; what stands is told in the end. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    T 39.5 F, T 37.0 C, T 39.5 F                     ; +39.5 39.5=37.0
                    T 39.5 F, T 39.5 D, T 39.5 F                     ; +39.5 -39.5
                    T 39.5 F, T 37.0 C, T 37.0 D, T 39.5 F           ; +39.5 39.5=37.0 -37.0
                    T 39.5 F, T 37.0 C, T 37.0 D, T 37.0 F           ; +39.5 39.5=37.0 -37.0
                    T 39.5 F, T 36.5 F, T 37.0 C, T 39.5 F           ; +39.5 +36.5 +37.0
                    T 39.5 F, T 39.5 D, T 38.0 F                     ; +39.5 -39.5 +38.0
                    """)
    void theOriginalSentAgainAfterARevisionChangesNothing(String sent, String changes) {
        try (Feed feed = new Feed()) {
            sendInOrder(feed, sent);

            assertThat(String.join(" ", changes(feed, 0))).isEqualTo(changes);
        }
    }

    private static void sendInOrder(Feed feed, String sent) {
        for (String word : sent.split(",", -1)) {
            String[] parts = word.strip().split(" ", -1);
            feed.send(
                    Feed.message(
                            "s" + feed.now.toEpochMilli(),
                            "111000",
                            result(parts[0] + " " + parts[1], "M", parts[2])));
            feed.now = feed.now.plusSeconds(1);
        }
    }

    @Test
    void aCorrectionOfWhatWasDeletedSaysSo() {
        try (Feed feed = new Feed()) {
            sendInOrder(feed, "T 39.5 F, T 39.5 D, T 37.0 C");

            assertThat(feed.ledger.items().stream().map(Quarantine.Item::reason))
                    .containsExactly("accepted, but it corrects a result that was deleted before");
        }
    }

    @Test
    void aPumpsDoseSentAgainAfterItWasDeletedStaysAway() {
        try (Feed feed = new Feed()) {
            feed.send(Feed.pump("1", "111000", "P1", "1.1", "0.1", "F"));
            feed.now = feed.now.plusSeconds(1);
            feed.send(Feed.pump("2", "111000", "P1", "1.1", "0.1", "D"));
            feed.now = feed.now.plusSeconds(1);
            int before = feed.told.size();

            feed.send(Feed.pump("3", "111000", "P1", "1.1", "0.1", "F"));

            assertThat(feed.told.subList(before, feed.told.size())).isEmpty();
        }
    }
}
