package org.cytovigil.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytovigil.alarm.AlarmChange;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.OxygenSupport.MaskKind;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.AlarmPart;
import org.cytovigil.grading.Check;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The form of the store's payloads. What is expected here stands in stores: it is added to and
 * never changed.
 */
class EntryJsonTest {
    private static final AlarmKey RISE = new AlarmKey(new StayId("S-1"), AlarmKind.GRADE_RISE);

    private static final OxygenFlow FOUR_LITRES = new OxygenFlow(4);
    private static final OxygenFraction FORTY_PERCENT = OxygenFraction.of(0.4);
    private static final VasopressorInfusion NOREPINEPHRINE =
            new VasopressorInfusion(
                    Vasopressor.NOREPINEPHRINE,
                    new DoseRate(0.05, DoseUnit.UG_PER_KG_PER_MIN),
                    Salt.BASE);
    private static final VasopressorInfusion VASOPRESSIN =
            new VasopressorInfusion(Vasopressor.VASOPRESSIN, null, Salt.BASE);

    static Stream<OxygenSupport> devices() {
        return Stream.concat(
                Stream.of(
                        new OxygenSupport.RoomAir(),
                        new OxygenSupport.NasalCannula(FOUR_LITRES, null),
                        new OxygenSupport.HighFlowCannula(new OxygenFlow(40), FORTY_PERCENT),
                        new OxygenSupport.BlowBy(FOUR_LITRES, null),
                        new OxygenSupport.Cpap(FORTY_PERCENT),
                        new OxygenSupport.Bipap(null),
                        new OxygenSupport.Ventilator(FORTY_PERCENT),
                        new OxygenSupport.Unrecognised("oxy-hood", null, FORTY_PERCENT)),
                Arrays.stream(MaskKind.values())
                        .map(kind -> new OxygenSupport.Mask(kind, null, FORTY_PERCENT)));
    }

    static Stream<Observation> observations() {
        return Stream.concat(
                devices().map(Observation.OxygenDevice::new),
                Stream.of(
                        new Observation.BodyTemperature(
                                Temperature.ofFahrenheit(100.4),
                                Observation.TemperatureSite.ORAL,
                                true),
                        new Observation.BloodPressure(
                                new Pressure(88),
                                new Pressure(50),
                                null,
                                Observation.PressureSource.CUFF),
                        new Observation.BloodPressure(
                                null,
                                null,
                                new Pressure(62.5),
                                Observation.PressureSource.ARTERIAL_LINE),
                        new Observation.OxygenSaturation(91),
                        new Observation.HeartRate(128),
                        new Observation.NeurologicalExamination(
                                new IceScore.Total(7),
                                null,
                                Observation.Consciousness.TO_VOICE,
                                Observation.Seizure.NONE,
                                false,
                                null,
                                null),
                        new Observation.NeurologicalExamination(
                                new IceScore.Items(true, null, false, true, 2, true, null, false),
                                new CapdScore.Items(
                                        java.util.Arrays.asList(0, 1, null, 4, 0, 2, null, 3)),
                                null,
                                null,
                                null,
                                Observation.CerebralOedema.FOCAL,
                                true),
                        new Observation.GradeOverridden(
                                ScaleId.ASTCT_2019, 2, "line sepsis, not CRS", "Dr. Example"),
                        new Observation.GradeOverridden(
                                ScaleId.LEE_2014, null, "withdrawn", "Dr. Example"),
                        new Observation.HeartRate(Double.NaN),
                        new Observation.RespiratoryRate(24),
                        new Observation.BodyWeight(new Weight(70.25)),
                        new Observation.BodyHeight(new Height(172.5)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.CellDose(2.1, RiskFactor.Per.KILOGRAM)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.CellDose(250, RiskFactor.Per.PATIENT)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.DiseaseBurden(
                                        "60 % blasts", RiskFactor.Judged.HIGH)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.Lymphodepletion("", RiskFactor.Judged.NOT_HIGH)),
                        new Observation.RiskFactorCharted(
                                new RiskFactor.Baseline(Analyte.PLATELETS, 42)),
                        new Observation.OxygenSettings(FOUR_LITRES, null),
                        new Observation.OxygenSettings(null, null),
                        new Observation.VasopressorCharted(NOREPINEPHRINE),
                        new Observation.VasopressorCharted(VASOPRESSIN),
                        new Observation.VasopressorList(List.of(NOREPINEPHRINE, VASOPRESSIN)),
                        new Observation.VasopressorList(List.of()),
                        new Observation.HypotensionStated(),
                        new Observation.FluidBolus(500),
                        new Observation.TreatmentGiven(
                                new Treatment("tocilizumab", "8 mg/kg \"now\"\n\u0000 µ 日 😀")),
                        new Observation.ConstitutionalSymptoms(false),
                        new Observation.OrganToxicity(Observation.Organ.TRANSAMINASES, 3),
                        new Observation.CoagulopathyTreated(true),
                        new Observation.IntravenousTherapy(true),
                        new Observation.LaboratoryResult(Analyte.FERRITIN, 12345.678),
                        new Observation.Attributed(
                                Observation.AttributionScope.OXYGEN, false, "pneumonia"),
                        new Observation.EpisodeOpened(),
                        new Observation.Note(
                                "Family told.\n\"Wants\" to be called: {0} \u202e µ 😀"),
                        new Observation.DeathDueToCrs()));
    }

    static Stream<Entry.Event> events() {
        Patient child =
                new Patient(
                        "Roe, Richard",
                        "MRN-2",
                        0.75,
                        new Weight(8.4),
                        new Patient.Baseline(
                                new OxygenSupport.NasalCannula(FOUR_LITRES, null),
                                new Pressure(85)));
        Instant infused = Instant.parse("2026-02-26T09:30:15.123456789Z");
        return Stream.concat(
                observations().map(Entry.Observed::new),
                Stream.of(
                        new Entry.Admitted(Examples.stay("S-1")),
                        new Entry.Admitted(
                                new Stay(
                                        new StayId("S-2"),
                                        child,
                                        new Infusion("tisa-cel", infused),
                                        infused.minusSeconds(3600),
                                        infused.plusSeconds(3600),
                                        "",
                                        Stay.Origin.SYNTHETIC_CASE)),
                        new Entry.InfusionCharted(new Infusion("axi-cel", infused)),
                        new Entry.PatientIdentified(child),
                        new Entry.AdmissionCancelled("another patient's visit"),
                        new Entry.Moved("14B"),
                        new Entry.Discharged(),
                        new Entry.DischargeCancelled(),
                        new Entry.Corrected(
                                new Observation.HeartRate(218),
                                new Observation.HeartRate(128),
                                "typed twice"),
                        new Entry.Retracted(new Observation.FluidBolus(500), "other patient"),
                        new Entry.Acknowledged(RISE, 2),
                        new Entry.Acknowledged(RISE, 2, "tocilizumab given"),
                        new Entry.AlarmShelved(RISE, 2, "being turned", infused),
                        new Entry.AlarmUnshelved(RISE),
                        new Entry.AlarmTakenOut(RISE, "in theatre"),
                        new Entry.AlarmPutBack(RISE),
                        new Entry.AlarmAdjusted(
                                RISE,
                                new AlarmChange(
                                        Map.of(
                                                AlarmPart.MEDIUM_FROM, "1",
                                                AlarmPart.GUIDANCE, "Call Dr. A.")),
                                "known grade 2",
                                infused),
                        new Entry.AlarmAdjustmentEnded(RISE),
                        new Entry.CheckPutOff(Check.NEUROLOGY, 2, "asleep", infused),
                        new Entry.CheckAskedAgain(Check.NEUROLOGY),
                        new Entry.NurseAssigned("Ada"),
                        new Entry.NurseAssigned(""),
                        new Entry.Technical(AlarmKind.STORAGE, 2, "storage is failing")));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsReadBackEqual(Entry.Event event) throws JsonProcessingException {
        assertThat(EntryJson.read(EntryJson.kind(event), EntryJson.payload(event)))
                .isEqualTo(event);
    }

    @Test
    void theSamplesAboveLeaveNoKindOut() {
        assertThat(classes(events())).isEqualTo(kinds(Entry.Event.class));
        assertThat(classes(observations()))
                .isEqualTo(Set.of(Observation.class.getPermittedSubclasses()));
        assertThat(classes(devices()))
                .isEqualTo(Set.of(OxygenSupport.class.getPermittedSubclasses()));
    }

    /** The kinds of a sealed type, those of the sealed types in it included. */
    private static Set<Class<?>> kinds(Class<?> type) {
        return Stream.of(type.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind).stream() : Stream.of(kind))
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> classes(Stream<?> samples) {
        return samples.map(Object::getClass).collect(Collectors.toSet());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text(
                        "admitted",
                        new Entry.Admitted(Examples.stay("S-1")),
                        """
                        {"stay":{"id":"S-1","patient":{"name":"Doe, Jane","recordNumber":"MRN-1","baseline":{}},\
                        "infusion":{"product":"axi-cel","at":"2026-03-01T12:00:00Z"},\
                        "admitted":"2026-03-01T12:00:00Z","bed":"12","origin":"LIVE"}}\
                        """),
                text(
                        "admitted",
                        new Entry.Admitted(
                                new Stay(
                                        new StayId("S-1"),
                                        Examples.stay("S-1").patient(),
                                        null,
                                        Examples.NOON,
                                        null,
                                        "12",
                                        Stay.Origin.LIVE)),
                        """
                        {"stay":{"id":"S-1","patient":{"name":"Doe, Jane","recordNumber":"MRN-1","baseline":{}},\
                        "admitted":"2026-03-01T12:00:00Z","bed":"12","origin":"LIVE"}}\
                        """),
                text(
                        "infusion-charted",
                        new Entry.InfusionCharted(new Infusion("axi-cel", Examples.NOON)),
                        "{\"infusion\":{\"product\":\"axi-cel\",\"at\":\"2026-03-01T12:00:00Z\"}}"),
                text(
                        "patient-identified",
                        new Entry.PatientIdentified(
                                new Patient(
                                        "Doe, Joan",
                                        "MRN-9",
                                        61.0,
                                        new Weight(70.5),
                                        new Patient.Baseline(null, new Pressure(101)))),
                        """
                        {"patient":{"name":"Doe, Joan","recordNumber":"MRN-9","ageYears":61.0,\
                        "weight":{"kilograms":70.5},"baseline":{"systolic":{"mmHg":101.0}}}}\
                        """),
                text(
                        "admission-cancelled",
                        new Entry.AdmissionCancelled("wrong visit"),
                        "{\"reason\":\"wrong visit\"}"),
                text("discharge-cancelled", new Entry.DischargeCancelled(), "{}"),
                text("moved", new Entry.Moved("14B"), "{\"bed\":\"14B\"}"),
                text("discharged", new Entry.Discharged(), "{}"),
                text(
                        "acknowledged",
                        new Entry.Acknowledged(
                                new AlarmKey(new StayId("S-1"), AlarmKind.GRADE_RISE), 2),
                        "{\"alarm\":{\"stay\":\"S-1\",\"kind\":\"GRADE_RISE\"},\"level\":2}"),
                text(
                        "acknowledged",
                        new Entry.Acknowledged(RISE, 2, "fluids given"),
                        "{\"alarm\":{\"stay\":\"S-1\",\"kind\":\"GRADE_RISE\"},\"level\":2,\"action\":\"fluids"
                                + " given\"}"),
                text(
                        "alarm-shelved",
                        new Entry.AlarmShelved(
                                RISE, 2, "being turned", Instant.parse("2026-03-01T12:30:00Z")),
                        "{\"alarm\":{\"stay\":\"S-1\",\"kind\":\"GRADE_RISE\"},\"level\":2,\"reason\":\"being"
                                + " turned\",\"until\":\"2026-03-01T12:30:00Z\"}"),
                text(
                        "alarm-unshelved",
                        new Entry.AlarmUnshelved(RISE),
                        "{\"alarm\":{\"stay\":\"S-1\",\"kind\":\"GRADE_RISE\"}}"),
                text(
                        "alarm-taken-out",
                        new Entry.AlarmTakenOut(RISE, "in theatre"),
                        "{\"alarm\":{\"stay\":\"S-1\",\"kind\":\"GRADE_RISE\"},\"reason\":\"in"
                                + " theatre\"}"),
                text(
                        "alarm-put-back",
                        new Entry.AlarmPutBack(RISE),
                        "{\"alarm\":{\"stay\":\"S-1\",\"kind\":\"GRADE_RISE\"}}"),
                text(
                        "alarm-adjusted",
                        new Entry.AlarmAdjusted(
                                RISE,
                                new AlarmChange(
                                        Map.of(
                                                AlarmPart.CLEAR_AFTER, "5 min",
                                                AlarmPart.MEDIUM_FROM, "1")),
                                "frail",
                                Instant.parse("2026-03-01T18:00:00Z")),
                        "{\"alarm\":{\"stay\":\"S-1\",\"kind\":\"GRADE_RISE\"},\"change\":{\"values\":{\"MEDIUM_FROM\":\"1\",\"CLEAR_AFTER\":\"5"
                                + " min\"}},\"reason\":\"frail\",\"until\":\"2026-03-01T18:00:00Z\"}"),
                text(
                        "alarm-adjustment-ended",
                        new Entry.AlarmAdjustmentEnded(RISE),
                        "{\"alarm\":{\"stay\":\"S-1\",\"kind\":\"GRADE_RISE\"}}"),
                text(
                        "check-put-off",
                        new Entry.CheckPutOff(
                                Check.PRESSURE,
                                2,
                                "in theatre",
                                Instant.parse("2026-03-01T18:00:00Z")),
                        "{\"check\":\"PRESSURE\",\"grade\":2,\"reason\":\"in"
                                + " theatre\",\"until\":\"2026-03-01T18:00:00Z\"}"),
                text(
                        "check-asked-again",
                        new Entry.CheckAskedAgain(Check.GRADE),
                        "{\"check\":\"GRADE\"}"),
                text("nurse-assigned", new Entry.NurseAssigned("Zoë K."), "{\"nurse\":\"Zoë K.\"}"),
                text(
                        "technical",
                        new Entry.Technical(AlarmKind.STORAGE, 2, "storage is failing"),
                        "{\"kind\":\"STORAGE\",\"level\":2,\"cause\":\"storage is failing\"}"),
                observed(
                        new Observation.BodyTemperature(
                                Temperature.ofCelsius(38), Observation.TemperatureSite.ORAL, false),
                        "{'kind':'body-temperature','value':{'parts':342000},'site':'ORAL','unitAssumed':false}"),
                observed(
                        new Observation.BloodPressure(
                                new Pressure(88),
                                null,
                                new Pressure(62.5),
                                Observation.PressureSource.CUFF),
                        "{'kind':'blood-pressure','systolic':{'mmHg':88.0},'mean':{'mmHg':62.5},'source':'CUFF'}"),
                observed(
                        new Observation.OxygenSaturation(91),
                        "{'kind':'oxygen-saturation','percent':91.0}"),
                observed(new Observation.HeartRate(128), "{'kind':'heart-rate','perMinute':128.0}"),
                observed(
                        new Observation.RespiratoryRate(24),
                        "{'kind':'respiratory-rate','perMinute':24.0}"),
                observed(
                        new Observation.BodyWeight(new Weight(70.25)),
                        "{'kind':'body-weight','weight':{'kilograms':70.25}}"),
                observed(
                        new Observation.BodyHeight(new Height(172.5)),
                        "{'kind':'body-height','height':{'centimetres':172.5}}"),
                observed(
                        new Observation.RiskFactorCharted(
                                new RiskFactor.CellDose(2.1, RiskFactor.Per.KILOGRAM)),
                        "{'kind':'risk-factor','risk':{'factor':'cell-dose','millions':2.1,'per':'KILOGRAM'}}"),
                observed(
                        new Observation.RiskFactorCharted(
                                new RiskFactor.DiseaseBurden("", RiskFactor.Judged.HIGH)),
                        "{'kind':'risk-factor','risk':{'factor':'disease-burden','measure':'','judged':'HIGH'}}"),
                observed(
                        new Observation.RiskFactorCharted(
                                new RiskFactor.Lymphodepletion(
                                        "Flu/Cy", RiskFactor.Judged.UNSTATED)),
                        "{'kind':'risk-factor','risk':{'factor':'lymphodepletion','regimen':'Flu/Cy','judged':'UNSTATED'}}"),
                observed(
                        new Observation.RiskFactorCharted(
                                new RiskFactor.Baseline(Analyte.FERRITIN, 1200)),
                        "{'kind':'risk-factor','risk':{'factor':'baseline','analyte':'FERRITIN','value':1200.0}}"),
                observed(
                        new Observation.OxygenDevice(
                                new OxygenSupport.NasalCannula(FOUR_LITRES, FORTY_PERCENT)),
                        "{'kind':'oxygen-device','support':{'device':'nasal-cannula',"
                                + "'flow':{'litresPerMinute':4.0},'fio2':{'tenThousandths':4000}}}"),
                observed(
                        new Observation.OxygenDevice(
                                new OxygenSupport.Mask(MaskKind.VENTURI, null, FORTY_PERCENT)),
                        "{'kind':'oxygen-device','support':{'device':'mask','kind':'VENTURI',"
                                + "'fio2':{'tenThousandths':4000}}}"),
                observed(
                        new Observation.OxygenDevice(
                                new OxygenSupport.Unrecognised("oxy-hood", null, null)),
                        "{'kind':'oxygen-device','support':{'device':'unrecognised','name':'oxy-hood'}}"),
                observed(
                        new Observation.OxygenSettings(FOUR_LITRES, null),
                        "{'kind':'oxygen-settings','flow':{'litresPerMinute':4.0}}"),
                observed(
                        new Observation.VasopressorCharted(NOREPINEPHRINE),
                        "{'kind':'vasopressor','infusion':{'drug':'NOREPINEPHRINE',"
                                + "'rate':{'amount':0.05,'unit':'UG_PER_KG_PER_MIN'},'salt':'BASE'}}"),
                observed(
                        new Observation.VasopressorList(List.of(VASOPRESSIN)),
                        "{'kind':'vasopressor-list','infusions':[{'drug':'VASOPRESSIN','salt':'BASE'}]}"),
                observed(
                        new Observation.NeurologicalExamination(
                                new IceScore.Total(7), null, null, null, null, null, null),
                        "{'kind':'neurological-examination','ice':7}"),
                observed(
                        new Observation.NeurologicalExamination(
                                new IceScore.Items(true, null, null, null, 2, null, null, false),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        "{'kind':'neurological-examination','ice':{'year':true,'objects':2,'counting':false}}"),
                observed(new Observation.HypotensionStated(), "{'kind':'hypotension-stated'}"),
                observed(
                        new Observation.FluidBolus(500),
                        "{'kind':'fluid-bolus','millilitres':500.0}"),
                observed(
                        new Observation.TreatmentGiven(new Treatment("tocilizumab", "")),
                        "{'kind':'treatment','treatment':{'drug':'tocilizumab','text':''}}"),
                observed(
                        new Observation.ConstitutionalSymptoms(true),
                        "{'kind':'constitutional-symptoms','present':true}"),
                observed(
                        new Observation.OrganToxicity(Observation.Organ.RENAL, 2),
                        "{'kind':'organ-toxicity','organ':'RENAL','ctcaeGrade':2}"),
                observed(
                        new Observation.CoagulopathyTreated(true),
                        "{'kind':'coagulopathy-treated','treated':true}"),
                observed(
                        new Observation.IntravenousTherapy(false),
                        "{'kind':'intravenous-therapy','given':false}"),
                observed(
                        new Observation.LaboratoryResult(Analyte.CRP, 87.5),
                        "{'kind':'laboratory-result','analyte':'CRP','value':87.5}"),
                observed(
                        new Observation.Attributed(
                                Observation.AttributionScope.WHOLE, true, "sepsis"),
                        "{'kind':'attributed','scope':'WHOLE','withdrawn':true,'cause':'sepsis'}"),
                observed(new Observation.EpisodeOpened(), "{'kind':'episode-opened'}"),
                observed(
                        new Observation.Note("Family told."),
                        "{'kind':'note','text':'Family told.'}"),
                observed(new Observation.DeathDueToCrs(), "{'kind':'death-due-to-crs'}"));
    }

    private static Arguments text(String kind, Entry.Event event, String payload) {
        return Arguments.of(kind, event, payload);
    }

    private static Arguments observed(Observation observation, String json) {
        return Arguments.of(
                "observed",
                new Entry.Observed(observation),
                "{\"observation\":" + json.replace('\'', '"') + "}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void theTextOfAnEventStaysAsItIs(String kind, Entry.Event event, String payload)
            throws JsonProcessingException {
        assertThat(EntryJson.kind(event)).isEqualTo(kind);
        assertThat(EntryJson.payload(event)).isEqualTo(payload);
        assertThat(EntryJson.read(kind, payload)).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    room-air, RoomAir
                    nasal-cannula, NasalCannula
                    hfnc, HighFlowCannula
                    blow-by, BlowBy
                    mask, Mask
                    cpap, Cpap
                    bipap, Bipap
                    mechanical-ventilation, Ventilator
                    unrecognised, Unrecognised
                    """)
    void everyDeviceKeepsItsWord(String word, String type) throws JsonProcessingException {
        OxygenSupport device =
                devices()
                        .filter(d -> d.getClass().getSimpleName().equals(type))
                        .findFirst()
                        .orElseThrow();

        assertThat(EntryJson.payload(new Entry.Observed(new Observation.OxygenDevice(device))))
                .startsWith(
                        "{\"observation\":{\"kind\":\"oxygen-device\",\"support\":{\"device\":\""
                                + word
                                + "\"");
    }

    @Test
    void theWordsOfEnumerationsAreOnlyEverAddedTo() {
        assertThat(words(Author.Kind.values())).contains("PERSON", "DEVICE", "IMPORT", "SIMULATOR");
        assertThat(words(AlarmKind.values())).contains("GRADE_RISE", "STALE_DATA");
        assertThat(words(Stay.Origin.values()))
                .contains("LIVE", "IMPORTED", "REAL_CASE", "SYNTHETIC_CASE");
        assertThat(words(Salt.values())).contains("BASE", "TARTRATE");
        assertThat(words(Observation.AttributionScope.values()))
                .contains("WHOLE", "PRESSURE", "OXYGEN");
        assertThat(words(Observation.PressureSource.values()))
                .contains("UNSTATED", "CUFF", "ARTERIAL_LINE");
        assertThat(words(Observation.TemperatureSite.values()))
                .contains(
                        "UNSTATED",
                        "ORAL",
                        "AXILLARY",
                        "TYMPANIC",
                        "TEMPORAL",
                        "RECTAL",
                        "BLADDER",
                        "ESOPHAGEAL",
                        "CORE");
        assertThat(words(Observation.Organ.values()))
                .contains(
                        "RENAL",
                        "TRANSAMINASES",
                        "CARDIAC",
                        "HEPATIC",
                        "PULMONARY",
                        "GASTROINTESTINAL",
                        "COAGULATION",
                        "NEUROLOGICAL",
                        "SKIN",
                        "OTHER");
        assertThat(words(MaskKind.values()))
                .contains(
                        "SIMPLE",
                        "FACE_TENT",
                        "TRACHEOSTOMY_COLLAR",
                        "T_PIECE",
                        "VENTURI",
                        "PARTIAL_REBREATHER",
                        "NON_REBREATHER");
        assertThat(words(Analyte.values()))
                .contains(
                        "CRP",
                        "FERRITIN",
                        "INTERLEUKIN_6",
                        "LDH",
                        "PLATELETS",
                        "CREATININE",
                        "FIBRINOGEN",
                        "LACTATE",
                        "ALT",
                        "AST",
                        "BILIRUBIN");
        assertThat(words(Vasopressor.values()))
                .contains(
                        "NOREPINEPHRINE",
                        "EPINEPHRINE",
                        "PHENYLEPHRINE",
                        "DOPAMINE",
                        "ANGIOTENSIN_II",
                        "METARAMINOL",
                        "VASOPRESSIN",
                        "DOBUTAMINE",
                        "MILRINONE");
        assertThat(words(DoseUnit.values()))
                .contains(
                        "UG_PER_MIN",
                        "UG_PER_H",
                        "MG_PER_MIN",
                        "MG_PER_H",
                        "NG_PER_KG_PER_MIN",
                        "UG_PER_KG_PER_MIN",
                        "UG_PER_KG_PER_H",
                        "MG_PER_KG_PER_H",
                        "U_PER_MIN",
                        "U_PER_H",
                        "MU_PER_MIN",
                        "U_PER_KG_PER_MIN",
                        "U_PER_KG_PER_H",
                        "MU_PER_KG_PER_MIN");
    }

    private static List<String> words(Enum<?>[] values) {
        List<String> words = new ArrayList<>();
        for (Enum<?> value : values) {
            words.add(value.name());
        }
        return words;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    transfused   | {}
                    moved        | {}
                    moved        | {"bed":null}
                    moved        | {"bed":"1","ward":"2"}
                    moved        | {"bed":"1"} {"bed":"2"}
                    moved        | {"bed":
                    acknowledged | {"alarm":{"stay":"S-1","kind":"GRADE_RISE"}}
                    acknowledged | {"alarm":{"stay":"S-1","kind":"GRADE_RISE"},"level":1.5}
                    acknowledged | {"alarm":{"stay":"S-1","kind":0},"level":1}
                    observed     | {"observation":{"kind":"pulse","perMinute":80.0}}
                    observed     | {"observation":{"perMinute":80.0}}
                    observed     | {"observation":{"kind":"heart-rate"}}
                    observed     | {"observation":{"kind":"heart-rate","perMinute":null}}
                    observed     | {"observation":{"kind":"heart-rate","perMinute":"80"}}
                    observed     | {"observation":{"kind":"oxygen-device","support":{"device":"helmet"}}}
                    observed     | {"observation":{"kind":"vasopressor-list","infusions":[null]}}
                    admitted     | {"stay":{"id":"S","patient":{"name":"","recordNumber":"","baseline":{}},"infusion":{"product":"","at":"yesterday"},"admitted":"2026-03-01T12:00:00Z","bed":"","origin":"LIVE"}}
                    """)
    void whatThisProgramWouldNotWriteIsNotRead(String kind, String payload) {
        assertThatThrownBy(() -> EntryJson.read(kind, payload))
                .isInstanceOfAny(JsonProcessingException.class, IllegalArgumentException.class);
    }
}
