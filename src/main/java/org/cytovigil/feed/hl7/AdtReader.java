package org.cytovigil.feed.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.feed.StayDirectory;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages of admission, transfer, discharge and of who a patient is. A message about several
 * patients (A17, A40) is kept whole or not at all.
 */
// [impl->req~feed.adt~1]
final class AdtReader {
    /** The events that are read. */
    static final Set<String> EVENTS =
            Set.of("A01", "A02", "A03", "A08", "A11", "A12", "A13", "A17", "A40");

    /** Those of them that tell who the patient is. */
    private static final Set<String> IDENTIFYING = Set.of("A01", "A08", "A40");

    private final StayDirectory directory;
    private final ZoneId zone;

    AdtReader(StayDirectory directory, ZoneId zone) {
        this.directory = directory;
        this.zone = zone;
    }

    /** One patient of a message, with what the message says beside the patient. */
    private record Person(
            Hl7Segment patient, @Nullable Hl7Segment visit, @Nullable Hl7Segment merged) {
        String visitNumber() {
            return visit == null ? "" : visit.get(19);
        }

        String bed() {
            return visit == null ? "" : Beds.text(visit);
        }
    }

    /** Why a message changes nothing. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private Refusal(String reason) {
            super(reason);
        }
    }

    void read(Hl7Message message, Readout out) {
        try {
            List<Person> persons = persons(message);
            if (persons.isEmpty()) {
                throw new Refusal("it names no patient");
            }
            List<Entry> entries = new ArrayList<>();
            for (Person person : persons) {
                entries.addAll(read(message, person, out));
            }
            if (entries.isEmpty()) {
                // What is known already is no news.
                out.ignore(1);
            }
            entries.forEach(out::accept);
            if (IDENTIFYING.contains(message.header().component(9, 2))) {
                persons.forEach(person -> remarkOnBirth(message, person, out));
            }
        } catch (Refusal refusal) {
            out.refuse(1, String.valueOf(refusal.getMessage()), message.text());
        }
    }

    private void remarkOnBirth(Hl7Message message, Person person, Readout out) {
        Birth.fault(person.patient().get(7), out.received(), zone)
                .ifPresent(
                        fault ->
                                out.refuse(
                                        person.patient().line(),
                                        "accepted, but " + fault,
                                        message.text()));
    }

    private static List<Person> persons(Hl7Message message) {
        List<Person> persons = new ArrayList<>();
        for (Hl7Segment segment : message.segments()) {
            if (segment.name().equals("PID")) {
                persons.add(new Person(segment, null, null));
            } else if (!persons.isEmpty() && segment.name().equals("PV1")) {
                Person last = persons.removeLast();
                persons.add(new Person(last.patient(), segment, last.merged()));
            } else if (!persons.isEmpty() && segment.name().equals("MRG")) {
                Person last = persons.removeLast();
                persons.add(new Person(last.patient(), last.visit(), segment));
            }
        }
        return persons;
    }

    private List<Entry> read(Hl7Message message, Person person, Readout out) throws Refusal {
        String event = message.header().component(9, 2);
        ZoneId ofMessage = Hl7Time.zone(message.header().component(7, 1), zone);
        if (event.equals("A01")) {
            return admit(message, person, ofMessage, out);
        }
        Instant at = time(message, event.equals("A03") ? person.visit() : null, 45, ofMessage, out);
        if (event.equals("A40")) {
            return merge(person, at, out);
        }
        StayId stay = stay(event, person, at);
        return switch (event) {
            case "A02", "A12", "A17" -> {
                if (person.bed().isEmpty()) {
                    throw new Refusal("it names no bed");
                }
                yield List.of(entry(stay, at, out, new Entry.Moved(person.bed())));
            }
            case "A03" -> {
                if (at.isBefore(directory.stay(stay).orElseThrow().admitted())) {
                    throw new Refusal("the discharge is before the admission");
                }
                yield List.of(entry(stay, at, out, new Entry.Discharged()));
            }
            case "A08" -> identify(stay, person, at, out);
            case "A11" ->
                    List.of(
                            entry(
                                    stay,
                                    at,
                                    out,
                                    new Entry.AdmissionCancelled("cancelled by the sender (A11)")));
            case "A13" -> List.of(entry(stay, at, out, new Entry.DischargeCancelled()));
            default -> throw new Refusal("the event %s is not read".formatted(event));
        };
    }

    private StayId stay(String event, Person person, Instant at) throws Refusal {
        List<String> numbers = person.patient().recordNumbers(3);
        String visit = person.visitNumber();
        StayDirectory.Found found =
                switch (event) {
                    // A discharge that is cancelled is that of the stay that was there last.
                    case "A13" -> directory.latest(numbers, visit);
                    // Who the patient is holds whatever visit it was said in.
                    case "A08" ->
                            directory.eventOf(
                                    numbers, numbers.isEmpty() ? visit : known(visit), at);
                    default -> directory.eventOf(numbers, visit, at);
                };
        return stay(found);
    }

    private static StayId stay(StayDirectory.Found found) throws Refusal {
        return switch (found) {
            case StayDirectory.Found.Of of -> of.stay();
            case StayDirectory.Found.Nobody(String reason) -> throw new Refusal(reason);
        };
    }

    private String known(String visit) {
        return directory.stay(new StayId(visit)).isPresent() ? visit : "";
    }

    private List<Entry> admit(Hl7Message message, Person person, ZoneId ofMessage, Readout out)
            throws Refusal {
        String number = number(person.patient());
        if (number.isEmpty()) {
            throw new Refusal("it names no patient");
        }
        Instant at = time(message, person.visit(), 44, ofMessage, out);
        if (person.visitNumber().isEmpty()) {
            // A patient who is here is not admitted again, whatever the time says.
            Optional<StayDirectory.Found> present = directory.present(number, at, out.received());
            if (present.isPresent()) {
                return identify(stay(present.get()), person, at, out);
            }
        }
        StayId id =
                person.visitNumber().isEmpty()
                        ? StayDirectory.withoutVisit(number, at)
                        : new StayId(person.visitNumber());
        Optional<Stay> known = directory.stay(id);
        if (known.isEmpty()) {
            // Somebody was quicker than the sender.
            Optional<StayDirectory.Found> byHand = directory.admittedByHand(number, out.received());
            if (byHand.isPresent()) {
                return identify(stay(byHand.get()), person, at, out);
            }
        }
        if (known.isPresent() && !known.get().patient().recordNumber().equals(number)) {
            throw new Refusal("its patient and its visit number are of different patients");
        }
        if (known.isPresent() && directory.isHere(id, out.received())) {
            return identify(id, person, at, out);
        }
        Stay stay =
                new Stay(
                        id,
                        known.map(Stay::patient)
                                .map(before -> patient(person.patient(), number, at, before))
                                .orElseGet(() -> patient(person.patient(), number, at, null)),
                        null,
                        at,
                        null,
                        person.bed(),
                        Stay.Origin.LIVE);
        if (known.isPresent()) {
            return again(stay, time(message, null, 45, ofMessage, out), out);
        }
        return List.of(entry(id, at, out, new Entry.Admitted(stay)));
    }

    /**
     * A stay that was over, or said to be none, goes on from when the message says so; one that is
     * older than what ended it ends nothing.
     */
    private List<Entry> again(Stay stay, Instant said, Readout out) {
        List<Entry> entries = new ArrayList<>();
        entries.add(entry(stay.id(), said, out, new Entry.Admitted(stay)));
        if (directory.hasEnded(stay.id(), out.received())) {
            entries.add(entry(stay.id(), said, out, new Entry.DischargeCancelled()));
        }
        if (!stay.bed().isEmpty()) {
            entries.add(entry(stay.id(), said, out, new Entry.Moved(stay.bed())));
        }
        return entries;
    }

    private List<Entry> identify(StayId id, Person person, Instant at, Readout out) {
        Patient before = directory.stay(id).orElseThrow().patient();
        String number = number(person.patient());
        Patient now =
                patient(
                        person.patient(),
                        number.isEmpty() ? before.recordNumber() : number,
                        at,
                        before);
        return now.equals(before)
                ? List.of()
                : List.of(entry(id, at, out, new Entry.PatientIdentified(now)));
    }

    /** All stays of the record number that is given up are those of the one that is kept. */
    private List<Entry> merge(Person person, Instant at, Readout out) throws Refusal {
        Hl7Segment merged = person.merged();
        String number = number(person.patient());
        if (merged == null || merged.get(1).isEmpty() || number.isEmpty()) {
            throw new Refusal("it does not name the two record numbers");
        }
        List<StayId> stays = directory.ofNumber(merged.get(1));
        if (stays.isEmpty()) {
            throw new Refusal("unknown patient");
        }
        List<Entry> entries = new ArrayList<>();
        for (StayId stay : stays) {
            entries.addAll(identify(stay, person, at, out));
        }
        return entries;
    }

    /** The record number: the identifier marked as such, else the first. */
    private static String number(Hl7Segment patient) {
        for (int i = 0; i < patient.repetitions(3); i++) {
            if (Set.of("MR", "MRN").contains(patient.get(3, i, 5))
                    && !patient.get(3, i, 1).isEmpty()) {
                return patient.get(3, i, 1);
            }
        }
        return patient.recordNumbers(3).stream().findFirst().orElse("");
    }

    private Patient patient(
            Hl7Segment segment, String number, Instant at, @Nullable Patient before) {
        String name =
                Stream.of(segment.get(5, 1), segment.get(5, 2))
                        .filter(part -> !part.isEmpty() && !part.equals("\"\""))
                        .collect(Collectors.joining(", "));
        Double age = Birth.age(segment.get(7), at, zone);
        return before == null
                ? new Patient(name, number, age, null, Patient.Baseline.NONE)
                : new Patient(
                        name.isEmpty() ? before.name() : name,
                        number,
                        isNews(age, before.ageYears()) ? age : before.ageYears(),
                        before.weight(),
                        before.baseline());
    }

    /** A birthday during the stay is no news of who the patient is. */
    private static boolean isNews(@Nullable Double age, @Nullable Double before) {
        return age != null && (before == null || Math.abs(age - before) > 1);
    }

    /** When it happened: what PV1 says, else EVN-6, else when it was recorded. */
    private static Instant time(
            Hl7Message message, @Nullable Hl7Segment visit, int field, ZoneId zone, Readout out)
            throws Refusal {
        Optional<Hl7Segment> event =
                message.segments().stream().filter(one -> one.name().equals("EVN")).findFirst();
        Instant at =
                Stream.of(
                                visit == null ? "" : visit.get(field),
                                event.map(one -> one.get(6)).orElse(""),
                                event.map(one -> one.get(2)).orElse(""))
                        .filter(text -> !text.isEmpty() && !text.equals("\"\""))
                        .findFirst()
                        .flatMap(text -> Hl7Time.read(text, zone, out.received()))
                        .orElseThrow(() -> new Refusal("it names no time to the minute"));
        if (FactTime.isAhead(at, out.received())) {
            throw new Refusal("its time is more than five minutes ahead of the program's");
        }
        return at;
    }

    private static Entry entry(StayId stay, Instant at, Readout out, Entry.Event event) {
        return new Entry(
                stay, at, out.received(), new Author(Author.Kind.DEVICE, out.sender()), event);
    }
}
