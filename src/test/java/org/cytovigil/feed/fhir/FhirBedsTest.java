package org.cytovigil.feed.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a stay is, and whether it is, as its encounter changes. */
// [utest->req~feed.fhir~1]
class FhirBedsTest {
    private static final StayId STAY = new StayId("V70");
    private final Inbox inbox = new Inbox();

    private static String stay(String status, String more) {
        return """
        {"resourceType": "Encounter", "id": "70", "identifier": [{"value": "V70"}],
         "status": "%s", "class": {"code": "IMP"}, "subject": {"reference": "Patient/7"},
         "period": {"start": "2026-03-01T08:00:00Z"}%s}
        """
                .formatted(status, more.isEmpty() ? "" : ", " + more);
    }

    private static String location(String name, String more) {
        return "{\"location\": {\"display\": \"%s\"}%s}"
                .formatted(name, more.isEmpty() ? "" : ", " + more);
    }

    private static String part(String status, String start, String bed) {
        return """
        {"resourceType": "Encounter", "id": "71", "status": "%s", "class": {"code": "IMP"},
         "partOf": {"reference": "Encounter/70"}, "period": {"start": "%s"},
         "location": [%s]}
        """
                .formatted(status, start, location(bed, ""));
    }

    private String bed(String at) {
        Census census = new Census();
        inbox.ledger.entriesOf(STAY).forEach(census::take);
        return census.of(STAY, Instant.parse(at)).map(Census.Whereabouts::bed).orElse("nowhere");
    }

    @Test
    void aNewLocationOfAKnownStayIsAMoveFromItsStart() {
        inbox.take(
                stay(
                        "in-progress",
                        "\"location\": [%s, %s]"
                                .formatted(
                                        location(
                                                "ICU-2",
                                                "\"status\": \"active\", \"period\": {\"start\":"
                                                        + " \"2026-03-03T10:00:00Z\"}"),
                                        location(
                                                "WARD-1",
                                                "\"status\": \"completed\", \"period\": {\"start\":"
                                                        + " \"2026-03-01T08:00:00Z\"}"))));

        assertThat(bed("2026-03-03T09:59:59Z")).isEmpty();
        assertThat(bed("2026-03-03T10:00:00Z")).isEqualTo("ICU-2");
        inbox.told.clear();
        inbox.take(
                stay(
                        "in-progress",
                        "\"language\": \"de\", \"location\": [%s, %s]"
                                .formatted(
                                        location(
                                                "ICU-3",
                                                "\"period\": {\"start\":"
                                                        + " \"2026-03-04T10:00:00Z\"}"),
                                        location(
                                                "ICU-2",
                                                "\"period\": {\"start\":"
                                                        + " \"2026-03-03T10:00:00Z\"}"))));
        assertThat(bed("2026-03-04T10:00:00Z")).isEqualTo("ICU-3");
    }

    @Test
    void aLocationWithoutAStartCountsFromWhenTheServerHadIt() {
        inbox.take(
                stay(
                        "in-progress",
                        "\"meta\": {\"lastUpdated\": \"2026-03-05T10:00:00Z\"}, \"location\": [%s]"
                                .formatted(location("ICU-2", ""))));

        assertThat(bed("2026-03-05T09:59:59Z")).isEmpty();
        assertThat(bed("2026-03-05T10:00:00Z")).isEqualTo("ICU-2");
    }

    @ParameterizedTest
    @CsvSource({"cancelled", "entered-in-error"})
    void aMoveThatWasNoneMovesNobody(String status) {
        inbox.take(part(status, "2026-03-03T10:00:00Z", "ICU-2"));

        assertThat(bed("2026-03-03T10:00:00Z")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cancelled", "entered-in-error"})
    void aMoveThatIsTakenBackLeavesTheStayWhereItWas(String status) {
        inbox.take(part("in-progress", "2026-03-02T10:00:00Z", "ICU-1"));
        inbox.take(part("in-progress", "2026-03-03T10:00:00Z", "ICU-2").replace("71", "72"));
        assertThat(bed("2026-03-03T10:00:00Z")).isEqualTo("ICU-2");

        // Of two things said of one moment the one learned later stands.
        try (FhirIntake later =
                new FhirIntake(
                        inbox.ledger,
                        inbox.ledger,
                        CodeTable.standard(),
                        () -> Inbox.NOW.plusSeconds(15))) {
            for (String text :
                    List.of(
                            Inbox.ADMISSION,
                            part(status, "2026-03-03T10:00:00Z", "ICU-2").replace("71", "72"))) {
                later.take(FhirText.read(text.getBytes(StandardCharsets.UTF_8), "later.json"));
            }
        }

        assertThat(bed("2026-03-03T10:00:00Z")).isEqualTo("ICU-1");
    }

    @Test
    void aCancelledStayThatGoesOnComesBack() {
        inbox.take(stay("cancelled", ""));
        assertThat(bed("2026-03-11T00:00:00Z")).isEqualTo("nowhere");

        inbox.told.clear();
        inbox.take(stay("in-progress", "\"language\": \"de\""));

        assertThat(inbox.told.stream().map(Entry::event).toList())
                .singleElement()
                .isInstanceOf(Entry.Admitted.class);
        assertThat(bed("2026-03-11T00:00:00Z")).isEmpty();
        try (StayDirectory directory = new StayDirectory(inbox.ledger)) {
            assertThat(directory.isHere(STAY, Inbox.NOW)).isTrue();
            assertThat(directory.find(List.of("4711"), "", "", Inbox.NOW))
                    .isEqualTo(new StayDirectory.Found.Of(STAY));
        }
    }

    /** It is 12:00 on 10 March 2026. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-03-10T12:30:00Z, LIVE
                    2026-03-10T13:00:01Z,
                    2027-03-01T00:00:00Z,
                    2180-03-01T00:00:00Z, IMPORTED
                    """)
    void anAdmissionAheadOfTheClockIsASlipUnlessItsDatesWereShifted(
            String start, Stay.@Nullable Origin origin) {
        Outcome outcome =
                inbox.one(
                        stay("in-progress", "")
                                .replace("V70", "V71")
                                .replace("2026-03-01T08:00:00Z", start));

        assertThat(outcome.refused())
                .isEqualTo(
                        origin == null
                                ? List.of("its time is more than an hour ahead of the program's")
                                : List.of());
        assertThat(inbox.ledger.stays().stream().skip(1).map(Stay::origin))
                .isEqualTo(origin == null ? List.of() : List.of(origin));
    }

    @Test
    void aDischargeFarAheadEndsNothing() {
        Outcome outcome =
                inbox.one(
                        stay("finished", "")
                                .replace(
                                        "\"period\": {",
                                        "\"period\": {\"end\": \"2026-03-12T08:00:00Z\", "));

        assertThat(outcome.entries()).isEmpty();
        assertThat(outcome.refused())
                .containsExactly(
                        "finished, and its time is more than an hour ahead of the program's");
    }

    @Test
    void aBedFromAFewMinutesAheadIsNotForgotten() {
        String moved =
                stay(
                        "in-progress",
                        "\"location\": [%s]"
                                .formatted(
                                        location(
                                                "ICU-2",
                                                "\"period\": {\"start\":"
                                                        + " \"2026-03-10T12:05:00Z\"}")));

        inbox.take(moved);
        Outcome again = inbox.one(moved);

        assertThat(bed("2026-03-10T12:05:00Z")).isEqualTo("ICU-2");
        assertThat(again.refused()).isEmpty();
    }
}
