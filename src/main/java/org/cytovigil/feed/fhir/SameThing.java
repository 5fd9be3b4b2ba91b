package org.cytovigil.feed.fhir;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whether two resources of one name are versions of the same thing. Hospitals count from one: the
 * same name says nothing when they are read together.
 */
final class SameThing {
    /** What tells a patient apart of whom an import has nothing but the encounter. */
    static final String ONLY_BY = SameThing.class.getName();

    private SameThing() {}

    /** What tells a patient without a number from others, by name and birth; empty for nothing. */
    static String textOf(Patient patient) {
        if (patient.getUserData(ONLY_BY) instanceof String text) {
            return text;
        }
        String names =
                patient.getName().stream()
                        .map(HumanName::getNameAsSingleString)
                        .filter(name -> !name.isBlank())
                        .sorted()
                        .collect(Collectors.joining("|"));
        String born =
                patient.hasBirthDate() ? patient.getBirthDateElement().getValueAsString() : "";
        return names.isEmpty() && born.isEmpty() ? "" : names + "|" + born;
    }

    /** What tells an encounter from others, whoever its patient is. */
    static String textOf(Encounter encounter) {
        return identifiers(encounter.getIdentifier()).stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining("|"))
                + "|"
                + encounter.getPeriod().getStartElement().getValueAsString();
    }

    static boolean is(Resource one, Resource other) {
        if (one instanceof Patient first && other instanceof Patient second) {
            return patient(first).equals(patient(second));
        }
        if (one instanceof Encounter first && other instanceof Encounter second) {
            return encounter(first).equals(encounter(second));
        }
        return one.fhirType().equals(other.fhirType()) && one.equalsDeep(other);
    }

    /** A name may change; with identifiers it does not count. */
    private static Set<Object> patient(Patient patient) {
        return patient.getIdentifier().isEmpty()
                ? Set.of(
                        patient.getName().stream()
                                .map(HumanName::getNameAsSingleString)
                                .collect(Collectors.toSet()),
                        "born "
                                + (patient.hasBirthDate()
                                        ? patient.getBirthDateElement().getValueAsString()
                                        : ""))
                : identifiers(patient.getIdentifier());
    }

    private static Set<Object> encounter(Encounter encounter) {
        return Set.of(
                identifiers(encounter.getIdentifier()),
                "subject " + encounter.getSubject().getReference(),
                "start " + encounter.getPeriod().getStartElement().getValueAsString());
    }

    private static Set<Object> identifiers(Iterable<Identifier> identifiers) {
        Set<Object> all = new HashSet<>();
        identifiers.forEach(
                one ->
                        all.add(
                                Objects.toString(one.getType().getCodingFirstRep().getCode(), "")
                                        + "|"
                                        + Objects.toString(one.getSystem(), "")
                                        + "|"
                                        + Objects.toString(one.getValue(), "").strip()));
        return all;
    }
}
