package org.cytovigil.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.feed.fhir.FhirCodes;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.StatedFact;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.codesystems.ObservationCategory;
import org.jspecify.annotations.Nullable;

/**
 * Writes grades: one Observation for each change on each scale. Both ends of a range are parts of
 * their own, so that "at least 2, up to 4" is never read as 2.
 */
final class GradeResources {
    private final Reference patient;
    private final Reference encounter;
    private final @Nullable Infusion infusion;
    private final Map<Instant, List<Exported>> facts;

    /**
     * A fact that a grade can rest on.
     *
     * @param observation whether it is an Observation, and no drug
     */
    record Exported(String id, boolean observation) {}

    GradeResources(
            Reference patient,
            Reference encounter,
            @Nullable Infusion infusion,
            Map<Instant, List<Exported>> facts) {
        this.patient = patient;
        this.encounter = encounter;
        this.infusion = infusion;
        this.facts = facts;
    }

    /** The resource of a grade, without an id. */
    Observation write(Assessment assessment) {
        GradeRange range = assessment.range();
        Observation written = new Observation();
        written.setStatus(Observation.ObservationStatus.FINAL)
                .addCategory(Fhir.category(ObservationCategory.EXAM))
                .setCode(
                        Fhir.concept(
                                FhirCodes.SCALE,
                                assessment.scale().id(),
                                assessment.scale().title()))
                .setSubject(patient.copy())
                .setEncounter(encounter.copy())
                .setEffective(Fhir.time(assessment.at()))
                .setValue(value(range));
        written.getCode().setText(title(assessment));
        part(written, "lowest-grade").setValue(new IntegerType(range.lowest()));
        part(written, "highest-grade").setValue(new IntegerType(range.highest()));
        GradeOverride set = assessment.override();
        if (set != null) {
            part(written, "grade-set").setValue(new IntegerType(set.grade()));
        }
        Explanation explanation = Explanation.countingFrom(infusion, assessment, ZoneOffset.UTC);
        part(written, "criterion").setValue(new StringType(explanation.criterion()));
        part(written, "source").setValue(new StringType(assessment.deciding().source()));
        part(written, "policy").setValue(new StringType(assessment.policyVersion()));
        written.addNote().setText(explanation.sentence());
        restOn(written, explanation);
        return written;
    }

    private static String title(Assessment assessment) {
        return (assessment.scale().gradesCrs() ? "Grade of cytokine release syndrome, " : "Grade, ")
                + assessment.scale().title();
    }

    /** A code only when the facts leave one grade; words always. */
    private static CodeableConcept value(GradeRange range) {
        CodeableConcept value = new CodeableConcept().setText("grade " + range);
        if (range.determined()) {
            value.addCoding()
                    .setSystem(FhirCodes.SCALE)
                    .setCode("grade-" + range.lowest())
                    .setDisplay("grade " + range.lowest());
        }
        return value;
    }

    private static Observation.ObservationComponentComponent part(
            Observation written, String name) {
        return written.addComponent().setCode(Fhir.fact(name));
    }

    private void restOn(Observation written, Explanation explanation) {
        Set<Exported> used = new LinkedHashSet<>();
        for (StatedFact stated : explanation.statedFacts()) {
            if (stated.at() != null) {
                used.addAll(facts.getOrDefault(stated.at(), List.of()));
            }
            if (stated.doseSince() != null) {
                used.addAll(facts.getOrDefault(stated.doseSince(), List.of()));
            }
        }
        for (Exported fact : used) {
            if (fact.observation()) {
                written.addDerivedFrom(Fhir.reference(fact.id()));
            } else {
                // An Observation cannot be derived from a drug; what it rests on is still told.
                written.addExtension(FhirCodes.RESTS_ON, Fhir.reference(fact.id()));
            }
        }
    }
}
