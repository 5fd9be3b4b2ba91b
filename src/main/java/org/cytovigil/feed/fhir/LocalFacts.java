package org.cytovigil.feed.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.clinical.Analyte;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.DoseUnit;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.OxygenDevices;
import org.cytovigil.clinical.OxygenFlow;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.Pressure;
import org.cytovigil.clinical.RiskFactor;
import org.cytovigil.clinical.Salt;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts that no public code system has, in the form in which this program writes them:
 * the kind as code, the parts as components.
 */
final class LocalFacts {
    private final org.hl7.fhir.r4.model.Observation observation;
    private final Map<String, Type> parts = new HashMap<>();

    /** A part is missing or of another form. */
    private static final class FormException extends Exception {
        private static final long serialVersionUID = 1L;

        FormException(String reason) {
            super(reason);
        }
    }

    private LocalFacts(org.hl7.fhir.r4.model.Observation observation) {
        this.observation = observation;
        for (var part : observation.getComponent()) {
            String name = Concepts.of(part.getCode(), FhirCodes.FACT);
            if (name != null && part.hasValue()) {
                parts.put(name, part.getValue());
            }
        }
    }

    /** The fact of that kind; empty, and said so, when it is none. */
    static Optional<Observation> read(
            String kind, org.hl7.fhir.r4.model.Observation observation, Outcome out) {
        try {
            return Optional.of(new LocalFacts(observation).fact(kind));
        } catch (FormException e) {
            out.refuse(
                    "no fact of the kind '%s' that can be read: %s"
                            .formatted(kind, e.getMessage()));
            return Optional.empty();
        }
    }

    private Observation fact(String kind) throws FormException {
        Type value = observation.getValue();
        return switch (kind) {
            case "oxygen-device" -> device();
            case "oxygen-settings" -> new Observation.OxygenSettings(flow(), fraction());
            case "vasopressor-list" -> list();
            case "hypotension" -> only(value, new Observation.HypotensionStated());
            case "episode-opened" -> only(value, new Observation.EpisodeOpened());
            case "death-due-to-crs" -> only(value, new Observation.DeathDueToCrs());
            case "fluid-bolus" -> new Observation.FluidBolus(number(value, "mL"));
            case "constitutional-symptoms" -> new Observation.ConstitutionalSymptoms(yes(value));
            case "coagulopathy-treated" -> new Observation.CoagulopathyTreated(yes(value));
            case "intravenous-therapy" -> new Observation.IntravenousTherapy(yes(value));
            case "organ-toxicity" ->
                    new Observation.OrganToxicity(
                            needed(Observation.Organ.class, parts.get("organ")), whole(value));
            case "neurological-examination" -> examination();
            case "cell-dose", "disease-burden", "lymphodepletion", "baseline" ->
                    new Observation.RiskFactorCharted(risk(kind, value));
            case "attributed" ->
                    new Observation.Attributed(
                            needed(Observation.AttributionScope.class, value),
                            yes(parts.get("withdrawn")),
                            text("cause"));
            case "grade-set" ->
                    new Observation.GradeOverridden(
                            ScaleId.parse(wordOf(parts.get("scale")))
                                    .orElseThrow(() -> new FormException("no scale")),
                            value == null ? null : (Integer) whole(value),
                            text("reason"),
                            text("by"));
            default -> throw new FormException("the kind is not known");
        };
    }

    private RiskFactor risk(String kind, @Nullable Type value) throws FormException {
        try {
            return switch (kind) {
                case "cell-dose" -> cellDose(value);
                case "disease-burden" ->
                        new RiskFactor.DiseaseBurden(
                                text("measure"), needed(RiskFactor.Judged.class, value));
                case "lymphodepletion" ->
                        new RiskFactor.Lymphodepletion(
                                text("regimen"), needed(RiskFactor.Judged.class, value));
                default -> {
                    Analyte analyte = needed(Analyte.class, parts.get("analyte"));
                    yield new RiskFactor.Baseline(analyte, number(value, analyte.ucum()));
                }
            };
        } catch (IllegalArgumentException e) {
            throw new FormException(String.valueOf(e.getMessage()));
        }
    }

    private static RiskFactor cellDose(@Nullable Type value) throws FormException {
        boolean perKilogram =
                value instanceof Quantity quantity && "10*6/kg".equals(quantity.getCode());
        return new RiskFactor.CellDose(
                number(value, perKilogram ? "10*6/kg" : "10*6"),
                perKilogram ? RiskFactor.Per.KILOGRAM : RiskFactor.Per.PATIENT);
    }

    private static Observation only(@Nullable Type value, Observation fact) throws FormException {
        if (!yes(value)) {
            throw new FormException("it is true or it is not charted");
        }
        return fact;
    }

    private Observation device() throws FormException {
        OxygenFlow flow = flow();
        OxygenFraction fraction = fraction();
        Type value = observation.getValue();
        String word = wordOf(value);
        if (word.equals("unrecognised") && value instanceof CodeableConcept concept) {
            return new Observation.OxygenDevice(
                    new OxygenSupport.Unrecognised(
                            concept.hasText() ? concept.getText() : "", flow, fraction));
        }
        return new Observation.OxygenDevice(
                OxygenDevices.named(word, flow, fraction)
                        .orElseThrow(() -> new FormException("no device is called " + word)));
    }

    private @Nullable OxygenFlow flow() throws FormException {
        Type flow = parts.get("flow");
        return flow == null ? null : new OxygenFlow(number(flow, "L/min"));
    }

    private @Nullable OxygenFraction fraction() throws FormException {
        Type fraction = parts.get("fio2");
        return fraction == null ? null : OxygenFraction.of(number(fraction, "1"));
    }

    private Observation list() throws FormException {
        List<VasopressorInfusion> infusions = new ArrayList<>();
        for (var part : observation.getComponent()) {
            String name = Concepts.of(part.getCode(), FhirCodes.DRUG);
            Vasopressor drug =
                    Vasopressor.parse(name == null ? "" : name)
                            .orElseThrow(() -> new FormException("no drug"));
            DoseRate rate = null;
            if (part.getValue() instanceof Quantity quantity) {
                DoseUnit unit =
                        DoseUnit.parse(quantity.hasCode() ? quantity.getCode() : "")
                                .orElseThrow(() -> new FormException("no unit of dose"));
                rate = new DoseRate(quantity.getValue().doubleValue(), unit);
            }
            infusions.add(
                    new VasopressorInfusion(
                            drug,
                            rate,
                            word(Salt.class, part.getExtensionString(FhirCodes.SALT))
                                    .orElse(Salt.UNSTATED)));
        }
        return new Observation.VasopressorList(infusions);
    }

    private Observation examination() throws FormException {
        return new Observation.NeurologicalExamination(
                ice(),
                capd(),
                optional(Observation.Consciousness.class, "consciousness"),
                optional(Observation.Seizure.class, "seizure"),
                flag("motor-weakness"),
                optional(Observation.CerebralOedema.class, "oedema"),
                flag("sedated"));
    }

    private @Nullable IceScore ice() throws FormException {
        Type total = parts.get("ice");
        if (total != null) {
            return new IceScore.Total(whole(total));
        }
        if (!parts.containsKey("ice-items")) {
            return null;
        }
        Type objects = parts.get("ice-objects");
        return new IceScore.Items(
                flag("ice-year"),
                flag("ice-month"),
                flag("ice-city"),
                flag("ice-hospital"),
                objects == null ? null : (Integer) whole(objects),
                flag("ice-command"),
                flag("ice-sentence"),
                flag("ice-counting"));
    }

    private @Nullable CapdScore capd() throws FormException {
        Type total = parts.get("capd");
        if (total != null) {
            return new CapdScore.Total(whole(total));
        }
        Type items = parts.get("capd-items");
        if (items == null) {
            return null;
        }
        int questions = whole(items);
        if (questions < 0 || questions > CapdScore.QUESTIONS) {
            throw new FormException("not that many questions");
        }
        List<@Nullable Integer> points = new ArrayList<>();
        for (int question = 1; question <= questions; question++) {
            Type point = parts.get("capd-" + question);
            points.add(point == null ? null : (Integer) whole(point));
        }
        return new CapdScore.Items(points);
    }

    private @Nullable Boolean flag(String part) throws FormException {
        Type value = parts.get(part);
        return value == null ? null : (Boolean) yes(value);
    }

    private String text(String part) throws FormException {
        if (parts.get(part) instanceof StringType text) {
            return text.getValue();
        }
        if (!parts.containsKey(part)) {
            return "";
        }
        throw new FormException("no text: " + part);
    }

    private <E extends Enum<E>> @Nullable E optional(Class<E> type, String part)
            throws FormException {
        Type value = parts.get(part);
        return value == null ? null : needed(type, value);
    }

    private static <E extends Enum<E>> E needed(Class<E> type, @Nullable Type value)
            throws FormException {
        return word(type, wordOf(value))
                .orElseThrow(() -> new FormException("no " + type.getSimpleName()));
    }

    private static String wordOf(@Nullable Type value) {
        String word =
                value instanceof CodeableConcept concept
                        ? Concepts.of(concept, FhirCodes.WORD)
                        : null;
        return word == null ? "" : word;
    }

    private static boolean yes(@Nullable Type value) throws FormException {
        if (value instanceof BooleanType flag && flag.hasValue()) {
            return flag.booleanValue();
        }
        throw new FormException("neither true nor false");
    }

    private static int whole(@Nullable Type value) throws FormException {
        if (value instanceof IntegerType number && number.hasValue()) {
            return number.getValue();
        }
        throw new FormException("no whole number");
    }

    private static double number(@Nullable Type value, String unit) throws FormException {
        if (value instanceof Quantity quantity
                && quantity.hasValue()
                && !quantity.hasComparator()
                && unit.equals(quantity.getCode())) {
            return quantity.getValue().doubleValue();
        }
        throw new FormException("no number of " + unit);
    }

    /** The constant of that word; empty when there is none. */
    static <E extends Enum<E>> Optional<E> word(Class<E> type, @Nullable String word) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** Whether a temperature came without a unit in the first place. */
    static boolean unitAssumed(org.hl7.fhir.r4.model.Observation observation) {
        return observation.hasExtension(FhirCodes.UNIT_ASSUMED);
    }

    /**
     * Where a stay comes from.
     *
     * @param shifted whether its dates were shifted: then it is a past case
     */
    static Stay.Origin origin(Encounter encounter, boolean shifted) {
        return encounter.getMeta().getTag().stream()
                .filter(tag -> FhirCodes.ORIGIN.equals(tag.getSystem()))
                .map(Coding::getCode)
                .findFirst()
                .flatMap(word -> word(Stay.Origin.class, word))
                .orElse(shifted ? Stay.Origin.IMPORTED : Stay.Origin.LIVE);
    }

    /** The patient with what the encounter says: age, dosing weight, and what was usual. */
    static Patient patient(Encounter encounter, Patient patient) {
        Double age = patient.ageYears();
        Weight weight = patient.weight();
        Pressure systolic = null;
        OxygenSupport oxygen = null;
        Extension known = encounter.getExtensionByUrl(FhirCodes.PATIENT);
        if (known == null) {
            return patient;
        }
        if (value(known, "age") instanceof DecimalType years) {
            age = years.getValue().doubleValue();
        }
        if (value(known, "weight") instanceof Quantity kilograms) {
            weight = new Weight(kilograms.getValue().doubleValue());
        }
        if (value(known, "systolic") instanceof Quantity pressure) {
            systolic = new Pressure(pressure.getValue().doubleValue());
        }
        if (value(known, "oxygen") instanceof CodeableConcept device) {
            OxygenFlow flow =
                    value(known, "flow") instanceof Quantity litres
                            ? new OxygenFlow(litres.getValue().doubleValue())
                            : null;
            OxygenFraction fraction =
                    value(known, "fio2") instanceof Quantity one
                            ? OxygenFraction.of(one.getValue().doubleValue())
                            : null;
            String word = wordOf(device);
            oxygen =
                    word.equals("unrecognised")
                            ? new OxygenSupport.Unrecognised(
                                    device.hasText() ? device.getText() : "", flow, fraction)
                            : OxygenDevices.named(word, flow, fraction).orElse(null);
        }
        return new Patient(
                patient.name(),
                patient.recordNumber(),
                age,
                weight,
                new Patient.Baseline(oxygen, systolic));
    }

    private static @Nullable Type value(Extension known, String part) {
        Extension found = known.getExtensionByUrl(part);
        return found == null ? null : found.getValue();
    }
}
