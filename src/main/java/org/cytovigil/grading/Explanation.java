package org.cytovigil.grading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytovigil.clinical.CapdScore;
import org.cytovigil.clinical.IceScore;
import org.cytovigil.clinical.Observation.BloodPressure;
import org.cytovigil.clinical.Observation.BodyTemperature;
import org.cytovigil.clinical.Observation.NeurologicalExamination;
import org.cytovigil.clinical.Observation.OxygenSaturation;
import org.cytovigil.clinical.Observation.TemperatureSite;
import org.cytovigil.clinical.OxygenSupport;
import org.jspecify.annotations.Nullable;

/**
 * An assessment put into words: what decided, on which facts, what is missing, and what would raise
 * the grade.
 */
public final class Explanation {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Assessment assessment;
    private final ClinicalPicture picture;
    private final ZoneId zone;
    private final boolean clockTimes;

    /**
     * Facts with their ages.
     *
     * @param zone for the clock times in the words
     */
    public Explanation(Assessment assessment, ZoneId zone) {
        this(assessment, zone, false);
    }

    private Explanation(Assessment assessment, ZoneId zone, boolean clockTimes) {
        this.assessment = assessment;
        this.picture = assessment.picture();
        this.zone = zone;
        this.clockTimes = clockTimes;
    }

    /**
     * Facts with the clock times at which they were so, for words that will be read later, such as
     * an alarm's.
     */
    public static Explanation withClockTimes(Assessment assessment, ZoneId zone) {
        return new Explanation(assessment, zone, true);
    }

    /** The criterion that decides, in the words of the scale. */
    public String criterion() {
        return assessment.deciding().criterion();
    }

    /**
     * The fact behind the deciding criterion, with its age; empty when no fact stands behind it.
     */
    public String decidingFact() {
        Axis axis = assessment.deciding().axis();
        if (axis == Axis.OXYGEN && !(picture.oxygen() instanceof Reading.Measured)) {
            // It is the missing device that decides, and the saturation is no fact for that.
            return "";
        }
        List<String> facts = facts(axis);
        return facts.isEmpty() ? "" : facts.getFirst();
    }

    /** Every fact that the axes looked at, the deciding axis first. */
    public List<String> facts() {
        List<String> facts = new ArrayList<>(facts(assessment.deciding().axis()));
        for (Axis axis : List.of(Axis.PRESSURE, Axis.OXYGEN, Axis.ORGANS, Axis.FEVER)) {
            for (String fact : facts(axis)) {
                if (!facts.contains(fact)) {
                    facts.add(fact);
                }
            }
        }
        return facts;
    }

    /** What is not known and could change the grade, each with the range it opens. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Finding finding : assessment.open()) {
            MissingFact fact = finding.missing();
            if (fact != null) {
                missing.add("%s (%s)".formatted(fact.text(), state(fact, finding)));
            }
        }
        return missing;
    }

    /** The smallest changes that would raise the grade, a rise by time alone first. */
    public List<String> raisedBy() {
        List<String> raised = new ArrayList<>();
        Instant at = assessment.raisesAt();
        if (at != null) {
            raised.add(
                    "high dose for %s at %s if unchanged"
                            .formatted(
                                    Wording.duration(
                                            assessment.policy().get(Settings.HIGH_DOSE_AFTER)),
                                    CLOCK.format(at.atZone(zone))));
        }
        raised.addAll(assessment.raisedBy());
        return raised;
    }

    /** The site's decisions without which the grade might be another, with their values. */
    public List<String> settings() {
        List<String> words = new ArrayList<>();
        for (Setting<?> setting : assessment.settings()) {
            words.add(Wording.setting(setting, assessment.policy()));
        }
        return words;
    }

    /** The grade a clinician set, by whom, when and why; empty when none stands. */
    public String override() {
        GradeOverride override = assessment.override();
        return override == null
                ? ""
                : "set to %d by %s at %s: %s"
                        .formatted(
                                override.grade(),
                                override.by(),
                                CLOCK.format(override.at().atZone(zone)),
                                override.reason());
    }

    /** One plain sentence: scale, grade, criterion, facts, what is missing, notes. */
    public String sentence() {
        StringBuilder text = new StringBuilder();
        text.append(assessment.scale().title()).append(' ').append(assessment.range());
        text.append(": ").append(criterion());
        String fact = decidingFact();
        if (!fact.isEmpty()) {
            text.append(" - ").append(fact);
        }
        if (!missing().isEmpty()) {
            text.append("; not known: ").append(String.join(", ", missing()));
        }
        for (Note note : assessment.notes()) {
            text.append("; ").append(note.text());
        }
        GradeRange wouldBe = assessment.wouldBe();
        if (wouldBe != null) {
            text.append("; would be ").append(wouldBe);
        }
        if (!override().isEmpty()) {
            text.append("; ").append(override());
        }
        return text.append('.').toString();
    }

    private String state(MissingFact fact, Finding finding) {
        String opens = finding.range().lowest() + " to " + finding.range().highest();
        Reading<?> reading =
                switch (fact) {
                    case TEMPERATURE -> picture.temperature();
                    case PRESSURE -> picture.pressure();
                    case OXYGEN_DEVICE -> picture.oxygen();
                    case ENCEPHALOPATHY_SCORE -> picture.neurology();
                    case CANNULA_FLOW,
                            INSPIRED_OXYGEN,
                            ANSWER_TO_HYPOXIA,
                            VASOPRESSOR_DOSE,
                            WEIGHT,
                            ANSWER_TO_FLUIDS,
                            ENCEPHALOPATHY_ITEMS,
                            EXAMINATION_WITHOUT_SEDATION,
                            NEUROLOGICAL_EXAMINATION,
                            JUDGEMENT ->
                            null;
                };
        return reading == null ? opens : staleness(reading) + ", " + opens;
    }

    private String staleness(Reading<?> reading) {
        return switch (reading) {
            case Reading.Measured<?> measured ->
                    "last charted " + Wording.age(measured.at(), picture.at()) + " ago";
            case Reading.Stale<?> stale ->
                    "last charted " + Wording.age(stale.at(), picture.at()) + " ago";
            case Reading.Missing<?> missing -> "never charted";
            case Reading.Implausible<?> implausible -> "rejected: " + implausible.reason();
        };
    }

    private List<String> facts(Axis axis) {
        return switch (axis) {
            case OUTCOME -> attributionFacts();
            case PRESSURE -> pressureFacts();
            case OXYGEN -> oxygenFacts();
            case ORGANS -> organFacts();
            case NEUROLOGY -> neurologyFacts();
            case FEVER -> feverFacts();
        };
    }

    private List<String> attributionFacts() {
        List<String> facts = new ArrayList<>();
        picture.attributions().forEach((scope, cause) -> facts.add("attributed: " + cause));
        return facts;
    }

    private List<String> pressureFacts() {
        List<String> facts = new ArrayList<>();
        for (RunningVasopressor running : picture.vasopressors().drugs()) {
            facts.add(
                    "%s (%s)"
                            .formatted(
                                    Wording.infusion(running.infusion()),
                                    since(running.doseSince())));
        }
        if (picture.pressure()
                instanceof Reading.Measured<BloodPressure>(BloodPressure value, Instant at)) {
            String source =
                    switch (value.source()) {
                        case CUFF -> ", cuff";
                        case ARTERIAL_LINE -> ", arterial line";
                        case UNSTATED -> "";
                    };
            facts.add("%s (%s%s)".formatted(Wording.pressure(value), when(at), source));
        }
        if (picture.hypotensionStated()) {
            facts.add("hypotension stated by the clinician");
        }
        if (picture.lastBolus() != null && picture.bolusesCounted() > 0) {
            facts.add("fluid bolus (%s)".formatted(when(picture.lastBolus())));
        }
        return facts;
    }

    private List<String> oxygenFacts() {
        List<String> facts = new ArrayList<>();
        if (picture.oxygen()
                instanceof Reading.Measured<OxygenSupport>(OxygenSupport value, Instant at)) {
            facts.add("%s (%s)".formatted(Wording.oxygen(value), when(at)));
        }
        if (picture.saturation()
                instanceof Reading.Measured<OxygenSaturation>(OxygenSaturation value, Instant at)) {
            facts.add("SpO2 %s %% (%s)".formatted(Wording.number(value.percent()), when(at)));
        }
        return facts;
    }

    private List<String> neurologyFacts() {
        List<String> facts = new ArrayList<>();
        if (picture.neurology()
                instanceof
                Reading.Measured<NeurologicalExamination>(
                        NeurologicalExamination found,
                        Instant at)) {
            IceScore ice = found.ice();
            if (ice != null) {
                facts.add("ICE %s (%s)".formatted(points(ice.least(), ice.most()), when(at)));
            }
            CapdScore capd = found.capd();
            if (capd != null) {
                facts.add("CAPD %s (%s)".formatted(points(capd.least(), capd.most()), when(at)));
            }
            add(facts, "consciousness: ", found.consciousness());
            add(facts, "seizure: ", found.seizure());
            add(facts, "oedema: ", found.oedema());
            if (Boolean.TRUE.equals(found.motorWeakness())) {
                facts.add("motor weakness");
            }
            if (Boolean.TRUE.equals(found.sedated())) {
                facts.add("sedated");
            }
        }
        return facts;
    }

    private static String points(int least, int most) {
        return least == most ? Integer.toString(least) : least + " to " + most;
    }

    private static void add(List<String> facts, String what, @Nullable Object value) {
        if (value != null) {
            facts.add(what + value.toString().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    private List<String> organFacts() {
        List<String> facts = new ArrayList<>();
        picture.organToxicity()
                .forEach(
                        (organ, grade) ->
                                facts.add(
                                        "%s toxicity CTCAE grade %d"
                                                .formatted(
                                                        organ.name().toLowerCase(Locale.ROOT),
                                                        grade)));
        return facts;
    }

    private List<String> feverFacts() {
        if (picture.temperature()
                instanceof Reading.Measured<BodyTemperature>(BodyTemperature value, Instant at)) {
            String site =
                    value.site() == TemperatureSite.UNSTATED
                            ? ""
                            : ", " + value.site().name().toLowerCase(Locale.ROOT);
            return List.of(
                    "%s °C (%s%s)"
                            .formatted(Wording.tenths(value.value().celsius()), when(at), site));
        }
        return List.of();
    }

    private String when(Instant at) {
        return clockTimes ? CLOCK.format(at.atZone(zone)) : Wording.age(at, picture.at()) + " ago";
    }

    private String since(Instant at) {
        return clockTimes
                ? "since " + CLOCK.format(at.atZone(zone))
                : "for " + Wording.age(at, picture.at());
    }
}
