package org.cytovigil.feed.fhir;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is admitted, moved and discharged, and who a patient is. A stay is an inpatient
 * encounter; an encounter that is part of another is a ward or bed within it.
 */
final class AdmissionReader {
    /** Classes of encounters that are stays in a hospital. */
    private static final Set<String> STAYS =
            Set.of("IMP", "ACUTE", "NONAC", "EMER", "OBSENC", "SS");

    private static final Set<String> NO_STAYS = Set.of("AMB", "FLD", "HH", "VR", "PRENC");

    /** Younger patients have their age in fractions of years. */
    private static final int INFANT_YEARS = 2;

    /** Dates shifted for research lie decades ahead; what is less far ahead is a slip. */
    private static final Duration SHIFTED = Duration.ofDays(366);

    private static final double DAYS_PER_YEAR = 365.2425;

    private final Subjects subjects;
    private final BedReader beds;

    AdmissionReader(Subjects subjects) {
        this.subjects = subjects;
        this.beds = new BedReader(subjects.directory());
    }

    /** Reads an encounter. */
    void read(Encounter encounter, Author author, Instant now, Outcome out) {
        try {
            if (encounter.hasPartOf()) {
                move(encounter, author, now, out);
            } else {
                stay(encounter, author, now, out);
            }
        } catch (FhirTime.NoTimeException e) {
            out.refuse(e.reason());
        }
    }

    private void stay(Encounter encounter, Author author, Instant now, Outcome out)
            throws FhirTime.NoTimeException {
        String type = encounter.hasClass_() ? encounter.getClass_().getCode() : null;
        if (type == null || !(STAYS.contains(type) || NO_STAYS.contains(type))) {
            out.refuse(
                    type == null
                            ? "an encounter without a class"
                            : "the class '%s' of encounters is not known".formatted(type));
            return;
        }
        if (NO_STAYS.contains(type)) {
            out.ignore("an encounter of class %s is no stay".formatted(type));
            return;
        }
        String visit = subjects.visit(encounter);
        if (visit.isEmpty()) {
            out.refuse("it has neither an identifier nor an id");
            return;
        }
        Encounter.EncounterStatus status = encounter.getStatus();
        switch (status) {
            case null -> out.refuse("no status");
            case PLANNED -> out.ignore("planned");
            case CANCELLED, ENTEREDINERROR ->
                    cancel(encounter, new StayId(visit), author, now, out);
            case ARRIVED, TRIAGED, INPROGRESS, ONLEAVE, FINISHED ->
                    admit(encounter, new StayId(visit), author, now, out);
            case UNKNOWN, NULL -> out.refuse("the status 'unknown' is not accepted");
        }
    }

    private void cancel(Encounter encounter, StayId id, Author author, Instant now, Outcome out) {
        String status = encounter.getStatus().toCode();
        List<String> names = subjects.patient(encounter.getSubject(), encounter);
        Optional<String> others = subjects.directory().nobody(names, id.value(), "");
        if (!names.isEmpty() && subjects.directory().stay(id).isPresent() && others.isPresent()) {
            out.refuse(others.get());
        } else if (subjects.directory().isHere(id, now)) {
            out.accept(
                    new Entry(
                            id,
                            now,
                            now,
                            author,
                            new Entry.AdmissionCancelled("status " + status)));
        } else {
            out.ignore("%s, and nobody is here by it".formatted(status));
        }
    }

    private void admit(Encounter encounter, StayId id, Author author, Instant now, Outcome out)
            throws FhirTime.NoTimeException {
        List<String> names = subjects.patient(encounter.getSubject(), encounter);
        if (!encounter.hasSubject() || names.isEmpty()) {
            out.refuse(Subjects.unresolved(encounter.getSubject()).orElse("it names no patient"));
            return;
        }
        Instant start = FhirTime.start(encounter.getPeriod());
        Instant end =
                encounter.getPeriod().hasEnd()
                        ? FhirTime.of(encounter.getPeriod().getEndElement())
                        : null;
        boolean finished = encounter.getStatus() == Encounter.EncounterStatus.FINISHED;
        Optional<Stay> known = subjects.stay(id);
        if (known.isPresent()) {
            if (!names.contains(known.get().patient().recordNumber())) {
                out.refuse("its patient and its visit number are of different patients");
                return;
            }
            amend(encounter, known.get(), end, author, now, out);
            return;
        }
        Optional<Patient> patient =
                subjects.references().find(encounter.getSubject(), encounter, Patient.class);
        // A server tells of the present; what is exported for research has dates of another
        // century.
        boolean shifted = !subjects.references().ofServer() && start.isAfter(now.plus(SHIFTED));
        Stay.Origin origin = LocalFacts.origin(encounter, shifted);
        boolean live = origin == Stay.Origin.LIVE;
        if (live && FhirTime.isAhead(start, now)) {
            out.refuse(FhirTime.AHEAD);
            return;
        }
        Stay stay =
                new Stay(
                        id,
                        patient(patient.orElse(null), names.getFirst(), encounter, start, out),
                        null,
                        start,
                        live ? null : end,
                        BedReader.name(encounter),
                        origin);
        out.accept(new Entry(id, start, now, author, new Entry.Admitted(lasting(stay, encounter))));
        if (!lasting(stay, encounter).equals(stay)) {
            out.accept(
                    new Entry(id, start, now, author, new Entry.PatientIdentified(stay.patient())));
        }
        if (finished) {
            discharge(id, end, live, author, now, out);
        }
        subjects.note(stay);
    }

    private static void discharge(
            StayId id,
            @Nullable Instant end,
            boolean live,
            Author author,
            Instant now,
            Outcome out) {
        if (end == null) {
            out.refuse("finished, and it has no end");
        } else if (live && FhirTime.isAhead(end, now)) {
            out.refuse("finished, and " + FhirTime.AHEAD);
        } else {
            out.accept(new Entry(id, end, now, author, new Entry.Discharged()));
        }
    }

    /**
     * The stay under the name that the patient has at the server: resources that come later, alone,
     * have nothing else. The record number follows as an amendment.
     */
    private Stay lasting(Stay stay, Encounter encounter) {
        String name =
                encounter.getSubject().hasReference()
                        ? subjects.references().lastingName(encounter.getSubject().getReference())
                        : "";
        return name.isEmpty()
                        || stay.origin() != Stay.Origin.LIVE
                        || name.equals(stay.patient().recordNumber())
                ? stay
                : stay.of(stay.patient().named(stay.patient().name(), name));
    }

    private void amend(
            Encounter encounter,
            Stay known,
            @Nullable Instant end,
            Author author,
            Instant now,
            Outcome out) {
        if (known.origin() != Stay.Origin.LIVE) {
            out.ignore("a past case that is here already");
            return;
        }
        if (subjects.directory().isCancelled(known.id())) {
            // From now on: what is said later than the cancellation takes it back.
            out.accept(new Entry(known.id(), now, now, author, new Entry.Admitted(known)));
        }
        boolean finished = encounter.getStatus() == Encounter.EncounterStatus.FINISHED;
        boolean ended = subjects.directory().hasEnded(known.id(), now);
        if (finished && !ended) {
            discharge(known.id(), end, true, author, now, out);
        } else if (!finished && ended) {
            out.accept(new Entry(known.id(), now, now, author, new Entry.DischargeCancelled()));
        }
        if (!finished) {
            beds.follow(encounter, known, author, now, out);
        }
        if (out.entries().isEmpty() && out.refused().isEmpty()) {
            out.ignore("the stay is known");
        }
    }

    /** A ward or bed within a stay. */
    private void move(Encounter part, Author author, Instant now, Outcome out)
            throws FhirTime.NoTimeException {
        StayId id = new StayId(subjects.visit(part.getPartOf(), part));
        Optional<Stay> stay = subjects.stay(id);
        if (stay.isEmpty()) {
            out.refuse("it is part of an encounter that is not known");
            return;
        }
        boolean live = stay.get().origin() == Stay.Origin.LIVE;
        beds.part(part, id, live, author, now, out);
    }

    /** Reads who a patient is, when stays of the patient are here. */
    void read(Patient patient, Author author, Instant now, Outcome out) {
        if (patient.hasLink()) {
            out.refuse("it is linked to another patient: such a merge is not read");
            return;
        }
        String number = subjects.recordNumber(patient);
        List<StayId> stays =
                subjects.names(patient).stream()
                        .flatMap(name -> subjects.directory().ofNumber(name).stream())
                        .distinct()
                        .toList();
        String lasting =
                subjects.references().ofServer() ? subjects.references().lastingName(patient) : "";
        if (stays.stream()
                        .map(id -> subjects.stay(id).orElseThrow().patient().recordNumber())
                        .filter(one -> !one.equals(lasting))
                        .distinct()
                        .count()
                > 1) {
            out.refuse("its identifiers are those of different patients");
            return;
        }
        for (StayId id : stays) {
            Stay stay = subjects.stay(id).orElseThrow();
            org.cytovigil.clinical.Patient known = stay.patient();
            Double age = age(patient, stay.admitted(), out);
            org.cytovigil.clinical.Patient told =
                    new org.cytovigil.clinical.Patient(
                            name(patient).orElse(known.name()),
                            number.isEmpty() ? known.recordNumber() : number,
                            age == null ? known.ageYears() : age,
                            known.weight(),
                            known.baseline());
            if (!told.equals(known)) {
                out.accept(new Entry(id, now, now, author, new Entry.PatientIdentified(told)));
            }
        }
        if (out.entries().isEmpty()) {
            out.ignore(
                    stays.isEmpty()
                            ? "no stay of this patient is here; used for encounters beside it"
                            : "nothing new of a patient who is here");
        }
    }

    private org.cytovigil.clinical.Patient patient(
            @Nullable Patient patient,
            String otherwise,
            Encounter encounter,
            Instant admitted,
            Outcome out) {
        String number = patient == null ? "" : subjects.recordNumber(patient);
        return LocalFacts.patient(
                encounter,
                new org.cytovigil.clinical.Patient(
                        patient == null ? "" : name(patient).orElse(""),
                        number.isEmpty() ? otherwise : number,
                        patient == null ? null : age(patient, admitted, out),
                        null,
                        org.cytovigil.clinical.Patient.Baseline.NONE));
    }

    private static Optional<String> name(Patient patient) {
        return patient.getName().stream()
                .filter(name -> name.getUse() != HumanName.NameUse.OLD)
                .findFirst()
                .map(
                        name -> {
                            String given = name.getGivenAsSingleString();
                            String family = name.hasFamily() ? name.getFamily() : "";
                            String both =
                                    given.isBlank() || family.isEmpty()
                                            ? family + given
                                            : family + ", " + given;
                            return both.isBlank() && name.hasText() ? name.getText() : both;
                        })
                .map(String::strip)
                .filter(name -> !name.isEmpty());
    }

    /** Whole years, and fractions for infants; {@code null} without the exact day. */
    private static @Nullable Double age(Patient patient, Instant at, Outcome out) {
        String born =
                patient.hasBirthDate() ? patient.getBirthDateElement().getValueAsString() : "";
        if (born.isEmpty()) {
            return null;
        }
        if (born.length() != "2000-01-01".length()) {
            out.refuse("the birth date is not exact to the day: the age counts as unknown");
            return null;
        }
        LocalDate birth = LocalDate.parse(born);
        LocalDate then = at.atZone(ZoneOffset.UTC).toLocalDate();
        if (birth.isAfter(then)) {
            out.refuse("born after the admission: the age counts as unknown");
            return null;
        }
        int years = Period.between(birth, then).getYears();
        return years < INFANT_YEARS
                ? ChronoUnit.DAYS.between(birth, then) / DAYS_PER_YEAR
                : (double) years;
    }
}
