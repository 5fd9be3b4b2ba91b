package org.cytovigil.feed.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must never become a fact, and what must. */
// [utest->req~feed.fhir~1]
class FhirTrapsTest {
    private final Inbox inbox = new Inbox();

    private static String panel(String codings, String more) {
        return Inbox.observation(
                "{\"coding\": [" + codings + "]}",
                """
                "component": [
                  {"code": {"coding": [{"system": "http://loinc.org", "code": "8480-6", "display": "Systolic blood pressure"}]},
                   "valueQuantity": {"value": 25, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]"}},
                  {"code": {"coding": [{"system": "http://loinc.org", "code": "8478-0", "display": "Mean blood pressure"}]},
                   "valueQuantity": {"value": 10, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]"}}]
                """
                        + more);
    }

    private static String coding(String system, String code, String display) {
        return "{\"system\": \"%s\", \"code\": \"%s\", \"display\": \"%s\"}"
                .formatted(system, code, display);
    }

    private static final String BP =
            coding(
                    "http://loinc.org",
                    "85354-9",
                    "Blood pressure panel with all children optional");

    @Test
    void onlyThePanelOfTheSystemicArteriesIsABloodPressure() {
        assertThat(inbox.facts(panel(BP, "")))
                .containsExactly(
                        new BloodPressure(
                                new Pressure(25), null, new Pressure(10), PressureSource.UNSTATED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://snomed.info/sct      | 75367002   | Blood pressure (observable entity)
                    http://snomed.info/sct      | 250767002  | Pulmonary artery pressure
                    http://loinc.org            | 76284-9    | Pulmonary artery Blood pressure
                    http://loinc.org            | 60996-6    | Right atrial pressure
                    http://snomed.info/sct      | 276769008  | Left ventricular pressure
                    http://loinc.org            | 99999-9    | Some other blood pressure
                    http://hospital.example     | BP         | Blood pressure
                    """)
    void aPanelOfAnyOtherNameIsNoneWhateverItsPartsAreCalled(
            String system, String code, String display) {
        assertThat(inbox.facts(panel(coding(system, code, display), ""))).isEmpty();
        assertThat(
                        inbox.facts(
                                panel(
                                        BP + "," + coding("http://loinc.org", "76284-9", display),
                                        "")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pulmonary artery structure", "Right atrium", "Femoral vein", ""})
    void aPanelMeasuredElsewhereIsRefused(String place) {
        Outcome outcome =
                inbox.one(
                        panel(
                                BP,
                                """
                                , "bodySite": {"coding": [{"system": "http://snomed.info/sct", "code": "1"%s}]}
                                """
                                        .formatted(
                                                place.isEmpty()
                                                        ? ""
                                                        : ", \"display\": \"" + place + "\"")));

        assertThat(outcome.entries()).isEmpty();
        assertThat(outcome.refused())
                .singleElement()
                .asString()
                .contains("no pressure of the systemic");
    }

    @Test
    void theMethodTellsCuffFromLine() {
        assertThat(
                        inbox.facts(
                                panel(
                                        BP,
                                        ", \"method\": {\"text\": \"Non-invasive\"}, \"bodySite\":"
                                                + " {\"text\": \"Right arm\"}")))
                .extracting(fact -> ((BloodPressure) fact).source())
                .containsExactly(PressureSource.CUFF);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "status": "registered"                               | no result (status registered)
                    "status": "unknown"                                  | the status 'unknown' is not accepted
                    "effectiveDateTime": "2026-03-02"                    | is no time to the minute
                    "effectiveDateTime": "2026-03"                       | is no time to the minute
                    "effectiveDateTime": "0001-01-01T00:00:00Z"          | cannot be
                    "effectiveDateTime": null                            | no time
                    "effectiveDateTime": "2025-12-31T10:00:00Z"          | the patient was not here at that time
                    "subject": null                                      | it names no patient
                    "subject": {"reference": "Patient/8"}                | unresolved reference: Patient/8 is not in this import
                    "subject": {"reference": "Group/7"}                  | its subject is no patient
                    "subject": {"identifier": {"value": "815"}}          | unknown patient
                    "focus": [{"reference": "Patient/8"}]                | it is about another than its subject
                    """)
    void whatIsWrongWithAValueIsSaidAndNothingIsCharted(String element, String reason) {
        Map<String, String> defaults =
                Map.of(
                        "\"status\"", "\"status\": \"final\"",
                        "\"effectiveDateTime\"", "\"effectiveDateTime\": \"2026-03-02T10:00:00Z\"",
                        "\"subject\"", "\"subject\": {\"reference\": \"Patient/7\"}");
        String name = element.substring(0, element.indexOf(':'));
        String text = Inbox.heartRate("");
        String replaced = element.endsWith("null") ? "\"language\": \"en\"" : element;
        text =
                defaults.containsKey(name)
                        ? text.replace(defaults.get(name), replaced)
                        : Inbox.heartRate(", " + element);

        Outcome outcome = inbox.one(text);

        assertThat(outcome.entries()).isEmpty();
        assertThat(outcome.refused()).singleElement().asString().contains(reason);
        assertThat(inbox.ledger.items()).isNotEmpty();
    }

    /** The parser itself refuses a time of day without a zone, or we do. */
    @Test
    void aTimeWithoutAZoneIsRefused() {
        Outcome outcome = inbox.one(Inbox.heartRate("").replace("T10:00:00Z", "T10:00:00"));

        assertThat(outcome.entries()).isEmpty();
        assertThat(outcome.refused()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"value": 90, "comparator": "<", "unit": "/min", "code": "/min"} | a limit or a range
                    {"value": 90, "unit": "mmHg", "code": "/min"}                    | its units disagree
                    {"value": 90, "unit": "fortnights", "code": "/min"}              | its units disagree
                    {"value": 90, "unit": "mmHg", "code": "mm[Hg]"}                  | wrong unit
                    {"value": 90}                                                    | no unit
                    {"value": 1e400, "unit": "/min", "code": "/min"}                 | more digits
                    {"value": -1, "unit": "/min", "code": "/min"}                    | stands for no value
                    {"unit": "/min", "code": "/min"}                                 | no value
                    """)
    void aValueThatCannotBeUsedIsRefused(String quantity, String reason) {
        Outcome outcome =
                inbox.one(
                        Inbox.observation(
                                Inbox.loinc("8867-4", "Heart rate"),
                                "\"valueQuantity\": " + quantity));

        assertThat(outcome.entries()).isEmpty();
        assertThat(outcome.refused()).singleElement().asString().contains(reason);
    }

    @Test
    void aReasonForNoValueIsNoValue() {
        Outcome outcome =
                inbox.one(
                        Inbox.observation(
                                Inbox.loinc("8867-4", "Heart rate"),
                                "\"dataAbsentReason\": {\"text\": \"lead off\"}"));

        assertThat(outcome.refused()).containsExactly("no value: lead off");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    8867-4  | Respiratory rate         | code and name disagree
                    8867-4  | ''                       | without a name
                    12345-6 | Heart rate               | is not in the table
                    """)
    void codeAndNameMustFit(String code, String name, String reason) {
        Outcome outcome =
                inbox.one(
                        Inbox.observation(
                                Inbox.loinc(code, name).replace(", \"display\": \"\"", ""),
                                Inbox.quantity("90", "/min", "/min")));

        assertThat(outcome.entries()).isEmpty();
        assertThat(outcome.refused()).singleElement().asString().contains(reason);
    }

    @Test
    void anAirwayIsNoBodyWhateverGeneralCodeStandsBesideIt() {
        String text =
                Inbox.observation(
                        "{\"coding\": ["
                                + coding("http://loinc.org", "60955-2", "Airway temperature")
                                + ","
                                + coding("http://loinc.org", "8310-5", "Body temperature")
                                + "]}",
                        Inbox.quantity("41", "C", "Cel"));

        assertThat(inbox.facts(text)).isEmpty();
        assertThat(
                        inbox.facts(
                                Inbox.observation(
                                        Inbox.loinc("8310-5", "Body temperature"),
                                        Inbox.quantity("41", "C", "Cel")
                                                + ", \"bodySite\": {\"text\": \"Knee joint\"}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0.3, %, false
                    30,  %, true
                    0.3, 1, true
                    30,  1, false
                    """)
    void aFractionLabelledPerCentIsNotGuessed(String value, String unit, boolean accepted) {
        List<Observation> facts =
                inbox.facts(
                        Inbox.observation(
                                Inbox.loinc("19994-3", "Oxygen/Total gas setting Ventilator"),
                                Inbox.quantity(value, unit, unit)));

        assertThat(facts)
                .isEqualTo(
                        accepted
                                ? List.of(
                                        new Observation.OxygenSettings(
                                                null, OxygenFraction.of(0.3)))
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-03-02T10:00:00Z, 2026-03-02T11:00:00Z, true
                    2026-03-02T10:00:00Z, 2026-03-02T12:00:00Z, true
                    2026-03-02T10:00:00Z, 2026-03-02T12:00:01Z, false
                    2026-03-02T10:00:00Z, 2026-03-02T09:00:00Z, false
                    """)
    void aReadingHoldsFromTheStartOfItsPeriod(String start, String end, boolean accepted) {
        String text =
                Inbox.heartRate("")
                        .replace(
                                "\"effectiveDateTime\": \"2026-03-02T10:00:00Z\"",
                                "\"effectivePeriod\": {\"start\": \"%s\", \"end\": \"%s\"}"
                                        .formatted(start, end));

        inbox.told.clear();
        inbox.take(text);

        assertThat(inbox.told.stream().map(entry -> entry.at().toString()))
                .isEqualTo(accepted ? List.of(start) : List.of());
    }

    @Test
    void aChangedResourceCorrectsWhatItWasAndAWithdrawnOneTakesItBack() {
        inbox.take(Inbox.heartRate(""));
        inbox.told.clear();

        inbox.take(
                Inbox.heartRate("")
                        .replace("\"value\": 90", "\"value\": 95")
                        .replace("final", "amended"));
        inbox.take(Inbox.heartRate("").replace("final", "entered-in-error"));

        assertThat(inbox.told.stream().map(Entry::event))
                .containsExactly(
                        new Entry.Corrected(
                                new Observation.HeartRate(90),
                                new Observation.HeartRate(95),
                                "corrected by the sender"),
                        new Entry.Retracted(
                                new Observation.HeartRate(95),
                                "entered in error, says the sender"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"entered-in-error", "cancelled"})
    void whatIsWithdrawnIsTakenBackAndWithoutNoiseWhenItWasNeverCharted(String status) {
        Outcome never = inbox.one(Inbox.heartRate("").replace("final", status));
        inbox.take(Inbox.heartRate("").replace("o1", "o2"));
        inbox.told.clear();

        Outcome stripped =
                inbox.one(
                        """
                        {"resourceType": "Observation", "id": "o2", "status": "%s", "code": {"text": "gone"}}
                        """
                                .formatted(status));

        assertThat(never.refused()).isEmpty();
        assertThat(never.ignored()).containsExactly("withdrawn, and nothing of it is charted");
        assertThat(stripped.refused()).isEmpty();
        assertThat(inbox.told.stream().map(Entry::event))
                .containsExactly(
                        new Entry.Retracted(
                                new Observation.HeartRate(90),
                                "entered in error, says the sender"));
        assertThat(inbox.ledger.items()).isEmpty();
    }

    @Test
    void aLaterVersionAtAnotherTimeTakesTheFirstBack() {
        inbox.take(Inbox.heartRate("").replace("final", "preliminary"));
        inbox.told.clear();

        inbox.take(Inbox.heartRate("").replace("T10:00", "T10:05"));

        assertThat(
                        inbox.told.stream()
                                .map(
                                        entry ->
                                                entry.at()
                                                        + " "
                                                        + entry.event().getClass().getSimpleName()))
                .containsExactly("2026-03-02T10:00:00Z Retracted", "2026-03-02T10:05:00Z Observed");
    }

    @Test
    void theSameResourceIsKeptOnceAndARefusedOneIsTriedAgain() {
        String stranger = Inbox.heartRate("").replace("Patient/7", "Patient/8").replace("o1", "o8");
        inbox.take(Inbox.heartRate(""));
        inbox.take(stranger);
        inbox.told.clear();
        int held = inbox.ledger.items().size();

        assertThat(inbox.one(Inbox.heartRate("")).ignored()).containsExactly("charted already");
        inbox.take(stranger);
        assertThat(inbox.told).isEmpty();
        assertThat(inbox.ledger.items()).hasSize(held);

        inbox.take(
                Inbox.ADMISSION
                        .replace("\"7\"", "\"8\"")
                        .replace("4711", "4712")
                        .replace("\"70\"", "\"80\"")
                        .replace("V70", "V80")
                        .replace("Patient/7", "Patient/8"));
        inbox.told.clear();
        assertThat(inbox.facts(stranger)).containsExactly(new Observation.HeartRate(90));
    }

    @Test
    void aPatientIsFoundByReferenceIdentifierAndVisit() {
        for (String who :
                List.of(
                        "\"subject\": {\"reference\": \"Patient/7\"}",
                        "\"subject\": {\"identifier\": {\"value\": \"4711\"}}",
                        "\"encounter\": {\"reference\": \"Encounter/70\"}",
                        "\"encounter\": {\"identifier\": {\"value\": \"V70\"}}")) {
            assertThat(
                            new Inbox()
                                    .facts(
                                            Inbox.heartRate("")
                                                    .replace(
                                                            "\"subject\": {\"reference\":"
                                                                    + " \"Patient/7\"}",
                                                            who)))
                    .as(who)
                    .hasSize(1);
        }
    }

    private static String drug(String coding, String status, String effective, String dosage) {
        return """
        {"resourceType": "MedicationAdministration", "id": "m1", "status": "%s",
         "medicationCodeableConcept": {"coding": [%s]}, "subject": {"reference": "Patient/7"},
         %s%s}
        """
                .formatted(
                        status,
                        coding,
                        effective,
                        dosage.isEmpty() ? "" : ", \"dosage\": " + dosage);
    }

    private static final String NOREPINEPHRINE =
            coding("http://www.nlm.nih.gov/research/umls/rxnorm", "7512", "norepinephrine");
    private static final String SINCE_TEN =
            "\"effectivePeriod\": {\"start\": \"2026-03-02T10:00:00Z\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"rateQuantity": {"value": 0.1, "code": "ug/kg/min", "system": "http://unitsofmeasure.org"}}   | 0.1
                    {"rateQuantity": {"value": 0.1, "code": "ug/(kg.min)", "system": "http://unitsofmeasure.org"}} | 0.1
                    {"rateRatio": {"numerator": {"value": 0.1, "code": "ug/kg"}, "denominator": {"value": 1, "code": "min"}}} | 0.1
                    {"rateQuantity": {"value": 5, "code": "mL/h", "system": "http://unitsofmeasure.org"}}          |
                    {"rateQuantity": {"value": 5, "code": "[iU]/h", "system": "http://unitsofmeasure.org"}}        |
                    {"dose": {"value": 4, "code": "mg"}}                                                           |
                    """)
    void aRunningVasopressorIsChartedIfOnlyAtAnUnknownDose(String dosage, @Nullable Double dose) {
        assertThat(inbox.facts(drug(NOREPINEPHRINE, "in-progress", SINCE_TEN, dosage)))
                .containsExactly(
                        new Observation.VasopressorCharted(
                                new VasopressorInfusion(
                                        Vasopressor.NOREPINEPHRINE,
                                        dose == null
                                                ? null
                                                : new DoseRate(dose, DoseUnit.UG_PER_KG_PER_MIN),
                                        Salt.UNSTATED)));
        assertThat(inbox.ledger.items().isEmpty()).isEqualTo(dose != null);
    }

    @Test
    void aFinishedInfusionStopsAtItsEnd() {
        assertThat(
                        inbox.facts(
                                drug(
                                        NOREPINEPHRINE,
                                        "completed",
                                        "\"effectivePeriod\": {\"start\": \"2026-03-02T10:00:00Z\","
                                                + " \"end\": \"2026-03-02T14:00:00Z\"}",
                                        "{\"rateQuantity\": {\"value\": 8, \"code\":"
                                                + " \"ug/min\"}}")))
                .hasSize(2)
                .last()
                .isEqualTo(
                        new Observation.VasopressorCharted(
                                VasopressorInfusion.stopped(Vasopressor.NOREPINEPHRINE)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7512 | dobutamine     | in-progress | different drugs
                    7512 | norepinephrine | on-hold     | the status 'on-hold' is not accepted
                    7512 | norepinephrine | unknown     | the status 'unknown' is not accepted
                    1    | vancomycin     | completed   | is not in the table
                    """)
    void aDrugThatCannotBeToldWaits(String code, String name, String status, String reason) {
        Outcome outcome =
                inbox.one(
                        drug(
                                coding("http://www.nlm.nih.gov/research/umls/rxnorm", code, name),
                                status,
                                SINCE_TEN,
                                ""));

        assertThat(outcome.entries()).isEmpty();
        assertThat(outcome.refused()).singleElement().asString().contains(reason);
    }

    @Test
    void aDrugAgainstFeverIsATreatmentAndCellsAreTheInfusion() {
        assertThat(
                        inbox.facts(
                                drug(
                                        coding(
                                                "http://hospital.example",
                                                "T1",
                                                "Tocilizumab 20 mg/ml"),
                                        "completed",
                                        "\"effectiveDateTime\": \"2026-03-02T10:00:00Z\"",
                                        "{\"dose\": {\"value\": 640, \"unit\": \"mg\"}}")))
                .containsExactly(
                        new Observation.TreatmentGiven(
                                new Treatment("tocilizumab", new DrugAmount(640), "")));
        inbox.told.clear();

        inbox.take(
                drug(
                                coding("http://hospital.example", "C1", "Axicabtagene ciloleucel"),
                                "completed",
                                "\"effectiveDateTime\": \"2026-03-02T12:00:00Z\"",
                                "")
                        .replace("m1", "m2"));

        assertThat(inbox.told.stream().map(entry -> entry.event().toString()))
                .containsExactly(
                        "InfusionCharted[infusion=Infusion[product=axi-cel,"
                                + " at=2026-03-02T12:00:00Z]]");
    }

    @Test
    void roomAirToWhichOxygenFlowsIsNoDeviceThatIsKnown() {
        assertThat(
                        inbox.facts(
                                Inbox.observation(
                                        Inbox.loinc("107117-4", "Oxygen delivery device"),
                                        """
                                        "valueString": "room air",
                                        "component": [{"code": {"coding": [{"system": "http://loinc.org", "code": "3151-8", "display": "Inhaled oxygen flow rate"}]},
                                          "valueQuantity": {"value": 15, "unit": "L/min", "code": "L/min"}}]
                                        """)))
                .containsExactly(
                        new Observation.OxygenDevice(
                                new OxygenSupport.Unrecognised(
                                        "room air with oxygen", new OxygenFlow(15), null)));
    }

    @Test
    void oxygenBesideASaturationIsASetting() {
        assertThat(
                        inbox.facts(
                                Inbox.observation(
                                        Inbox.loinc(
                                                "59408-5", "Oxygen saturation by Pulse oximetry"),
                                        Inbox.quantity("93", "%", "%")
                                                + """
                                                , "component": [{"code": {"coding": [{"system": "http://loinc.org", "code": "3151-8", "display": "Inhaled oxygen flow rate"}]},
                                                  "valueQuantity": {"value": 4, "unit": "L/min", "code": "L/min"}}]
                                                """)))
                .containsExactly(
                        new Observation.OxygenSaturation(93),
                        new Observation.OxygenSettings(new OxygenFlow(4), null));
        assertThat(
                        inbox.facts(
                                Inbox.observation(
                                                Inbox.loinc("107117-4", "Oxygen delivery device"),
                                                "\"valueString\": \"HFNC\"")
                                        .replace("o1", "o2")))
                .containsExactly(
                        new Observation.OxygenDevice(
                                new OxygenSupport.HighFlowCannula(null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"resourceType": "Observation", "status"                                   | no JSON
                    {"resourceType": "Observation", "status": "final", "status": "amended"}    | no JSON
                    {"resourceType": "Bed"}                                                    | no valid FHIR R4
                    {"status": "final"}                                                        | no resourceType
                    []                                                                         | no JSON object
                    {"resourceType": "Observation", "status": "bogus"}                         | no valid FHIR R4
                    {"resourceType": "Bundle", "type": "collection"}                           | without entries
                    {"resourceType": "Condition", "subject": {"reference": "Patient/7"}}       | of type Condition are not read
                    <Observation xmlns="http://hl7.org/fhir"><status value="bogus"/></Observation> | no valid FHIR R4
                    <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><Observation xmlns="http://hl7.org/fhir"><id value="&e;"/></Observation> | no valid FHIR R4
                    """)
    void whatIsNoResourceWaitsWithTheReason(String text, String reason) {
        List<Outcome> outcomes = inbox.take(text);

        assertThat(outcomes).hasSize(1);
        assertThat(outcomes.getFirst().entries()).isEmpty();
        assertThat(outcomes.getFirst().refused()).singleElement().asString().contains(reason);
    }

    @Test
    void aBadResourceOfABundleTakesNoOtherWithIt() {
        List<Outcome> outcomes =
                inbox.take(
                        """
                        {"resourceType": "Bundle", "type": "collection", "entry": [
                          {"resource": {"resourceType": "Observation", "status": "bogus"}}, {}, {"resource": %s}]}
                        """
                                .formatted(Inbox.heartRate("")));

        assertThat(outcomes.stream().map(outcome -> outcome.entries().size()))
                .containsExactly(0, 0, 1);
    }

    @Test
    void encountersThatArePartOfEachOtherEnd() {
        List<Outcome> outcomes =
                inbox.take(
                        """
                        {"resourceType": "Bundle", "type": "collection", "entry": [
                          {"resource": {"resourceType": "Encounter", "id": "a", "status": "in-progress", "class": {"code": "IMP"}, "partOf": {"reference": "Encounter/b"}}},
                          {"resource": {"resourceType": "Encounter", "id": "b", "status": "in-progress", "class": {"code": "IMP"}, "partOf": {"reference": "Encounter/a"}}}]}
                        """);

        assertThat(outcomes.stream().flatMap(outcome -> outcome.refused().stream()))
                .containsOnly("it is part of an encounter that is not known");
    }

    @Test
    void tenMegabytesOfOneStringAreReadOrRefusedAndNeverCharted() {
        String text =
                Inbox.heartRate(", \"note\": [{\"text\": \"" + "x".repeat(10_000_000) + "\"}]");

        assertThat(inbox.take(text)).hasSize(1);
        assertThat(FhirText.read("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "deep"))
                .singleElement()
                .satisfies(item -> assertThat(item.fault()).contains("no JSON"));
    }

    @Test
    void xmlIsReadLikeJson() {
        String xml =
                """
                <Observation xmlns="http://hl7.org/fhir"><id value="x1"/><status value="final"/>
                 <code><coding><system value="http://loinc.org"/><code value="8867-4"/><display value="Heart rate"/></coding></code>
                 <subject><reference value="Patient/7"/></subject><effectiveDateTime value="2026-03-02T10:00:00Z"/>
                 <valueQuantity><value value="88"/><unit value="bpm"/><code value="/min"/></valueQuantity></Observation>
                """;

        assertThat(inbox.facts(xml)).containsExactly(new Observation.HeartRate(88));
    }

    /** It is 12:00 on 10 March. */
    @ParameterizedTest
    @CsvSource({"2026-03-10T13:00:00Z, true", "2026-03-10T13:00:01Z, false"})
    void aValueOrADrugFarAheadOfTheClockWaits(String at, boolean accepted) {
        List<Outcome> outcomes =
                List.of(
                        inbox.one(Inbox.heartRate("").replace("2026-03-02T10:00:00Z", at)),
                        inbox.one(
                                drug(
                                        NOREPINEPHRINE,
                                        "in-progress",
                                        SINCE_TEN.replace("2026-03-02T10:00:00Z", at),
                                        "{\"rateQuantity\": {\"value\": 8, \"code\":"
                                                + " \"ug/min\"}}")));

        assertThat(outcomes)
                .allSatisfy(
                        outcome -> {
                            assertThat(outcome.entries()).hasSize(accepted ? 1 : 0);
                            assertThat(outcome.refused())
                                    .isEqualTo(
                                            accepted
                                                    ? List.of()
                                                    : List.of(
                                                            "its time is more than an hour ahead of"
                                                                    + " the program's"));
                        });
    }

    @Test
    void anEndFarAheadIsNoStop() {
        Outcome outcome =
                inbox.one(
                        drug(
                                NOREPINEPHRINE,
                                "in-progress",
                                "\"effectivePeriod\": {\"start\": \"2026-03-02T10:00:00Z\","
                                        + " \"end\": \"2026-03-11T10:00:00Z\"}",
                                "{\"rateQuantity\": {\"value\": 8, \"code\": \"ug/min\"}}"));

        assertThat(outcome.entries()).hasSize(1);
        assertThat(outcome.refused())
                .containsExactly(
                        "accepted, but not its end: its time is more than an hour ahead of the"
                                + " program's");
    }

    @Test
    void aLineThatIsNoUtf8SpoilsNoOtherLine() {
        String line = Inbox.heartRate(", \"note\": [{\"text\": \"m\u00fcde\"}]").replace("\n", " ");
        byte[] good = (line + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bad = line.getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, both, good.length, bad.length);

        List<FhirItem> items = FhirText.readLines(both, "a.ndjson");

        assertThat(items.stream().map(FhirItem::fault)).containsExactly("", "no UTF-8 text");
        assertThat(items.getFirst().raw()).contains("m\u00fcde");
    }
}
