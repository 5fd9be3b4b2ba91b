package org.cytovigil.report;

import java.util.Locale;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.fhir.FhirCodes;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.codesystems.ObservationCategory;
import org.jspecify.annotations.Nullable;

/**
 * Writes the facts that no public code system has: the kind as code, the parts as components, as
 * the import reads them.
 */
final class LocalFactWriter {
    private final org.hl7.fhir.r4.model.Observation written;

    private LocalFactWriter(org.hl7.fhir.r4.model.Observation written) {
        this.written = written;
    }

    static void fill(org.hl7.fhir.r4.model.Observation written, Observation observation) {
        new LocalFactWriter(written).fill(observation);
    }

    private void kind(String kind, ObservationCategory category) {
        written.addCategory(Fhir.category(category));
        written.setCode(Fhir.fact(kind));
    }

    private void part(String name, @Nullable Type value) {
        if (value != null) {
            written.addComponent().setCode(Fhir.fact(name)).setValue(value);
        }
    }

    private static @Nullable Type flag(@Nullable Boolean value) {
        return value == null ? null : new BooleanType(value);
    }

    private static @Nullable Type number(@Nullable Integer value) {
        return value == null ? null : new IntegerType(value);
    }

    private static @Nullable Type word(@Nullable Enum<?> value) {
        return value == null ? null : Fhir.word(value);
    }

    private static @Nullable Type text(String value) {
        return value.isEmpty() ? null : new StringType(value);
    }

    private void only(String kind) {
        kind(kind, ObservationCategory.EXAM);
        written.setValue(new BooleanType(true));
    }

    private void yes(String kind, boolean value) {
        kind(kind, ObservationCategory.EXAM);
        written.setValue(new BooleanType(value));
    }

    private void fill(Observation observation) {
        switch (observation) {
            case Observation.OxygenDevice device -> {
                kind("oxygen-device", ObservationCategory.THERAPY);
                written.getCode()
                        .addCoding()
                        .setSystem(FhirCodes.LOINC)
                        .setCode("107117-4")
                        .setDisplay("Oxygen delivery device");
                OxygenSupport support = device.support();
                written.setValue(Fhir.device(support));
                settings(support.flow(), support.fio2());
            }
            case Observation.OxygenSettings settings -> {
                kind("oxygen-settings", ObservationCategory.THERAPY);
                settings(settings.flow(), settings.fio2());
            }
            case Observation.VasopressorList list -> {
                kind("vasopressor-list", ObservationCategory.THERAPY);
                list.infusions().forEach(this::drug);
            }
            case Observation.HypotensionStated hypotension -> only("hypotension");
            case Observation.EpisodeOpened opened -> only("episode-opened");
            case Observation.DeathDueToCrs death -> only("death-due-to-crs");
            case Observation.FluidBolus bolus -> {
                kind("fluid-bolus", ObservationCategory.THERAPY);
                written.setValue(Fhir.quantity(bolus.millilitres(), "mL"));
            }
            case Observation.ConstitutionalSymptoms symptoms ->
                    yes("constitutional-symptoms", symptoms.present());
            case Observation.CoagulopathyTreated treated ->
                    yes("coagulopathy-treated", treated.treated());
            case Observation.IntravenousTherapy therapy ->
                    yes("intravenous-therapy", therapy.given());
            case Observation.OrganToxicity toxicity -> {
                kind("organ-toxicity", ObservationCategory.EXAM);
                written.setValue(new IntegerType(toxicity.ctcaeGrade()));
                part("organ", word(toxicity.organ()));
            }
            case Observation.NeurologicalExamination examination -> examination(examination);
            case Observation.Attributed attributed -> {
                kind("attributed", ObservationCategory.EXAM);
                written.setValue(word(attributed.scope()));
                part("withdrawn", flag(attributed.withdrawn()));
                part("cause", text(attributed.cause()));
            }
            case Observation.GradeOverridden set -> {
                kind("grade-set", ObservationCategory.EXAM);
                written.setValue(number(set.grade()));
                part("scale", Fhir.word(set.scale().id()));
                part("reason", text(set.reason()));
                part("by", text(set.by()));
            }
            case Observation.RiskFactorCharted charted -> risk(charted.risk());
            case Observation.Note _ ->
                    throw new IllegalArgumentException("a note is written nowhere else");
            case Observation.BloodPressure _,
                    Observation.BodyTemperature _,
                    Observation.OxygenSaturation _,
                    Observation.HeartRate _,
                    Observation.RespiratoryRate _,
                    Observation.BodyWeight _,
                    Observation.BodyHeight _,
                    Observation.LaboratoryResult _,
                    Observation.VasopressorCharted _,
                    Observation.TreatmentGiven _ ->
                    throw new IllegalArgumentException("it has a public code: " + observation);
        }
    }

    private void risk(RiskFactor risk) {
        switch (risk) {
            case RiskFactor.CellDose(double millions, RiskFactor.Per per) -> {
                kind("cell-dose", ObservationCategory.EXAM);
                written.setValue(
                        Fhir.quantity(
                                millions, per == RiskFactor.Per.KILOGRAM ? "10*6/kg" : "10*6"));
            }
            case RiskFactor.DiseaseBurden(String measure, RiskFactor.Judged judged) -> {
                kind("disease-burden", ObservationCategory.EXAM);
                written.setValue(word(judged));
                part("measure", text(measure));
            }
            case RiskFactor.Lymphodepletion(String regimen, RiskFactor.Judged judged) -> {
                kind("lymphodepletion", ObservationCategory.EXAM);
                written.setValue(word(judged));
                part("regimen", text(regimen));
            }
            case RiskFactor.Baseline(Analyte analyte, double value) -> {
                kind("baseline", ObservationCategory.EXAM);
                written.setValue(Fhir.quantity(value, analyte.ucum()));
                part("analyte", word(analyte));
            }
        }
    }

    private void settings(@Nullable OxygenFlow flow, @Nullable OxygenFraction fraction) {
        part("flow", flow == null ? null : Fhir.quantity(flow.litresPerMinute(), "L/min"));
        part("fio2", fraction == null ? null : Fhir.quantity(fraction.fraction(), "1"));
    }

    private void drug(VasopressorInfusion infusion) {
        var part = written.addComponent();
        part.setCode(Fhir.concept(FhirCodes.DRUG, infusion.drug().id(), infusion.drug().id()));
        DoseRate rate = infusion.rate();
        if (rate == null) {
            part.setDataAbsentReason(
                    Fhir.concept(
                            "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                            "unknown",
                            "Unknown"));
        } else {
            part.setValue(Fhir.dose(rate));
        }
        part.addExtension(
                FhirCodes.SALT, new CodeType(infusion.salt().name().toLowerCase(Locale.ROOT)));
    }

    private void examination(Observation.NeurologicalExamination found) {
        kind("neurological-examination", ObservationCategory.EXAM);
        switch (found.ice()) {
            case null -> {}
            case IceScore.Total total -> part("ice", number(total.points()));
            case IceScore.Items items -> {
                part("ice-items", new BooleanType(true));
                part("ice-year", flag(items.year()));
                part("ice-month", flag(items.month()));
                part("ice-city", flag(items.city()));
                part("ice-hospital", flag(items.hospital()));
                part("ice-objects", number(items.objects()));
                part("ice-command", flag(items.command()));
                part("ice-sentence", flag(items.sentence()));
                part("ice-counting", flag(items.counting()));
            }
        }
        switch (found.capd()) {
            case null -> {}
            case CapdScore.Total total -> part("capd", number(total.points()));
            case CapdScore.Items items -> {
                part("capd-items", number(items.points().size()));
                for (int question = 0; question < items.points().size(); question++) {
                    part("capd-" + (question + 1), number(items.points().get(question)));
                }
            }
        }
        part("consciousness", word(found.consciousness()));
        part("seizure", word(found.seizure()));
        part("motor-weakness", flag(found.motorWeakness()));
        part("oedema", word(found.oedema()));
        part("sedated", flag(found.sedated()));
    }
}
