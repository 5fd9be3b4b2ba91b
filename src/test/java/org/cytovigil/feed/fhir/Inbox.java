package org.cytovigil.feed.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.Observation;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;

/** A unit with one patient, to whom resources come. */
final class Inbox {
    static final Path FOLDER = Path.of("src/test/resources/fhir");
    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    /** Patient/7 with the record number 4711, here since 1 March 2026. */
    static final String ADMISSION =
            """
            {"resourceType": "Bundle", "type": "collection", "entry": [
              {"resource": {"resourceType": "Patient", "id": "7", "identifier": [{"value": "4711"}],
                "name": [{"family": "Doe", "given": ["Jane"]}], "birthDate": "1960-05-01"}},
              {"resource": {"resourceType": "Encounter", "id": "70", "identifier": [{"value": "V70"}],
                "status": "in-progress", "class": {"code": "IMP"}, "subject": {"reference": "Patient/7"},
                "period": {"start": "2026-03-01T08:00:00Z"}}}
            ]}
            """;

    final MemoryLedger ledger = new MemoryLedger();
    final List<Entry> told = new ArrayList<>();
    private final FhirIntake intake;

    Inbox() {
        this.intake = new FhirIntake(ledger, ledger, CodeTable.standard(), () -> NOW);
        take(ADMISSION);
        ledger.subscribe(told::addAll);
    }

    /** What becomes of a text. */
    List<Outcome> take(String text) {
        return intake.take(FhirText.read(text.getBytes(StandardCharsets.UTF_8), "test.json"));
    }

    Outcome one(String text) {
        return take(text).getFirst();
    }

    /** The facts that a text was charted as, in order. */
    List<Observation> facts(String text) {
        told.clear();
        take(text);
        return told.stream()
                .map(Entry::event)
                .filter(Entry.Observed.class::isInstance)
                .map(event -> ((Entry.Observed) event).observation())
                .toList();
    }

    static String file(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An Observation of the patient, at 10:00 on 2 March, with more elements. */
    static String observation(String code, String more) {
        return """
                {"resourceType": "Observation", "id": "o1", "status": "final", "code": %s,
                 "subject": {"reference": "Patient/7"}, "effectiveDateTime": "2026-03-02T10:00:00Z"%s}
                """
                .formatted(code, more.isEmpty() ? "" : ", " + more);
    }

    static String loinc(String code, String name) {
        return """
                {"coding": [{"system": "http://loinc.org", "code": "%s", "display": "%s"}]}"""
                .formatted(code, name);
    }

    static String quantity(String value, String unit, String code) {
        return """
                "valueQuantity": {"value": %s, "unit": "%s", "system": "http://unitsofmeasure.org", "code": "%s"}"""
                .formatted(value, unit, code);
    }

    /** A rate of 90, that can be put into question in many ways. */
    static String heartRate(String more) {
        return observation(
                loinc("8867-4", "Heart rate"), quantity("90", "beats/min", "/min") + more);
    }
}
