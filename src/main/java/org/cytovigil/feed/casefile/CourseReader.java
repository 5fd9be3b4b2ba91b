package org.cytovigil.feed.casefile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OneLine;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Plausibility;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.StayId;
import org.cytovigil.clinical.Weight;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.jspecify.annotations.Nullable;

/** Reads one case: who, what was infused, and the charted entries. */
final class CourseReader {
    private static final Set<String> CASE_FIELDS =
            Set.of(
                    "id",
                    "title",
                    "origin",
                    "note",
                    "patient",
                    "infusion",
                    "entries",
                    "expectedAtLastEntry");
    private static final Set<String> PATIENT_FIELDS =
            Set.of("name", "recordNumber", "ageYears", "weightKg", "baseline", "note");
    private static final Set<String> BASELINE_FIELDS = Set.of("oxygen", "systolic", "note");

    private static final Set<String> RETRACTION_FIELDS =
            Set.of("id", "hours", "note", "retracts", "reason");

    private final Place place;
    private final Instant defaultInfusion;
    private final Author author;
    private final boolean strict;
    private final Plausibility plausibility;
    private final List<String> remarks;

    CourseReader(
            Place place,
            Instant defaultInfusion,
            String file,
            boolean strict,
            Plausibility plausibility,
            List<String> remarks) {
        this.place = place;
        this.defaultInfusion = defaultInfusion;
        this.author = new Author(Author.Kind.IMPORT, file);
        this.strict = strict;
        this.plausibility = plausibility;
        this.remarks = remarks;
    }

    CaseFile.Course read() throws CaseFileException {
        if (!place.isObject()) {
            throw place.fault("a case is an object");
        }
        StayId id = new StayId(place.requiredText("id"));
        if (!OneLine.is(id.value())) {
            throw place.fault("the id has a control character");
        }
        check(place, CASE_FIELDS);
        Infusion infusion = infusion();
        List<Place> listed = place.array("entries");
        if (listed == null || listed.isEmpty()) {
            throw place.fault("\"entries\" is missing or empty");
        }
        Patient patient = patient(id);
        List<Charting> chartings = Chartings.of(listed, infusion.at());
        List<Charting.Read> read = observations(chartings, patient.weight());
        List<Entry> facts = new ArrayList<>();
        Instant first = infusion.at();
        Instant last = Instant.MIN;
        RevisionEvents events = new RevisionEvents(read);
        for (Charting.Read each : read) {
            Instant at = each.charting().at();
            Instant charted = each.charting().charted();
            first = at.isBefore(first) ? at : first;
            last = charted.isAfter(last) ? charted : last;
            for (Entry.Event event : events.of(each)) {
                facts.add(new Entry(id, at, charted, author, event));
            }
        }
        facts.sort(Comparator.comparing(Entry::at).thenComparing(Entry::learned));
        Stay stay = new Stay(id, patient, infusion, first, null, "", Stay.Origin.IMPORTED);
        for (Charting charting : chartings) {
            FactTime.fault(stay, charting.at())
                    .ifPresent(fault -> remark(charting.place(), fault + ": kept, not graded"));
        }
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(id, first, first, author, new Entry.Admitted(stay)));
        entries.addAll(facts);
        return new CaseFile.Course(stay, List.copyOf(entries), last);
    }

    /** What each charting says, doses per kilogram by the weight that stands at its time. */
    private List<Charting.Read> observations(List<Charting> chartings, @Nullable Weight atAdmission)
            throws CaseFileException {
        NavigableMap<Instant, Weight> weights = weights(chartings);
        List<Charting.Read> read = new ArrayList<>();
        for (Charting charting : chartings) {
            if (charting.retracts()) {
                checkSaysNothing(charting.place());
                read.add(new Charting.Read(charting, List.of()));
                continue;
            }
            Map.Entry<Instant, Weight> charted = weights.floorEntry(charting.at());
            Weight weight = charted == null ? atAdmission : charted.getValue();
            read.add(
                    new Charting.Read(
                            charting,
                            new EntryReader(charting.place(), this, weight).observations()));
        }
        return read;
    }

    /** A retraction that also charted something would leave open for when. */
    private static void checkSaysNothing(Place retraction) throws CaseFileException {
        List<String> said = retraction.unknownFields(RETRACTION_FIELDS);
        if (!said.isEmpty()) {
            throw retraction.fault(
                    "a retraction says nothing else, not \"" + said.getFirst() + "\"");
        }
    }

    /** The weights charted in entries that can be true and stand, by the time they hold from. */
    private NavigableMap<Instant, Weight> weights(List<Charting> chartings)
            throws CaseFileException {
        NavigableMap<Instant, Weight> weights = new TreeMap<>();
        for (Charting charting : chartings) {
            Double kilograms = charting.stands() ? charting.place().number("weightKg") : null;
            if (kilograms != null) {
                Weight weight = new Weight(kilograms);
                if (plausibility.fault(new Observation.BodyWeight(weight)).isEmpty()) {
                    weights.put(charting.at(), weight);
                }
            }
        }
        return weights;
    }

    /** Tells what cannot be true. */
    Plausibility plausibility() {
        return plausibility;
    }

    /** Refuses unknown fields where the file states its version; elsewhere remarks on them. */
    void check(Place object, Set<String> known) throws CaseFileException {
        for (String field : object.unknownFields(known)) {
            if (strict) {
                throw object.fault("unknown field \"" + field + "\"");
            }
            remark(object, "field \"" + field + "\" is not known and was not read");
        }
    }

    void remark(Place object, String text) {
        remarks.add(OneLine.of(object.path() + ": " + text));
    }

    private Infusion infusion() throws CaseFileException {
        Place infusion = place.object("infusion");
        if (infusion == null) {
            return new Infusion("not stated", defaultInfusion);
        }
        check(infusion, Set.of("product", "at", "note"));
        String product = infusion.text("product");
        String at = infusion.text("at");
        Instant began;
        try {
            began = at == null ? defaultInfusion : Instant.parse(at);
        } catch (DateTimeException e) {
            throw infusion.fault("\"at\" is no time such as 2026-01-31T08:00:00Z: " + at);
        }
        if (!FactTime.isPossible(began)) {
            throw infusion.fault("\"at\" of " + at + " cannot be");
        }
        return new Infusion(product == null ? "not stated" : product, began);
    }

    private Patient patient(StayId id) throws CaseFileException {
        Place patient = place.object("patient");
        if (patient == null) {
            return new Patient(id.value(), id.value(), null, null, Patient.Baseline.NONE);
        }
        check(patient, PATIENT_FIELDS);
        Double age = patient.number("ageYears");
        if (age != null && !Plausibility.isAge(age)) {
            throw patient.fault("\"ageYears\" of " + patient.written("ageYears") + " is no age");
        }
        Double kilograms = patient.number("weightKg");
        Weight weight = kilograms == null ? null : new Weight(kilograms);
        if (weight != null && plausibility.fault(new Observation.BodyWeight(weight)).isPresent()) {
            throw patient.fault("\"weightKg\" of " + patient.written("weightKg") + " is no weight");
        }
        String name = patient.text("name");
        String number = patient.text("recordNumber");
        return new Patient(
                name == null ? id.value() : name,
                number == null ? id.value() : number,
                age,
                weight,
                baseline(patient.object("baseline")));
    }

    private Patient.Baseline baseline(@Nullable Place baseline) throws CaseFileException {
        if (baseline == null) {
            return Patient.Baseline.NONE;
        }
        check(baseline, BASELINE_FIELDS);
        Place oxygen = baseline.object("oxygen");
        OxygenSupport atHome =
                oxygen == null ? null : new EntryReader(oxygen, this, null).support(oxygen);
        Double systolic = baseline.number("systolic");
        if (systolic != null && (systolic < 20 || systolic > 300)) {
            throw baseline.fault(
                    "\"systolic\" of " + baseline.written("systolic") + " is no blood pressure");
        }
        return new Patient.Baseline(atHome, systolic == null ? null : new Pressure(systolic));
    }
}
