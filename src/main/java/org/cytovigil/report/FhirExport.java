package org.cytovigil.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient.Baseline;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.Weight;
import org.cytovigil.feed.fhir.FhirCodes;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.GradingScales;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.ledger.Census;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.StayIdentity;
import org.cytovigil.monitor.StandingFacts;
import org.cytovigil.monitor.StayMonitor;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A stay as a FHIR R4 Bundle of the type collection: who, when, all facts that stand, and every
 * change of every grade. The same stay always gives the same text.
 */
// [impl->req~report.fhir~1]
public final class FhirExport {
    private final Stay stay;
    private final List<Entry> entries;
    private final String patientId;
    private final String encounterId;
    private final Bundle bundle = new Bundle();

    private FhirExport(Stay admitted, List<Entry> entries) {
        this.stay = StayIdentity.of(admitted, entries);
        this.entries = entries;
        this.patientId = id("patient");
        this.encounterId = id("encounter");
        bundle.setType(Bundle.BundleType.COLLECTION);
        bundle.setIdentifier(
                new Identifier()
                        .setSystem("urn:ietf:rfc:3986")
                        .setValue("urn:uuid:" + id("bundle")));
    }

    /**
     * Writes a stay.
     *
     * @param admitted the stay as it was admitted
     * @param entries all of it, in the order of the ledger
     * @param policies by which it is graded
     * @return JSON, one resource after the other, indented
     */
    public static String json(Stay admitted, List<Entry> entries, PolicyTimeline policies) {
        return FhirCodes.context()
                .newJsonParser()
                .setPrettyPrint(true)
                .encodeResourceToString(bundle(admitted, entries, policies));
    }

    /** The same as a Bundle. */
    static Bundle bundle(Stay admitted, List<Entry> entries, PolicyTimeline policies) {
        FhirExport export = new FhirExport(admitted, List.copyOf(entries));
        export.add(export.patientId, export.patient());
        export.add(export.encounterId, export.encounter());
        export.infusion();
        export.grades(admitted, policies, export.facts());
        return export.bundle;
    }

    private String id(String... parts) {
        List<String> all = new ArrayList<>(List.of("cytovigil", stay.id().value()));
        all.addAll(List.of(parts));
        return Fhir.id(all.toArray(String[]::new));
    }

    private void add(String id, DomainResource resource) {
        resource.setId(id);
        bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(resource);
    }

    private Reference patientReference() {
        return Fhir.reference(patientId);
    }

    private Reference encounterReference() {
        return Fhir.reference(encounterId);
    }

    private Patient patient() {
        Patient patient = new Patient();
        String number = stay.patient().recordNumber();
        if (!number.isBlank()) {
            patient.addIdentifier()
                    .setType(Fhir.concept(FhirCodes.IDENTIFIER_TYPE, "MR", "Medical record number"))
                    .setSystem(FhirCodes.RECORD)
                    .setValue(number);
        }
        String name = stay.patient().name();
        if (!name.isBlank()) {
            int comma = name.indexOf(", ");
            patient.addName().setText(name);
            patient.getNameFirstRep().setFamily(comma < 0 ? name : name.substring(0, comma));
            if (comma >= 0) {
                patient.getNameFirstRep().addGiven(name.substring(comma + 2));
            }
        }
        return patient;
    }

    private Encounter encounter() {
        Encounter encounter = new Encounter();
        encounter
                .addIdentifier()
                .setType(Fhir.concept(FhirCodes.IDENTIFIER_TYPE, "VN", "Visit number"))
                .setSystem(FhirCodes.STAY)
                .setValue(stay.id().value());
        encounter
                .getMeta()
                .addTag()
                .setSystem(FhirCodes.ORIGIN)
                .setCode(Fhir.word(stay.origin()).getCodingFirstRep().getCode());
        Instant end = end();
        encounter
                .setStatus(
                        end == null
                                ? Encounter.EncounterStatus.INPROGRESS
                                : Encounter.EncounterStatus.FINISHED)
                .setClass_(
                        Fhir.concept(FhirCodes.ENCOUNTER_CLASS, "IMP", "inpatient encounter")
                                .getCodingFirstRep())
                .setSubject(patientReference());
        Period period = new Period().setStartElement(Fhir.time(stay.admitted()));
        if (end != null && !end.isBefore(stay.admitted())) {
            period.setEndElement(Fhir.time(end));
        }
        encounter.setPeriod(period);
        String bed = bed();
        if (!bed.isBlank()) {
            encounter.addLocation().setLocation(new Reference().setDisplay(bed));
        }
        known(encounter);
        return encounter;
    }

    /** When it ended; {@code null} while it lasts. */
    private @Nullable Instant end() {
        Instant told = stay.discharged();
        Instant at = null;
        for (Entry entry : entries) {
            if (entry.event() instanceof Entry.Discharged) {
                at = entry.at();
            } else if (entry.event() instanceof Entry.DischargeCancelled) {
                at = null;
            }
        }
        return at == null ? told : at;
    }

    private String bed() {
        Census census = new Census();
        entries.forEach(census::take);
        return census.of(stay.id(), Instant.MAX)
                .map(Census.Whereabouts::bed)
                .filter(bed -> !bed.isEmpty())
                .orElse(stay.bed());
    }

    /** What is known of the patient as of this stay. */
    private void known(Encounter encounter) {
        Extension known = new Extension(FhirCodes.PATIENT);
        Double age = stay.patient().ageYears();
        if (age != null) {
            known.addExtension("age", new DecimalType(BigDecimal.valueOf(age)));
        }
        Weight weight = stay.patient().weight();
        if (weight != null) {
            known.addExtension("weight", Fhir.quantity(weight.kilograms(), "kg"));
        }
        Baseline baseline = stay.patient().baseline();
        Pressure systolic = baseline.systolic();
        if (systolic != null) {
            known.addExtension("systolic", Fhir.quantity(systolic.mmHg(), "mm[Hg]"));
        }
        OxygenSupport oxygen = baseline.oxygen();
        if (oxygen != null) {
            known.addExtension("oxygen", Fhir.device(oxygen));
            if (oxygen.flow() != null) {
                known.addExtension("flow", Fhir.quantity(oxygen.flow().litresPerMinute(), "L/min"));
            }
            if (oxygen.fio2() != null) {
                known.addExtension("fio2", Fhir.quantity(oxygen.fio2().fraction(), "1"));
            }
        }
        if (known.hasExtension()) {
            encounter.addExtension(known);
        }
    }

    private void infusion() {
        Infusion infusion = stay.infusion();
        if (infusion == null) {
            return;
        }
        Procedure procedure = new Procedure();
        procedure
                .setStatus(Procedure.ProcedureStatus.COMPLETED)
                .setCode(
                        Fhir.concept(FhirCodes.MAPPING, "CART-INFUSION", "Infusion of CAR-T cells"))
                .setSubject(patientReference())
                .setEncounter(encounterReference())
                .setPerformed(Fhir.time(infusion.at()));
        procedure.addUsedCode(Fhir.concept(FhirCodes.DRUG, infusion.product(), infusion.product()));
        add(id("infusion"), procedure);
    }

    /** Writes the facts; returns them by time. */
    private Map<Instant, List<GradeResources.Exported>> facts() {
        FactResources resources = new FactResources(patientReference(), encounterReference());
        Map<Instant, List<GradeResources.Exported>> exported = new HashMap<>();
        Map<Instant, Integer> ofTime = new HashMap<>();
        for (StandingFacts.Fact fact : StandingFacts.of(entries)) {
            if (fact.observation() instanceof org.cytovigil.clinical.Observation.Note) {
                // What people write may name anybody; it stays in the unit.
                continue;
            }
            DomainResource written = resources.write(fact);
            int place = ofTime.merge(fact.at(), 1, Integer::sum);
            String id = id("fact", fact.at().toString(), Integer.toString(place));
            add(id, written);
            exported.computeIfAbsent(fact.at(), at -> new ArrayList<>())
                    .add(new GradeResources.Exported(id, written instanceof Observation));
        }
        return exported;
    }

    private void grades(
            Stay admitted,
            PolicyTimeline policies,
            Map<Instant, List<GradeResources.Exported>> facts) {
        StayMonitor monitor = new StayMonitor(admitted, policies, GradingScales.ALL);
        entries.forEach(monitor::take);
        Instant last = monitor.lastFactAt();
        if (last == null) {
            return;
        }
        monitor.advance(last, assessment -> {});
        GradeResources resources =
                new GradeResources(
                        patientReference(), encounterReference(), stay.infusion(), facts);
        for (GradingScale scale : GradingScales.ALL) {
            int number = 0;
            for (Assessment assessment : monitor.history(scale.id())) {
                add(
                        id("grade", scale.id().id(), Integer.toString(++number)),
                        resources.write(assessment));
            }
        }
    }
}
