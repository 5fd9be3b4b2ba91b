package org.cytovigil.report;

import java.math.BigDecimal;
import java.util.function.Consumer;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DrugAmount;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Treatment;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.feed.fhir.FhirCodes;
import org.cytovigil.monitor.StandingFacts;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.codesystems.ObservationCategory;
import org.jspecify.annotations.Nullable;

/** Writes a fact as a resource: by public codes and profiles where there are, else by our own. */
final class FactResources {
    private static final String PROFILE = "http://hl7.org/fhir/StructureDefinition/";

    /**
     * Thousandths of a degree are held exactly in parts of nine (Celsius) and five (Fahrenheit).
     */
    private static final int CELSIUS_PARTS = 9;

    private static final int FAHRENHEIT_PARTS = 5;
    private static final int FAHRENHEIT_AT_ZERO = 32_000;

    private final Reference patient;
    private final Reference encounter;

    FactResources(Reference patient, Reference encounter) {
        this.patient = patient;
        this.encounter = encounter;
    }

    /** The resource of a fact, without an id. */
    DomainResource write(StandingFacts.Fact fact) {
        return switch (fact.observation()) {
            case Observation.VasopressorCharted charted -> infusion(fact, charted.infusion());
            case Observation.TreatmentGiven given -> treatment(fact, given.treatment());
            case BloodPressure _,
                    Observation.BodyTemperature _,
                    Observation.OxygenSaturation _,
                    Observation.HeartRate _,
                    Observation.RespiratoryRate _,
                    Observation.BodyWeight _,
                    Observation.BodyHeight _,
                    Observation.RiskFactorCharted _,
                    Observation.LaboratoryResult _,
                    Observation.OxygenDevice _,
                    Observation.OxygenSettings _,
                    Observation.VasopressorList _,
                    Observation.HypotensionStated _,
                    Observation.FluidBolus _,
                    Observation.ConstitutionalSymptoms _,
                    Observation.OrganToxicity _,
                    Observation.CoagulopathyTreated _,
                    Observation.IntravenousTherapy _,
                    Observation.NeurologicalExamination _,
                    Observation.Attributed _,
                    Observation.GradeOverridden _,
                    Observation.EpisodeOpened _,
                    Observation.DeathDueToCrs _ ->
                    observation(fact);
            case Observation.Note _ ->
                    throw new IllegalArgumentException("a note is written nowhere else");
        };
    }

    private org.hl7.fhir.r4.model.Observation observation(StandingFacts.Fact fact) {
        org.hl7.fhir.r4.model.Observation written = new org.hl7.fhir.r4.model.Observation();
        written.setStatus(org.hl7.fhir.r4.model.Observation.ObservationStatus.FINAL)
                .setSubject(patient.copy())
                .setEncounter(encounter.copy())
                .setEffective(Fhir.time(fact.at()))
                .setIssuedElement(Fhir.instant(fact.learned()));
        if (!fact.author().isBlank()) {
            written.addPerformer(new Reference().setDisplay(fact.author()));
        }
        fill(written, fact.observation());
        return written;
    }

    private static void fill(org.hl7.fhir.r4.model.Observation written, Observation observation) {
        switch (observation) {
            case Observation.BodyTemperature temperature -> temperature(written, temperature);
            case BloodPressure pressure -> pressure(written, pressure);
            case Observation.OxygenSaturation saturation -> {
                vital(written, "oxygensat", "2708-6", "Oxygen saturation in Arterial blood");
                loinc(
                        written.getCode(),
                        "59408-5",
                        "Oxygen saturation in Arterial blood by Pulse oximetry");
                written.setValue(Fhir.quantity(saturation.percent(), "%"));
            }
            case Observation.HeartRate rate -> {
                vital(written, "heartrate", "8867-4", "Heart rate");
                written.setValue(Fhir.quantity(rate.perMinute(), "/min"));
            }
            case Observation.RespiratoryRate rate -> {
                vital(written, "resprate", "9279-1", "Respiratory rate");
                written.setValue(Fhir.quantity(rate.perMinute(), "/min"));
            }
            case Observation.BodyWeight weight -> {
                vital(written, "bodyweight", "29463-7", "Body weight");
                written.setValue(Fhir.quantity(weight.weight().kilograms(), "kg"));
            }
            case Observation.BodyHeight height -> {
                vital(written, "bodyheight", "8302-2", "Body height");
                written.setValue(Fhir.quantity(height.height().centimetres(), "cm"));
            }
            case Observation.LaboratoryResult result -> {
                Analyte analyte = result.analyte();
                written.addCategory(Fhir.category(ObservationCategory.LABORATORY));
                loinc(written.getCode(), analyte.loinc(), analyte.label());
                written.setValue(Fhir.quantity(result.value(), analyte.ucum()));
            }
            case Observation.OxygenDevice _,
                    Observation.OxygenSettings _,
                    Observation.VasopressorList _,
                    Observation.HypotensionStated _,
                    Observation.FluidBolus _,
                    Observation.ConstitutionalSymptoms _,
                    Observation.OrganToxicity _,
                    Observation.CoagulopathyTreated _,
                    Observation.IntravenousTherapy _,
                    Observation.NeurologicalExamination _,
                    Observation.Attributed _,
                    Observation.GradeOverridden _,
                    Observation.EpisodeOpened _,
                    Observation.DeathDueToCrs _,
                    Observation.VasopressorCharted _,
                    Observation.TreatmentGiven _,
                    Observation.RiskFactorCharted _,
                    Observation.Note _ ->
                    LocalFactWriter.fill(written, observation);
        }
    }

    private static void vital(
            org.hl7.fhir.r4.model.Observation written, String profile, String code, String name) {
        written.getMeta().addProfile(PROFILE + profile);
        written.addCategory(Fhir.category(ObservationCategory.VITALSIGNS));
        loinc(written.getCode(), code, name);
    }

    private static void loinc(CodeableConcept concept, String code, String name) {
        concept.addCoding().setSystem(FhirCodes.LOINC).setCode(code).setDisplay(name);
    }

    private static void temperature(
            org.hl7.fhir.r4.model.Observation written, Observation.BodyTemperature temperature) {
        vital(written, "bodytemp", "8310-5", "Body temperature");
        CodeableConcept code = written.getCode();
        switch (temperature.site()) {
            case UNSTATED -> {}
            case ORAL -> loinc(code, "8331-1", "Oral temperature");
            case AXILLARY -> loinc(code, "8328-7", "Axillary temperature");
            case TYMPANIC -> loinc(code, "8333-7", "Tympanic membrane temperature");
            case TEMPORAL -> loinc(code, "75539-7", "Body temperature - Temporal artery");
            case RECTAL -> loinc(code, "8332-9", "Rectal temperature");
            case BLADDER -> loinc(code, "8334-5", "Body temperature - Urinary bladder");
            case ESOPHAGEAL -> loinc(code, "60836-4", "Esophageal temperature");
            case CORE -> loinc(code, "8329-5", "Body temperature - Core");
        }
        long parts = temperature.value().parts();
        // What was charted in Fahrenheit has no end in Celsius.
        boolean celsius = parts % CELSIUS_PARTS == 0;
        long thousandths =
                celsius ? parts / CELSIUS_PARTS : parts / FAHRENHEIT_PARTS + FAHRENHEIT_AT_ZERO;
        written.setValue(
                Fhir.quantity(BigDecimal.valueOf(thousandths, 3), celsius ? "Cel" : "[degF]"));
        if (temperature.unitAssumed()) {
            written.addExtension(FhirCodes.UNIT_ASSUMED, new BooleanType(true));
        }
    }

    private static void pressure(
            org.hl7.fhir.r4.model.Observation written, BloodPressure pressure) {
        boolean line = pressure.source() == PressureSource.ARTERIAL_LINE;
        boolean cuff = pressure.source() == PressureSource.CUFF;
        if (pressure.systolic() == null && pressure.diastolic() == null) {
            written.addCategory(Fhir.category(ObservationCategory.VITALSIGNS));
            loinc(written.getCode(), "85354-9", "Blood pressure panel with all children optional");
        } else {
            vital(written, "bp", "85354-9", "Blood pressure panel with all children optional");
            part(written, pressure.systolic(), "8480-6", "Systolic blood pressure");
            part(written, pressure.diastolic(), "8462-4", "Diastolic blood pressure");
        }
        if (pressure.mean() != null) {
            part(written, pressure.mean(), "8478-0", "Mean blood pressure");
        }
        if (line || cuff) {
            for (var part : written.getComponent()) {
                source(part.getCode(), line);
            }
        }
    }

    private static void part(
            org.hl7.fhir.r4.model.Observation written,
            @Nullable Pressure pressure,
            String code,
            String name) {
        var part = written.addComponent();
        loinc(part.getCode(), code, name);
        if (pressure == null) {
            part.setDataAbsentReason(
                    Fhir.concept(
                            "http://terminology.hl7.org/CodeSystem/data-absent-reason",
                            "not-performed",
                            "Not Performed"));
        } else {
            part.setValue(Fhir.quantity(pressure.mmHg(), "mm[Hg]"));
        }
    }

    /** What measured it stands as a second, narrower code of each part. */
    private static void source(CodeableConcept part, boolean line) {
        String invasive = line ? "Invasive" : "Noninvasive";
        switch (part.getCodingFirstRep().getCode()) {
            case "8480-6" ->
                    loinc(
                            part,
                            line ? "76215-3" : "76534-7",
                            invasive + " Systolic blood pressure");
            case "8462-4" ->
                    loinc(
                            part,
                            line ? "76213-8" : "76535-4",
                            invasive + " Diastolic blood pressure");
            default -> loinc(part, line ? "76214-6" : "76536-2", invasive + " Mean blood pressure");
        }
    }

    private MedicationAdministration administration(
            StandingFacts.Fact fact, Consumer<CodeableConcept> drug) {
        CodeableConcept medication = new CodeableConcept();
        drug.accept(medication);
        MedicationAdministration written = new MedicationAdministration();
        written.setMedication(medication)
                .setSubject(patient.copy())
                .setContext(encounter.copy())
                .setEffective(Fhir.time(fact.at()));
        if (!fact.author().isBlank()) {
            written.addPerformer().setActor(new Reference().setDisplay(fact.author()));
        }
        return written;
    }

    /** A charted rate is a moment, not a course: when it ends, the next charting tells. */
    private MedicationAdministration infusion(
            StandingFacts.Fact fact, VasopressorInfusion infusion) {
        MedicationAdministration written =
                administration(
                        fact,
                        drug ->
                                drug.addCoding()
                                        .setSystem(FhirCodes.RXNORM)
                                        .setCode(infusion.drug().rxNorm())
                                        .setDisplay(infusion.drug().id()));
        written.setStatus(
                infusion.running()
                        ? MedicationAdministration.MedicationAdministrationStatus.INPROGRESS
                        : MedicationAdministration.MedicationAdministrationStatus.COMPLETED);
        DoseRate rate = infusion.rate();
        if (rate != null) {
            written.getDosage().setRate(Fhir.dose(rate));
        }
        written.addExtension(
                FhirCodes.SALT,
                new CodeType(Fhir.word(infusion.salt()).getCodingFirstRep().getCode()));
        return written;
    }

    private MedicationAdministration treatment(StandingFacts.Fact fact, Treatment treatment) {
        MedicationAdministration written =
                administration(
                        fact,
                        drug -> {
                            drug.addCoding()
                                    .setSystem(FhirCodes.DRUG)
                                    .setCode(treatment.drug())
                                    .setDisplay(treatment.drug());
                            drug.setText(treatment.drug());
                        });
        written.setStatus(MedicationAdministration.MedicationAdministrationStatus.COMPLETED);
        DrugAmount amount = treatment.amount();
        if (amount != null) {
            written.getDosage().setDose(Fhir.quantity(amount.milligrams(), "mg"));
        }
        if (!treatment.text().isEmpty()) {
            written.addNote().setText(treatment.text());
        }
        return written;
    }
}
