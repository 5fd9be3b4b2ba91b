package org.cytovigil.feed.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ListAssert;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.HeartRate;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.Quarantine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources whose earlier versions are not in memory, and drugs given by several at a time. */
// [utest->req~feed.fhir~1]
class LaterVersionsTest {
    private static final String SERVER = "https://server.example/fhir";
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Author NURSE_SERVER = new Author(Author.Kind.IMPORT, SERVER);

    private final MemoryLedger ledger = new MemoryLedger();
    private final Map<String, String> atServer = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private FhirIntake intake = open();
    private StayId stay = new StayId("none");

    @BeforeEach
    void admit() {
        take(Inbox.ADMISSION);
        stay = ledger.stays().getFirst().id();
    }

    private FhirIntake open() {
        return new FhirIntake(
                ledger,
                ledger,
                CodeTable.standard(),
                () -> Inbox.NOW,
                SERVER,
                reference -> {
                    asked.add(reference);
                    return Optional.ofNullable(atServer.get(reference))
                            .map(
                                    text ->
                                            FhirText.read(
                                                            text.getBytes(StandardCharsets.UTF_8),
                                                            SERVER)
                                                    .getFirst()
                                                    .resource());
                });
    }

    /** Has the server keep a version, and takes it. */
    private Outcome keptAtServer(String name, int version, String text) {
        atServer.put(name + "/_history/" + version, text);
        return take(text);
    }

    private void restart() {
        intake = open();
    }

    private Outcome take(String text) {
        return intake.take(FhirText.read(text.getBytes(StandardCharsets.UTF_8), SERVER)).getFirst();
    }

    private static String rate(String id, int version, int value) {
        return Inbox.observation(
                        Inbox.loinc("8867-4", "Heart rate"),
                        Inbox.quantity(Integer.toString(value), "/min", "/min")
                                + ", \"meta\": {\"versionId\": \"%d\"}".formatted(version))
                .replace("o1", id);
    }

    private static String axillary(int version) {
        return Inbox.observation(
                Inbox.loinc("8328-7", "Axillary temperature"),
                Inbox.quantity("37.4", "Cel", "Cel")
                        + ", \"meta\": {\"versionId\": \"%d\"}".formatted(version));
    }

    private static final BodyTemperature BLADDER =
            new BodyTemperature(Temperature.ofCelsius(38.6), TemperatureSite.BLADDER, false);

    private void monitorSays(Observation fact) {
        ledger.append(
                List.of(
                        new Entry(
                                stay,
                                TEN,
                                Inbox.NOW,
                                new Author(Author.Kind.DEVICE, "MONITOR 7"),
                                new Entry.Observed(fact))));
    }

    private List<Entry.Event> events() {
        return ledger.entriesOf(stay).stream()
                .map(Entry::event)
                .filter(
                        event ->
                                event instanceof Entry.Observed
                                        || event instanceof Entry.Corrected
                                        || event instanceof Entry.Retracted)
                .toList();
    }

    private ListAssert<String> assertReasons() {
        return assertThat(ledger.items().stream().map(Quarantine.Item::reason).toList());
    }

    @Test
    void aLaterVersionNeverChangesWhatAnotherSenderSaid() {
        monitorSays(BLADDER);

        Outcome outcome = take(axillary(2));

        assertThat(events()).hasSize(2).first().isEqualTo(new Entry.Observed(BLADDER));
        assertThat(events().getLast()).isInstanceOf(Entry.Observed.class);
        // Nothing of an earlier version stands: this one is merely the first that came.
        assertThat(outcome.refused()).isEmpty();
    }

    @Test
    void aWithdrawnResourceNeverTakesBackWhatAnotherSenderSaid() {
        monitorSays(new HeartRate(90));

        take(rate("o1", 2, 90).replace("final", "entered-in-error"));

        assertThat(events()).containsExactly(new Entry.Observed(new HeartRate(90)));
        assertReasons().isEmpty();
    }

    @Test
    void afterARestartALaterVersionCorrectsTheOneFactOfItsSender() {
        take(rate("o1", 1, 90));
        restart();
        take(rate("o1", 2, 95));
        restart();
        take(rate("o1", 3, 95));
        take(rate("o1", 4, 95).replace("final", "entered-in-error"));

        assertThat(events())
                .containsExactly(
                        new Entry.Observed(new HeartRate(90)),
                        new Entry.Corrected(
                                new HeartRate(90), new HeartRate(95), "corrected by the sender"),
                        new Entry.Retracted(
                                new HeartRate(95), "entered in error, says the sender"));
        assertReasons().isEmpty();
    }

    @Test
    void ofSeveralFactsOrOneThatIsOfAnotherResourceNoneIsCorrected() {
        take(rate("o1", 1, 90));
        take(rate("o2", 2, 95));
        restart();
        take(rate("o3", 2, 99));

        assertThat(events())
                .containsExactly(
                        new Entry.Observed(new HeartRate(90)),
                        new Entry.Observed(new HeartRate(95)),
                        new Entry.Observed(new HeartRate(99)));
        // What o2 says is the first of it; o3 may be a version of either of the two.
        assertReasons().singleElement().asString().endsWith("both may stand");
    }

    @Test
    void aValueThatIsGoneOrAtAnotherTimeAfterARestartIsForAPerson() {
        take(rate("o1", 1, 90));
        take(rate("o2", 1, 91).replace("T10:00", "T11:00"));
        restart();
        take(rate("o1", 2, 90).replace("\"valueQuantity\"", "\"_gone\""));
        take(rate("o2", 2, 91).replace("T10:00", "T12:00"));

        assertReasons()
                .anyMatch(reason -> reason.endsWith("charted as may still stand"))
                .anyMatch(reason -> reason.endsWith("both may stand"));
    }

    @Test
    void aServerIsNoDeviceUnlessAnObservationNamesOne() {
        take(rate("o1", 1, 90));
        take(
                rate("o2", 1, 91)
                        .replace("\"subject\"", "\"device\": {\"display\": \"M4\"}, \"subject\""));

        assertThat(
                        ledger.entriesOf(stay).stream()
                                .filter(entry -> entry.event() instanceof Entry.Observed)
                                .map(Entry::author))
                .containsExactly(NURSE_SERVER, new Author(Author.Kind.DEVICE, "M4"));
    }

    @Test
    void anOldVersionThatWaitsIsSettledByALaterOneAndNotFedAgain() {
        String stranger = rate("o9", 1, 90).replace("Patient/7", "Patient/8");
        take(stranger);
        take(stranger.replace("\"o9\"", "\"o10\""));
        take(rate("o9", 2, 80));

        assertThat(ledger.held().stream().map(held -> held.settled() != null))
                .startsWith(true, false);
    }

    private static String given(String id, int version, String status, String period, double dose) {
        return """
        {"resourceType": "MedicationAdministration", "id": "%s", "meta": {"versionId": "%d"}, "status": "%s",
         "medicationCodeableConcept": {"coding": [{"system": "http://www.nlm.nih.gov/research/umls/rxnorm",
           "code": "7512", "display": "norepinephrine"}]}, "subject": {"reference": "Patient/7"},
         "effectivePeriod": {%s},
         "dosage": {"rateQuantity": {"value": %s, "code": "ug/kg/min", "system": "http://unitsofmeasure.org"}}}
        """
                .formatted(id, version, status, period, dose);
    }

    private static String from(String time) {
        return "\"start\": \"2026-03-02T%s:00Z\"".formatted(time);
    }

    private static String to(String time) {
        return ", \"end\": \"2026-03-02T%s:00Z\"".formatted(time);
    }

    private static final Observation STOPPED =
            new VasopressorCharted(VasopressorInfusion.stopped(Vasopressor.NOREPINEPHRINE));

    private static Observation running(double dose) {
        return new VasopressorCharted(
                new VasopressorInfusion(
                        Vasopressor.NOREPINEPHRINE,
                        new DoseRate(dose, DoseUnit.UG_PER_KG_PER_MIN),
                        Salt.UNSTATED));
    }

    private static final Observation RUNNING_UNKNOWN =
            new VasopressorCharted(
                    new VasopressorInfusion(Vasopressor.NOREPINEPHRINE, null, Salt.UNSTATED));

    /** What stands for a time. */
    private List<Observation> standing(String time) {
        Instant at = Instant.parse("2026-03-02T%s:00Z".formatted(time));
        return new LedgerFacts(ledger)
                .standing(stay, SERVER, at, at).stream().map(Charted::observation).toList();
    }

    @Test
    void theEndOfOneBagIsNoStopWhileAnotherRuns() {
        take(given("a", 1, "in-progress", from("10:00"), 0.1));
        take(given("b", 1, "in-progress", from("11:50"), 0.2));
        take(given("a", 2, "completed", from("10:00") + to("12:00"), 0.1));

        assertThat(standing("12:00")).containsExactly(running(0.2));

        take(given("b", 2, "completed", from("11:50") + to("15:00"), 0.2));

        assertThat(standing("15:00")).containsExactly(STOPPED);
        assertReasons().isEmpty();
    }

    @Test
    void aBagThatIsToldOfLaterTakesTheStopBackAndOneWithdrawnBringsIt() {
        take(given("a", 1, "completed", from("10:00") + to("12:00"), 0.1));
        assertThat(standing("12:00")).containsExactly(STOPPED);

        take(given("b", 1, "in-progress", from("11:50"), 0.2));
        assertThat(standing("12:00")).containsExactly(running(0.2));

        take(given("b", 2, "in-progress", from("11:50"), 0.3));
        assertThat(standing("12:00")).containsExactly(running(0.3));

        take(given("b", 3, "entered-in-error", from("11:50"), 0.3));
        assertThat(standing("12:00")).containsExactly(STOPPED);
    }

    @Test
    void aBagThatBeginsAsTheOtherEndsLeavesNoStop() {
        take(given("a", 1, "completed", from("10:00") + to("12:00"), 0.1));
        take(given("b", 1, "in-progress", from("12:00"), 0.2));

        assertThat(standing("12:00")).containsExactly(running(0.2));
    }

    @Test
    void anotherDrugOrOneThatHasEndedDoesNotGoOn() {
        take(
                given("c", 1, "in-progress", from("10:00"), 0.1)
                        .replace("7512", "3992")
                        .replace("norepinephrine", "epinephrine"));
        take(given("b", 1, "completed", from("10:00") + to("11:00"), 0.2));
        take(given("a", 1, "completed", from("10:30") + to("12:00"), 0.1));

        assertThat(standing("12:00")).containsExactly(STOPPED);
    }

    @Test
    void afterARestartAnEndIsAStopOrAnUnknownDoseWhenAnotherMayGoOn() {
        take(given("a", 1, "in-progress", from("10:00"), 0.1));
        restart();
        take(given("a", 2, "completed", from("10:00") + to("12:00"), 0.1));
        assertThat(standing("12:00")).containsExactly(STOPPED);
        assertReasons().isEmpty();

        take(given("b", 1, "in-progress", from("13:00"), 0.2));
        take(given("d", 1, "in-progress", from("13:30"), 0.3));
        restart();
        take(given("b", 2, "completed", from("13:00") + to("14:00"), 0.2));

        assertThat(standing("14:00")).containsExactly(RUNNING_UNKNOWN);
        assertReasons().singleElement().asString().contains("goes on at its end cannot be told");
    }

    @Test
    void aStopOfOneAdministrationIsNotTakenForTheRunningOfAnother() {
        take(given("b", 1, "in-progress", from("12:00"), 0.2));
        restart();
        take(given("a", 2, "completed", from("10:00") + to("12:00"), 0.1));

        assertThat(standing("12:00")).contains(running(0.2)).doesNotContain(STOPPED);
    }

    @Test
    void whatWasNotGivenAfterAllIsTakenBack() {
        take(given("a", 1, "in-progress", from("10:00"), 0.1));
        take(given("a", 2, "not-done", from("10:00"), 0.1));

        assertThat(standing("10:00")).isEmpty();
    }

    @Test
    void whatIsReadAgainAfterARestartIsNeitherChartedTwiceNorRemarkedOn() {
        String saturated =
                Inbox.observation(
                                Inbox.loinc("59408-5", "Oxygen saturation by Pulse oximetry"),
                                Inbox.quantity("93", "%", "%")
                                        + """
                                        , "meta": {"versionId": "4"}, "component": [{"code": {"coding": [{"system": "http://loinc.org", "code": "3151-8", "display": "Inhaled oxygen flow rate"}]},
                                          "valueQuantity": {"value": 4, "unit": "L/min", "code": "L/min"}}]
                                        """)
                        .replace("o1", "o9");
        String run = given("a", 3, "completed", from("10:00") + to("12:00"), 0.1);
        take(rate("o1", 1, 90));
        take(rate("o1", 2, 95));
        take(saturated);
        take(run);
        int events = events().size();
        restart();

        List.of(rate("o1", 2, 95), saturated, run).forEach(this::take);

        assertThat(events()).hasSize(events);
        assertReasons().isEmpty();
    }

    @Test
    void theServersOwnVersionsTellAfterARestartWhatWasCharted() {
        keptAtServer("Observation/o1", 1, rate("o1", 1, 90));
        keptAtServer("Observation/o2", 1, rate("o2", 1, 91).replace("T10:00", "T11:00"));
        keptAtServer("Observation/o3", 1, rate("o3", 1, 90).replace("T10:00", "T13:00"));
        keptAtServer("Observation/o4", 1, rate("o4", 1, 90).replace("T10:00", "T14:00"));
        restart();

        take(rate("o1", 2, 95));
        take(rate("o2", 2, 91).replace("T11:00", "T12:00").replace("T10:00", "T12:00"));
        take(
                rate("o3", 2, 90)
                        .replace("T10:00", "T13:00")
                        .replace("\"valueQuantity\"", "\"_gone\"")
                        .replace("final", "entered-in-error"));
        take(rate("o4", 2, 92).replace("T10:00", "T14:00"));

        assertThat(standing("10:00")).containsExactly(new HeartRate(95));
        assertThat(standing("11:00")).isEmpty();
        assertThat(standing("12:00")).containsExactly(new HeartRate(91));
        assertThat(standing("13:00")).isEmpty();
        assertThat(standing("14:00")).containsExactly(new HeartRate(92));
        assertReasons().isEmpty();
    }

    @Test
    void aVersionThatNeverCameIsPassedOverForTheOneThatDid() {
        keptAtServer("Observation/o1", 1, rate("o1", 1, 90));
        atServer.put("Observation/o1/_history/2", rate("o1", 2, 91));
        restart();

        take(rate("o1", 3, 92).replace("T10:00", "T10:05"));

        assertThat(standing("10:00")).isEmpty();
        assertThat(standing("10:05")).containsExactly(new HeartRate(92));
        assertReasons().isEmpty();
    }

    @Test
    void aServerWithoutVersionsIsNotAskedForEver() {
        for (int i = 0; i < 10; i++) {
            take(rate("o" + i, 2, 90).replace("T10:00", "T10:0" + i));
        }

        assertThat(asked.stream().filter(one -> one.contains("_history"))).hasSize(3);
        // The same value at other times is known to be of the other resources.
        assertReasons().isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"entered-in-error, false", "cancelled, false", "cancelled, true"})
    void afterARestartAWithdrawnValueIsFoundByTimeCodeAndSource(String status, boolean stripped) {
        take(rate("o1", 1, 90));
        take(axillary(1).replace("o1", "o2"));
        restart();

        String later = rate("o1", 3, 91).replace("final", status);
        take(stripped ? later.replace("valueQuantity", "_gone") : later);

        assertThat(standing("10:00"))
                .singleElement()
                .isInstanceOf(Observation.BodyTemperature.class);
        assertReasons().isEmpty();
    }

    @Test
    void ofTwoThatMayBeMeantNoneIsTakenBack() {
        take(rate("o1", 1, 90));
        take(rate("o2", 1, 95));
        restart();

        take(rate("o3", 2, 99).replace("final", "entered-in-error"));

        assertThat(standing("10:00")).containsExactly(new HeartRate(90), new HeartRate(95));
        assertReasons().singleElement().asString().contains("it cannot be told which fact it was");
    }

    @Test
    void theFirstVersionOfAWithdrawnResourceTakesNothingOfOthersBack() {
        take(rate("o1", 1, 90));
        restart();

        take(rate("o2", 1, 95).replace("final", "entered-in-error"));

        assertThat(standing("10:00")).containsExactly(new HeartRate(90));
        assertReasons().isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "not-done"})
    void afterARestartADrugThatWasNotGivenIsTakenBack(String status) {
        take(given("a", 1, "in-progress", from("10:00"), 0.1));
        restart();

        take(given("a", 2, status, from("10:00"), 0.1));
        take(given("never", 1, status, from("11:00"), 0.1));

        assertThat(standing("10:00")).isEmpty();
        assertReasons().isEmpty();
    }

    @Test
    void aHistoryWithTheLatestFirstEndsAtTheLatest() {
        List<String> entries = new ArrayList<>();
        for (String text :
                List.of(
                        rate("o1", 10, 97),
                        rate("o1", 9, 96),
                        rate("o1", 1, 90),
                        rate("o2", 1, 80))) {
            entries.add("{\"resource\": %s}".formatted(text));
        }
        String all =
                "{\"resourceType\": \"Bundle\", \"type\": \"history\", \"entry\": [%s]}"
                        .formatted(String.join(",", entries));

        take(all);
        Outcome older = take(rate("o1", 9, 96));

        assertThat(standing("10:00"))
                .containsExactlyInAnyOrder(new HeartRate(97), new HeartRate(80));
        assertThat(older.ignored()).containsExactly("a later version of it came before");
        assertReasons().isEmpty();
    }
}
