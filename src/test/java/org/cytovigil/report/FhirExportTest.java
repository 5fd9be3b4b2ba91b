package org.cytovigil.report;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
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
import org.cytovigil.feed.fhir.FhirCodes;
import org.cytovigil.feed.fhir.FhirImport;
import org.cytovigil.feed.fhir.FhirIntake;
import org.cytovigil.feed.mapping.CodeTable;
import org.cytovigil.feed.simulator.DemonstrationCourse;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.MemoryLedger;
import org.cytovigil.ledger.StayIdentity;
import org.cytovigil.monitor.StandingFacts;
import org.cytovigil.monitor.StayMonitor;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IntegerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A stay that goes out is valid, and comes back as the stay that it was. */
// [utest->req~report.fhir~1]
class FhirExportTest {
    private static final Instant ZERO = Instant.parse("2026-03-01T00:00:00Z");
    private static final PolicyTimeline POLICIES = PolicyTimeline.always(SitePolicy.DEFAULT);
    private static final Author NURSE = new Author(Author.Kind.PERSON, "nurse");

    @TempDir private Path folder;

    /** Profiles and code systems take seconds to read: once for all tests. */
    private static final FhirValidator VALIDATOR = validator(FhirCodes.context());

    private static FhirValidator validator(FhirContext context) {
        return context.newValidator()
                .registerValidatorModule(
                        new FhirInstanceValidator(
                                new ValidationSupportChain(
                                        new DefaultProfileValidationSupport(context),
                                        new CommonCodeSystemsTerminologyService(context),
                                        new InMemoryTerminologyServerValidationSupport(context))));
    }

    /** Everything that can be charted, once. */
    private static List<Entry> everything() {
        List<Observation> facts =
                List.of(
                        new Observation.BodyTemperature(
                                Temperature.ofFahrenheit(101),
                                Observation.TemperatureSite.ORAL,
                                true),
                        new Observation.BodyTemperature(
                                Temperature.ofCelsius(38.4),
                                Observation.TemperatureSite.UNSTATED,
                                false),
                        new Observation.BodyTemperature(
                                Temperature.ofCelsius(38.5),
                                Observation.TemperatureSite.TEMPORAL,
                                false),
                        new Observation.BodyTemperature(
                                Temperature.ofCelsius(38.6),
                                Observation.TemperatureSite.ESOPHAGEAL,
                                false),
                        new Observation.BloodPressure(
                                new Pressure(94),
                                new Pressure(55),
                                new Pressure(68),
                                Observation.PressureSource.ARTERIAL_LINE),
                        new Observation.BloodPressure(
                                new Pressure(93), null, null, Observation.PressureSource.CUFF),
                        new Observation.BloodPressure(
                                null,
                                null,
                                new Pressure(61.33333333333333),
                                Observation.PressureSource.UNSTATED),
                        new Observation.OxygenSaturation(91),
                        new Observation.HeartRate(118),
                        new Observation.RespiratoryRate(26),
                        new Observation.BodyWeight(new Weight(71.5)),
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
                        new Observation.OxygenDevice(
                                new OxygenSupport.Mask(
                                        OxygenSupport.MaskKind.VENTURI,
                                        new OxygenFlow(8),
                                        OxygenFraction.of(0.35))),
                        new Observation.OxygenDevice(
                                new OxygenSupport.Unrecognised("helmet", null, null)),
                        new Observation.OxygenSettings(null, OxygenFraction.of(0.4)),
                        new Observation.OxygenSettings(null, null),
                        new Observation.VasopressorCharted(
                                new VasopressorInfusion(
                                        Vasopressor.NOREPINEPHRINE,
                                        new DoseRate(0.08, DoseUnit.UG_PER_KG_PER_MIN),
                                        Salt.TARTRATE)),
                        new Observation.VasopressorCharted(
                                new VasopressorInfusion(Vasopressor.EPINEPHRINE, null, Salt.BASE)),
                        new Observation.VasopressorCharted(
                                VasopressorInfusion.stopped(Vasopressor.VASOPRESSIN)),
                        new Observation.VasopressorList(
                                List.of(
                                        new VasopressorInfusion(
                                                Vasopressor.DOPAMINE, null, Salt.UNSTATED),
                                        new VasopressorInfusion(
                                                Vasopressor.VASOPRESSIN,
                                                new DoseRate(0.03, DoseUnit.U_PER_MIN),
                                                Salt.BASE))),
                        new Observation.HypotensionStated(),
                        new Observation.FluidBolus(500),
                        new Observation.TreatmentGiven(
                                new Treatment("tocilizumab", new DrugAmount(568), "8 mg/kg")),
                        new Observation.TreatmentGiven(new Treatment("levetiracetam", "")),
                        new Observation.ConstitutionalSymptoms(true),
                        new Observation.OrganToxicity(Observation.Organ.RENAL, 2),
                        new Observation.CoagulopathyTreated(false),
                        new Observation.IntravenousTherapy(true),
                        new Observation.NeurologicalExamination(
                                new IceScore.Items(true, null, true, false, 2, null, true, false),
                                null,
                                Observation.Consciousness.TO_VOICE,
                                Observation.Seizure.NONE,
                                true,
                                Observation.CerebralOedema.FOCAL,
                                false),
                        new Observation.NeurologicalExamination(
                                new IceScore.Total(7), null, null, null, null, null, null),
                        new Observation.NeurologicalExamination(
                                null,
                                new CapdScore.Items(Arrays.asList(0, 1, null, 2, 0, 0, 1, 4)),
                                null,
                                null,
                                null,
                                null,
                                null),
                        new Observation.LaboratoryResult(Analyte.FERRITIN, 9999),
                        new Observation.LaboratoryResult(Analyte.PLATELETS, 41.5),
                        new Observation.Attributed(
                                Observation.AttributionScope.PRESSURE, false, "dialysis"),
                        new Observation.GradeOverridden(
                                ScaleId.ASTCT_2019, 2, "seen at the bedside", "Dr. Roe"),
                        new Observation.GradeOverridden(
                                ScaleId.ASTCT_2019, null, "as computed", "Dr. Roe"),
                        new Observation.EpisodeOpened(),
                        new Observation.DeathDueToCrs());
        Stay stay =
                new Stay(
                        new StayId("S-1"),
                        new Patient(
                                "Doe, Jane",
                                "4711",
                                0.75,
                                new Weight(70.25),
                                new Patient.Baseline(
                                        new OxygenSupport.NasalCannula(new OxygenFlow(1.5), null),
                                        new Pressure(105))),
                        null,
                        ZERO,
                        null,
                        "ICU-3",
                        Stay.Origin.LIVE);
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(stay, 0, new Entry.Admitted(stay)));
        entries.add(
                entry(
                        stay,
                        60,
                        new Entry.InfusionCharted(
                                new Infusion("axi-cel", ZERO.plusSeconds(3600)))));
        int minute = 100;
        for (Observation fact : facts) {
            entries.add(entry(stay, minute += 7, new Entry.Observed(fact)));
        }
        entries.add(entry(stay, 107, new Entry.Retracted(facts.getFirst(), "wrong patient")));
        entries.add(entry(stay, 114, new Entry.Corrected(facts.get(1), facts.get(0), "a slip")));
        return entries;
    }

    private static Entry entry(Stay stay, int minute, Entry.Event event) {
        Instant at = ZERO.plusSeconds(minute * 60L);
        return new Entry(stay.id(), at, at, NURSE, event);
    }

    static Stream<List<Entry>> stays() {
        return Stream.concat(
                Stream.of(everything()),
                DemonstrationCourse.all().stream()
                        .map(course -> course.entries(Instant.parse("2026-01-10T09:00:00Z"), "2")));
    }

    private static Stay admitted(List<Entry> entries) {
        return ((Entry.Admitted) entries.getFirst().event()).stay();
    }

    // [utest->req~ui.chart-note~1]
    @Test
    void whatPeopleWriteDownGoesNowhereElse() {
        List<Entry> entries = new ArrayList<>(everything());
        Stay stay = admitted(entries);
        String without = FhirExport.json(stay, entries, POLICIES);

        entries.add(
                entry(stay, 400, new Entry.Observed(new Observation.Note("Jane's sister rang"))));

        assertThat(FhirExport.json(stay, entries, POLICIES)).isEqualTo(without);
    }

    @ParameterizedTest
    @MethodSource("stays")
    void theBundleIsValid(List<Entry> entries) {
        Bundle bundle = FhirExport.bundle(admitted(entries), entries, POLICIES);
        // Facts of one kind are alike: the first hundred of a long course and all else.
        if (bundle.getEntry().size() > 400) {
            bundle.setEntry(new ArrayList<>(bundle.getEntry().subList(0, 300)));
        }

        var messages =
                VALIDATOR.validateWithResult(bundle).getMessages().stream()
                        .filter(
                                message ->
                                        message.getSeverity() == ResultSeverityEnum.ERROR
                                                || message.getSeverity()
                                                        == ResultSeverityEnum.FATAL)
                        .map(message -> message.getLocationString() + ": " + message.getMessage())
                        .toList();

        assertThat(messages).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("stays")
    void whatGoesOutComesBackWithTheSameFactsAndGrades(List<Entry> entries) throws IOException {
        Stay stay = admitted(entries);
        Path file = folder.resolve("stay.json");
        Files.writeString(file, FhirExport.json(stay, entries, POLICIES));
        MemoryLedger ledger = new MemoryLedger();

        try (FhirIntake intake =
                new FhirIntake(
                        ledger,
                        ledger,
                        CodeTable.standard(),
                        () -> Instant.parse("2026-06-01T00:00:00Z"))) {
            intake.take(FhirImport.read(file));
        }

        assertThat(ledger.items()).isEmpty();
        List<Entry> back = ledger.entriesOf(stay.id());
        Stay again = StayIdentity.of(admitted(back), back);
        Stay before = StayIdentity.of(stay, entries);
        assertThat(again.patient()).isEqualTo(before.patient());
        assertThat(again.infusion()).isEqualTo(before.infusion());
        assertThat(again.admitted()).isEqualTo(before.admitted());
        assertThat(again.origin()).isEqualTo(before.origin());
        assertThat(facts(back)).containsExactlyElementsOf(facts(entries));
        assertThat(grades(back)).containsExactlyElementsOf(grades(entries));
    }

    private static List<String> facts(List<Entry> entries) {
        return StandingFacts.of(entries).stream()
                .map(fact -> fact.at() + " " + fact.observation())
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static List<String> grades(List<Entry> entries) {
        StayMonitor monitor = new StayMonitor(admitted(entries), POLICIES, GradingScales.ALL);
        entries.forEach(monitor::take);
        Instant last = Objects.requireNonNull(monitor.lastFactAt());
        monitor.advance(last, assessment -> {});
        List<String> grades = new ArrayList<>();
        for (GradingScale scale : GradingScales.ALL) {
            monitor.history(scale.id())
                    .forEach(
                            one ->
                                    grades.add(
                                            "%s %s %s %s"
                                                    .formatted(
                                                            scale.id(),
                                                            one.at(),
                                                            one.range(),
                                                            one.deciding().criterion())));
        }
        return grades;
    }

    @Test
    void aRangeOfGradesKeepsBothItsEndsAndHasNoSingleCode() {
        Stay stay = admitted(everything());
        List<Entry> entries =
                List.of(
                        entry(stay, 0, new Entry.Admitted(stay)),
                        // Fever and a mean pressure too low: at least 2, and nothing known of
                        // oxygen.
                        entry(
                                stay,
                                60,
                                new Entry.Observed(
                                        new Observation.BodyTemperature(
                                                Temperature.ofCelsius(39),
                                                Observation.TemperatureSite.UNSTATED,
                                                false))));

        Bundle bundle = FhirExport.bundle(stay, entries, POLICIES);

        var grade =
                bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(org.hl7.fhir.r4.model.Observation.class::isInstance)
                        .map(org.hl7.fhir.r4.model.Observation.class::cast)
                        .filter(
                                one ->
                                        one.getCode()
                                                .getCodingFirstRep()
                                                .getCode()
                                                .equals("astct2019"))
                        .reduce((one, other) -> other)
                        .orElseThrow();
        assertThat(grade.getValueCodeableConcept().getCoding()).isEmpty();
        assertThat(grade.getValueCodeableConcept().getText())
                .isEqualTo("grade at least 1 (up to 4)");
        assertThat(
                        grade.getComponent().stream()
                                .limit(2)
                                .map(part -> ((IntegerType) part.getValue()).getValue()))
                .containsExactly(1, 4);
        assertThat(grade.getDerivedFrom()).hasSize(1);
    }

    @Test
    void theSameStayGivesTheSameText() {
        List<Entry> entries = everything();

        assertThat(FhirExport.json(admitted(entries), entries, POLICIES))
                .isEqualTo(FhirExport.json(admitted(entries), entries, POLICIES));
    }
}
