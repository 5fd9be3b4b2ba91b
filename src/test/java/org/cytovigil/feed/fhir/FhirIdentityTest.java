package org.cytovigil.feed.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.StayIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose data it is, when names and numbers of several sources meet. */
// [utest->req~feed.fhir~1]
class FhirIdentityTest {
    private final MemoryLedger ledger = new MemoryLedger();
    private final FhirIntake intake =
            new FhirIntake(ledger, ledger, CodeTable.standard(), () -> Inbox.NOW);

    private static List<FhirItem> items(String... texts) {
        List<FhirItem> items = new ArrayList<>();
        for (String text : texts) {
            items.addAll(FhirText.read(text.getBytes(StandardCharsets.UTF_8), "a.json"));
        }
        return items;
    }

    private static String patient(String identifiers) {
        return "{\"resourceType\": \"Patient\", \"id\": \"1\", \"identifier\": [%s]}"
                .formatted(identifiers);
    }

    private static String encounter(String identifiers, String start) {
        return "{\"resourceType\": \"Encounter\", \"id\": \"1\", \"identifier\": [%s], \"status\": \"in-progress\", \"class\": {\"code\": \"IMP\"}, \"subject\": {\"reference\": \"Patient/1\"}, \"period\": {\"start\": \"%s\"}}"
                .formatted(identifiers, start);
    }

    private static String rate(int value) {
        return "{\"resourceType\": \"Observation\", \"id\": \"o1\", \"status\": \"final\", \"code\": %s, \"subject\": {\"reference\": \"Patient/1\"}, \"encounter\": {\"reference\": \"Encounter/1\"}, \"effectiveDateTime\": \"2026-03-02T10:00:00Z\", %s}"
                .formatted(
                        Inbox.loinc("8867-4", "Heart rate"),
                        Inbox.quantity(Integer.toString(value), "/min", "/min"));
    }

    private static String bundle(String base, String... resources) {
        List<String> entries = new ArrayList<>();
        for (String resource : resources) {
            String name =
                    resource.replaceAll(
                            "(?s).*?\"resourceType\": \"(\\w+)\", \"id\": \"(\\w+)\".*", "$1/$2");
            entries.add(
                    "{%s\"resource\": %s}"
                            .formatted(
                                    base.isEmpty()
                                            ? ""
                                            : "\"fullUrl\": \"%s/%s\", ".formatted(base, name),
                                    resource));
        }
        return "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [%s]}"
                .formatted(String.join(",", entries));
    }

    private static String value(String number) {
        return "{\"value\": \"%s\"}".formatted(number);
    }

    private static String typed(String code, String number) {
        return "{\"type\": {\"coding\": [{\"system\": \"http://terminology.hl7.org/CodeSystem/v2-0203\", \"code\": \"%s\"}]}, \"value\": \"%s\"}"
                .formatted(code, number);
    }

    private List<Observation> facts(String stay) {
        return ledger.entriesOf(new StayId(stay)).stream()
                .map(Entry::event)
                .filter(Entry.Observed.class::isInstance)
                .map(event -> ((Entry.Observed) event).observation())
                .toList();
    }

    private static final String START_A = "2026-03-01T08:00:00Z";
    private static final String START_B = "2026-03-01T09:00:00Z";

    @Test
    void theSameNamesInTwoBundlesAreTwoPatients() {
        intake.take(
                items(
                        bundle("", patient(value("A1")), encounter(value("VA"), START_A), rate(80)),
                        bundle(
                                "",
                                patient(value("B1")),
                                encounter(value("VB"), START_B),
                                rate(120))));

        assertThat(facts("VA")).containsExactly(new Observation.HeartRate(80));
        assertThat(facts("VB")).containsExactly(new Observation.HeartRate(120));
    }

    @Test
    void withoutNumbersTheAddressTellsThemApart() {
        intake.take(
                items(
                        bundle(
                                "https://a.example/fhir",
                                patient(value("A1")),
                                encounter("", START_A),
                                rate(80)),
                        bundle(
                                "https://b.example/fhir",
                                patient(value("B1")),
                                encounter("", START_B),
                                rate(120))));

        assertThat(facts("https://a.example/fhir/Encounter/1"))
                .containsExactly(new Observation.HeartRate(80));
        assertThat(facts("https://b.example/fhir/Encounter/1"))
                .containsExactly(new Observation.HeartRate(120));
    }

    @Test
    void twoThingsOfOneNameInAFolderAreAmbiguousForWhatRefersToThem() {
        List<Outcome> outcomes =
                intake.take(
                        items(
                                patient(value("A1")),
                                patient(value("B1")),
                                encounter(value("VA"), START_A),
                                rate(80)));

        assertThat(outcomes.subList(2, 4))
                .allSatisfy(
                        outcome -> {
                            assertThat(outcome.entries()).isEmpty();
                            assertThat(outcome.refused())
                                    .singleElement()
                                    .asString()
                                    .contains("ambiguous reference");
                        });
        assertThat(ledger.stays()).isEmpty();
    }

    @Test
    void aLoneResourceThatMeansOneOfTwoBundlesWaits() {
        List<Outcome> outcomes =
                intake.take(
                        items(
                                bundle("", patient(value("A1")), encounter(value("VA"), START_A)),
                                bundle("", patient(value("B1")), encounter(value("VB"), START_B)),
                                rate(80)));

        assertThat(outcomes.getLast().refused())
                .singleElement()
                .asString()
                .contains("ambiguous reference");
    }

    @ParameterizedTest
    @CsvSource({"SS", "NIIP", "JHN", "PI"})
    void anIdentifierOfAnotherKindIsNoRecordNumber(String code) {
        intake.take(items(bundle("", patient(value("4711")), encounter(value("VA"), START_A))));

        Outcome other =
                intake.take(
                                items(
                                        bundle(
                                                "",
                                                patient(typed(code, "4711"))
                                                        .replace("\"1\"", "\"2\""),
                                                rate(99).replace("Patient/1", "Patient/2")
                                                        .replace("Encounter/1", "Encounter/9"))))
                        .getLast();

        assertThat(other.refused()).containsExactly("unknown patient");
        assertThat(facts("VA")).isEmpty();
    }

    @Test
    void besideARecordNumberNothingElseCounts() {
        intake.take(
                items(
                        bundle(
                                "",
                                patient(value("study-7") + "," + typed("MR", "4711")),
                                encounter(value("VA"), START_A))));

        assertThat(present("VA").patient().recordNumber()).isEqualTo("4711");
        assertThat(
                        intake.take(
                                        items(
                                                rate(99).replace(
                                                                "\"reference\": \"Patient/1\"",
                                                                "\"identifier\": "
                                                                        + typed("MR", "study-7"))
                                                        .replace("Encounter/1", "Encounter/9")))
                                .getFirst()
                                .refused())
                .containsExactly("unknown patient");
    }

    private Stay present(String id) {
        Stay admitted =
                ledger.stays().stream()
                        .filter(stay -> stay.id().value().equals(id))
                        .findFirst()
                        .orElseThrow();
        return StayIdentity.of(admitted, ledger.entriesOf(admitted.id()));
    }

    @Test
    void aPatientWithTheNumbersOfTwoPatientsRenamesNobody() {
        intake.take(
                items(
                        bundle("", patient(value("A1")), encounter(value("VA"), START_A)),
                        bundle("", patient(value("B1")), encounter(value("VB"), START_B))));

        Outcome both =
                intake.take(items(bundle("", patient(value("A1") + "," + value("B1"))))).getFirst();

        assertThat(both.refused())
                .containsExactly("its identifiers are those of different patients");
        assertThat(present("VA").patient().recordNumber()).isEqualTo("A1");
        assertThat(present("VB").patient().recordNumber()).isEqualTo("B1");
    }

    private List<Outcome> anotherImport(String... texts) {
        try (FhirIntake other =
                new FhirIntake(ledger, ledger, CodeTable.standard(), () -> Inbox.NOW)) {
            return other.take(items(texts));
        }
    }

    @Test
    void aNameOfAnotherImportNamesNobody() {
        intake.take(items(bundle("", patient(value("A1")), encounter("", START_A), rate(80))));

        List<Outcome> alone = anotherImport(rate(120));
        List<Outcome> foreign =
                anotherImport(bundle("", patient(value("B1")), encounter("", START_B), rate(120)));

        assertThat(alone.getFirst().refused())
                .containsExactly("unresolved reference: Patient/1 is not in this import");
        assertThat(foreign).allSatisfy(outcome -> assertThat(outcome.refused()).isEmpty());
        assertThat(facts("Encounter/1")).containsExactly(new Observation.HeartRate(80));
        assertThat(ledger.stays().stream().map(stay -> stay.patient().recordNumber()))
                .containsExactly("A1", "B1");
        assertThat(facts(ledger.stays().getLast().id().value()))
                .containsExactly(new Observation.HeartRate(120));
    }

    @Test
    void theSameImportAgainFindsItsOwnStays() {
        String[] texts = {
            bundle("", patient(value("A1")), encounter("", START_A), rate(80)),
            bundle("", patient(value("B1")), encounter("", START_B), rate(120))
        };
        anotherImport(texts);
        anotherImport(texts[1]);
        anotherImport(texts);

        assertThat(ledger.stays()).hasSize(2);
        assertThat(
                        ledger.stays().stream()
                                .flatMap(stay -> facts(stay.id().value()).stream())
                                .toList())
                .containsExactly(new Observation.HeartRate(80), new Observation.HeartRate(120));
    }

    @Test
    void aNumberHoldsAcrossImports() {
        intake.take(items(bundle("", patient(value("A1")), encounter(value("VA"), START_A))));

        anotherImport(bundle("", patient(value("A1")), rate(80)));
        anotherImport(
                rate(120)
                        .replace(
                                "\"subject\": {\"reference\": \"Patient/1\"}",
                                "\"subject\": {\"identifier\": {\"value\": \"A1\"}}"));

        assertThat(facts("VA"))
                .containsExactly(new Observation.HeartRate(80), new Observation.HeartRate(120));
    }

    @Test
    void anUnknownNumberIsNotThatOfTheVisitBesideIt() {
        intake.take(items(bundle("", patient(value("A1")), encounter(value("VA"), START_A))));

        List<Outcome> foreign =
                anotherImport(
                        bundle(
                                "",
                                patient(value("B1")),
                                encounter(value("VA"), START_A),
                                rate(90)));
        List<Outcome> withdrawn =
                anotherImport(
                        bundle(
                                "",
                                patient(value("B1")),
                                encounter(value("VA"), START_A)
                                        .replace("in-progress", "entered-in-error")));

        String others = "its patient and its visit number are of different patients";
        assertThat(foreign.get(1).refused()).containsExactly(others);
        assertThat(foreign.get(2).refused()).containsExactly(others);
        assertThat(withdrawn.get(1).refused()).containsExactly(others);
        assertThat(facts("VA")).isEmpty();
        assertThat(ledger.entriesOf(new StayId("VA"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"in-progress, entered-in-error", "finished, in-progress"})
    void aStatusThatComesBackHoldsAgain(String first, String second) {
        List<Instant> clock = new ArrayList<>(List.of(Inbox.NOW));
        try (FhirIntake ticking =
                        new FhirIntake(ledger, ledger, CodeTable.standard(), clock::getFirst);
                StayDirectory directory = new StayDirectory(ledger)) {
            String patient = patient(value("A1"));
            String end = "\"end\": \"2026-03-01T12:00:00Z\", \"start\"";
            String encounter = encounter(value("VA"), START_A).replace("\"start\"", end);
            for (String status : List.of("in-progress", first, second, "in-progress", second)) {
                ticking.take(items(bundle("", patient, encounter.replace("in-progress", status))));
                clock.set(0, clock.getFirst().plusSeconds(1));
            }
            StayId stay = new StayId("VA");
            boolean here = second.equals("in-progress");
            assertThat(directory.isHere(stay, clock.getFirst())).isEqualTo(here);

            ticking.take(items(bundle("", patient, encounter)));
            assertThat(directory.isHere(stay, clock.getFirst())).isTrue();
        }
    }

    @Test
    void patientsWithoutNumbersAreToldApartByTheirNames() {
        String one = patient("").replace("[]", "[], \"name\": [{\"family\": \"Doe\"}]");
        String other = patient("").replace("[]", "[], \"name\": [{\"family\": \"Roe\"}]");
        intake.take(items(bundle("", one, encounter(value("VA"), START_A), rate(80))));

        List<Outcome> foreign =
                anotherImport(bundle("", other, encounter(value("VA"), START_B), rate(120)));
        anotherImport(bundle("", one, rate(81)));

        assertThat(foreign.subList(1, 3))
                .allSatisfy(
                        outcome ->
                                assertThat(outcome.refused())
                                        .singleElement()
                                        .asString()
                                        .contains("of different patients"));
        assertThat(facts("VA"))
                .containsExactly(new Observation.HeartRate(80), new Observation.HeartRate(81));
    }

    @Test
    void aNameNeverMeansThatOfAnotherServerInTheSameFolder() {
        List<Outcome> outcomes =
                intake.take(
                        items(
                                bundle(
                                        "https://a.example/fhir",
                                        patient(value("A1")),
                                        encounter(value("VA"), START_A)),
                                bundle("https://b.example/fhir", rate(80))));

        assertThat(outcomes.getLast().refused())
                .containsExactly("unresolved reference: Patient/1 is not in this import");
    }

    @Test
    void resourcesOfOneIdInTwoBundlesDoNotTakeEachOtherBack() {
        intake.take(
                items(
                        bundle("", patient(value("A1")), encounter(value("VA"), START_A), rate(80)),
                        bundle(
                                "",
                                patient(value("B1")),
                                encounter(value("VB"), START_B),
                                rate(120))));

        assertThat(ledger.entriesOf(new StayId("VA")).stream().map(Entry::event))
                .noneMatch(Entry.Retracted.class::isInstance);
    }

    @Test
    void thePatientOfAnEncounterThatCameAloneIsThatOfWhatStandsBesideIt() {
        intake.take(items(bundle("", encounter(value("VA"), START_A), rate(80))));

        assertThat(facts("VA")).containsExactly(new Observation.HeartRate(80));
        assertThat(anotherImport(rate(120)).getFirst().refused()).hasSize(1);
    }
}
