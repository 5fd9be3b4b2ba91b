package org.cytovigil.feed.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.Height;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.Observation.Organ;
import org.cytovigil.clinical.Observation.PressureSource;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenDevices;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Temperature;
import org.cytovigil.clinical.Weight;
import org.jspecify.annotations.Nullable;

/** Reads one entry of a case: everything charted at one time. */
final class EntryReader {
    private static final Set<String> FIELDS =
            Set.of(
                    "id",
                    "hours",
                    "note",
                    "corrects",
                    "reason",
                    "temperature",
                    "systolic",
                    "diastolic",
                    "mean",
                    "map",
                    "pressureSource",
                    "spo2",
                    "heartRate",
                    "respiratoryRate",
                    "weightKg",
                    "heightCm",
                    "risk",
                    "oxygen",
                    "vasopressors",
                    "hypotension",
                    "fluidBolusMl",
                    "treatments",
                    "symptoms",
                    "organToxicity",
                    "coagulopathyTreated",
                    "intravenousTherapy",
                    "attribution",
                    "neurology",
                    "override",
                    "episode",
                    "labs",
                    "outcome");
    private static final Set<String> KNOWN_CAUSES =
            Set.of("other-cause", "airway-protection", "procedure");
    private static final Set<String> OXYGEN_FIELDS =
            Set.of("device", "flowLitresPerMinute", "fio2", "note");

    private static final double LARGEST_GRADE = 1_000;
    private static final double LARGEST_TEMPERATURE = 1e12;

    /** Beyond this a conversion may keep less than was written. */
    private static final double CONVERTED = 100_000;

    private final Place entry;
    private final CourseReader course;
    private final @Nullable Weight weight;
    private final List<Observation> observations = new ArrayList<>();

    /** What was written, of values so large that their conversion keeps another. */
    private final Map<Observation, String> written = new HashMap<>();

    /**
     * Reads an entry.
     *
     * @param weight the patient's weight at its time, or {@code null} when unknown
     */
    EntryReader(Place entry, CourseReader course, @Nullable Weight weight) {
        this.entry = entry;
        this.course = course;
        this.weight = weight;
    }

    List<Observation> observations() throws CaseFileException {
        course.check(entry, FIELDS);
        weight();
        temperature();
        pressure();
        simpleValues();
        Place oxygen = entry.object("oxygen");
        if (oxygen != null) {
            Observation device = new Observation.OxygenDevice(support(oxygen));
            keepWritten(device, oxygen, "fio2", "FiO2 %s");
            add(device);
        }
        List<Place> vasopressors = entry.array("vasopressors");
        if (vasopressors != null) {
            add(new VasopressorReader(course).list(vasopressors));
        }
        statements();
        treatments();
        organs();
        attribution();
        neurology();
        override();
        laboratory();
        outcome();
        Place risk = entry.object("risk");
        if (risk != null) {
            RiskReader.read(risk, course)
                    .forEach(factor -> add(new Observation.RiskFactorCharted(factor)));
        }
        for (Observation observation : observations) {
            course.plausibility().fault(observation).ifPresent(fault -> remark(observation, fault));
        }
        return observations;
    }

    private void remark(Observation observation, String fault) {
        String asWritten = written.get(observation);
        course.remark(
                entry,
                (asWritten == null ? fault : asWritten + " cannot be") + ": kept, not graded");
    }

    private void keepWritten(Observation observation, Place place, String field, String words)
            throws CaseFileException {
        Double value = place.number(field);
        if (value != null && Math.abs(value) > CONVERTED) {
            written.put(observation, words.formatted(place.written(field)));
        }
    }

    /** The device of an oxygen object. */
    OxygenSupport support(Place oxygen) throws CaseFileException {
        course.check(oxygen, OXYGEN_FIELDS);
        String device = oxygen.requiredText("device");
        Double litres = oxygen.number("flowLitresPerMinute");
        Double fraction = oxygen.number("fio2");
        OxygenFlow flow = litres == null ? null : new OxygenFlow(litres);
        OxygenFraction fio2 = fraction == null ? null : OxygenFraction.charted(fraction);
        OxygenSupport support =
                OxygenDevices.charted(device, flow, fio2)
                        .orElseThrow(
                                () ->
                                        oxygen.fault(
                                                "\""
                                                        + device
                                                        + "\" is no oxygen device known here"));
        if (support instanceof OxygenSupport.Unrecognised) {
            course.remark(
                    oxygen, "room air with a flow or FiO2 of oxygen: the device is not known");
        }
        return support;
    }

    private void add(Observation observation) {
        observations.add(observation);
    }

    private void weight() throws CaseFileException {
        Double kilograms = entry.number("weightKg");
        if (kilograms != null) {
            add(new Observation.BodyWeight(new Weight(kilograms)));
        }
        Double centimetres = entry.number("heightCm");
        if (centimetres != null) {
            add(new Observation.BodyHeight(new Height(centimetres)));
        }
    }

    private void temperature() throws CaseFileException {
        Place temperature = entry.object("temperature");
        if (temperature == null) {
            return;
        }
        course.check(temperature, Set.of("value", "unit", "site", "note"));
        double value = temperature.requiredNumber("value");
        String unit = temperature.text("unit");
        boolean assumed = unit == null && course.plausibility().assumedFahrenheit(value);
        boolean fahrenheit =
                assumed
                        || (unit != null
                                && switch (unit.strip().toLowerCase(Locale.ROOT)) {
                                    case "[degf]", "f", "°f", "fahrenheit" -> true;
                                    case "cel", "c", "°c", "celsius" -> false;
                                    default ->
                                            throw temperature.fault(
                                                    "\""
                                                            + unit
                                                            + "\" is no unit of temperature; use Cel or [degF]");
                                });
        String siteName = temperature.text("site");
        TemperatureSite site =
                siteName == null
                        ? TemperatureSite.UNSTATED
                        : named(TemperatureSite.class, temperature, siteName);
        Observation taken =
                new Observation.BodyTemperature(
                        fahrenheit ? Temperature.ofFahrenheit(value) : Temperature.ofCelsius(value),
                        site,
                        assumed);
        if (Math.abs(value) > LARGEST_TEMPERATURE) {
            String degrees = fahrenheit ? " °F" : " °C";
            keepWritten(taken, temperature, "value", "temperature %s" + degrees);
        }
        add(taken);
    }

    private void pressure() throws CaseFileException {
        Pressure systolic = pressure("systolic");
        Pressure diastolic = pressure("diastolic");
        Pressure mean = entry.has("mean") ? pressure("mean") : pressure("map");
        if (systolic == null && diastolic == null && mean == null) {
            return;
        }
        String sourceName = entry.text("pressureSource");
        PressureSource source =
                sourceName == null
                        ? PressureSource.UNSTATED
                        : named(PressureSource.class, entry, sourceName);
        add(new Observation.BloodPressure(systolic, diastolic, mean, source));
    }

    private @Nullable Pressure pressure(String field) throws CaseFileException {
        Double value = entry.number(field);
        return value == null ? null : new Pressure(value);
    }

    private void simpleValues() throws CaseFileException {
        Double saturation = entry.number("spo2");
        if (saturation != null) {
            add(new Observation.OxygenSaturation(saturation));
        }
        Double heartRate = entry.number("heartRate");
        if (heartRate != null) {
            add(new Observation.HeartRate(heartRate));
        }
        Double respiratoryRate = entry.number("respiratoryRate");
        if (respiratoryRate != null) {
            add(new Observation.RespiratoryRate(respiratoryRate));
        }
    }

    private void statements() throws CaseFileException {
        if (Boolean.TRUE.equals(entry.truth("hypotension"))) {
            add(new Observation.HypotensionStated());
        }
        Double bolus = entry.number("fluidBolusMl");
        if (bolus != null) {
            add(new Observation.FluidBolus(bolus));
        }
        Boolean coagulopathy = entry.truth("coagulopathyTreated");
        if (coagulopathy != null) {
            add(new Observation.CoagulopathyTreated(coagulopathy));
        }
        Boolean intravenous = entry.truth("intravenousTherapy");
        if (intravenous != null) {
            add(new Observation.IntravenousTherapy(intravenous));
        }
        List<Place> symptoms = entry.array("symptoms");
        if (symptoms != null) {
            add(new Observation.ConstitutionalSymptoms(!symptoms.isEmpty()));
        }
    }

    private void treatments() throws CaseFileException {
        List<Place> treatments = entry.array("treatments");
        if (treatments == null) {
            return;
        }
        TreatmentReader reader = new TreatmentReader(course, weight);
        for (Place treatment : treatments) {
            add(new Observation.TreatmentGiven(reader.read(treatment)));
        }
    }

    private void organs() throws CaseFileException {
        List<Place> organs = entry.array("organToxicity");
        if (organs == null) {
            return;
        }
        for (Place organ : organs) {
            course.check(organ, Set.of("organ", "ctcaeGrade", "note"));
            double grade = organ.requiredNumber("ctcaeGrade");
            if (grade != Math.rint(grade) || Math.abs(grade) > LARGEST_GRADE) {
                throw organ.fault(
                        "\"ctcaeGrade\" of " + organ.written("ctcaeGrade") + " is no grade");
            }
            add(
                    new Observation.OrganToxicity(
                            organ(organ, organ.requiredText("organ")), (int) grade));
        }
    }

    private Organ organ(Place place, String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "renal", "kidney", "creatinine" -> Organ.RENAL;
            case "transaminases", "transaminase", "transaminitis", "alt", "ast" ->
                    Organ.TRANSAMINASES;
            default -> {
                for (Organ organ : Organ.values()) {
                    if (organ.name().equalsIgnoreCase(name.strip())) {
                        yield organ;
                    }
                }
                course.remark(place, "organ \"" + name + "\" is counted as another organ");
                yield Organ.OTHER;
            }
        };
    }

    private void attribution() throws CaseFileException {
        Place attribution = entry.object("attribution");
        if (attribution == null) {
            return;
        }
        course.check(attribution, Set.of("all", "pressure", "oxygen", "note"));
        String note = attribution.text("note");
        attribute(AttributionScope.WHOLE, attribution.text("all"), note);
        attribute(AttributionScope.PRESSURE, attribution.text("pressure"), note);
        attribute(AttributionScope.OXYGEN, attribution.text("oxygen"), note);
    }

    private void attribute(AttributionScope scope, @Nullable String cause, @Nullable String note) {
        if (cause == null) {
            return;
        }
        boolean withdrawn =
                switch (cause.strip().toLowerCase(Locale.ROOT)) {
                    case "withdrawn", "none", "crs", "" -> true;
                    default -> false;
                };
        if (!withdrawn && !KNOWN_CAUSES.contains(cause.strip().toLowerCase(Locale.ROOT))) {
            course.remark(
                    entry, "attributed to another cause in words of its own: \"" + cause + "\"");
        }
        String words = cause.replace('-', ' ') + (note == null ? "" : ": " + note);
        add(new Observation.Attributed(scope, withdrawn, words));
    }

    private void neurology() throws CaseFileException {
        Place exam = entry.object("neurology");
        if (exam == null) {
            return;
        }
        course.check(
                exam,
                Set.of(
                        "ice",
                        "capd",
                        "consciousness",
                        "seizure",
                        "motorWeakness",
                        "oedema",
                        "sedated",
                        "note"));
        String consciousness = exam.text("consciousness");
        String seizure = exam.text("seizure");
        String oedema = exam.text("oedema");
        add(
                new Observation.NeurologicalExamination(
                        ScoreReader.ice(exam, course),
                        ScoreReader.capd(exam, course),
                        consciousness == null
                                ? null
                                : named(Observation.Consciousness.class, exam, consciousness),
                        seizure == null ? null : named(Observation.Seizure.class, exam, seizure),
                        exam.truth("motorWeakness"),
                        oedema == null
                                ? null
                                : named(Observation.CerebralOedema.class, exam, oedema),
                        exam.truth("sedated")));
    }

    private void override() throws CaseFileException {
        Place override = entry.object("override");
        if (override == null) {
            return;
        }
        course.check(override, Set.of("scale", "grade", "reason", "by", "note"));
        String scale = override.requiredText("scale");
        ScaleId id =
                ScaleId.parse(scale)
                        .orElseThrow(() -> override.fault("\"" + scale + "\" is no scale"));
        Double grade = override.number("grade");
        if (grade != null && (grade != Math.rint(grade) || grade < 0 || grade > 5)) {
            throw override.fault("\"grade\" of " + override.written("grade") + " is no grade");
        }
        add(
                new Observation.GradeOverridden(
                        id,
                        grade == null ? null : grade.intValue(),
                        override.requiredText("reason"),
                        override.requiredText("by")));
    }

    private void laboratory() throws CaseFileException {
        List<Place> labs = entry.array("labs");
        if (labs == null) {
            return;
        }
        for (Place lab : labs) {
            course.check(lab, Set.of("analyte", "value", "unit", "note"));
            String name = lab.requiredText("analyte");
            Analyte analyte = named(Analyte.class, lab, name);
            String unit = lab.requiredText("unit");
            switch (analyte.convert(lab.requiredNumber("value"), unit)) {
                case Analyte.Conversion.Converted converted -> {
                    Observation result =
                            new Observation.LaboratoryResult(analyte, converted.value());
                    if (!Double.isFinite(converted.value())) {
                        keepWritten(result, lab, "value", analyte.label() + " %s " + unit);
                    }
                    add(result);
                }
                case Analyte.Conversion.Refused refused -> throw lab.fault(refused.reason());
            }
        }
    }

    private void outcome() throws CaseFileException {
        String outcome = entry.text("outcome");
        if (outcome != null) {
            if (!outcome.equals("death-due-to-crs")) {
                throw entry.fault(
                        "outcome \"" + outcome + "\" is not known; only death-due-to-crs is");
            }
            add(new Observation.DeathDueToCrs());
        }
        String episode = entry.text("episode");
        if (episode != null) {
            if (!episode.equals("opened")) {
                throw entry.fault("episode \"" + episode + "\" is not known; only opened is");
            }
            add(new Observation.EpisodeOpened());
        }
    }

    private static <E extends Enum<E>> E named(Class<E> type, Place place, String text)
            throws CaseFileException {
        for (E constant : type.getEnumConstants()) {
            if (constant.name()
                    .equalsIgnoreCase(text.strip().replace('-', '_').replace(' ', '_'))) {
                return constant;
            }
        }
        throw place.fault("\"" + text + "\" is not known here");
    }
}
