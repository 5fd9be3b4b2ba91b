package org.cytovigil.grading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An assessment put into words: what decided, on which facts, what is missing, and what would raise
 * the grade.
 */
public final class Explanation {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

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
        return assessment.deciding().criterion(assessment.policy());
    }

    /**
     * The fact behind the deciding criterion, with its age; empty when no fact stands behind it.
     */
    public String decidingFact() {
        Axis axis = deciding();
        if (axis == Axis.OXYGEN && !(picture.oxygen() instanceof Reading.Measured)) {
            // It is the missing device that decides, and the saturation is no fact for that.
            return "";
        }
        List<StatedFact> facts = FactsStated.on(axis, assessment);
        return facts.isEmpty() ? "" : words(facts.getFirst());
    }

    /** Every fact that the axes looked at, the deciding axis first. */
    public List<String> facts() {
        List<String> words = new ArrayList<>();
        for (StatedFact fact : statedFacts()) {
            words.add(words(fact));
        }
        return words;
    }

    /** The same facts with their times and how they were measured, the deciding axis first. */
    public List<StatedFact> statedFacts() {
        Set<StatedFact> facts = new LinkedHashSet<>(FactsStated.on(deciding(), assessment));
        for (Axis axis : List.of(Axis.PRESSURE, Axis.OXYGEN, Axis.ORGANS, Axis.FEVER)) {
            if (assessment.scale().gradesCrs()) {
                facts.addAll(FactsStated.on(axis, assessment));
            }
        }
        return List.copyOf(facts);
    }

    private Axis deciding() {
        return assessment.deciding().axis();
    }

    private String words(StatedFact fact) {
        Instant at = fact.at();
        if (at == null) {
            return fact.words();
        }
        String when = fact.since() ? since(at) : when(at);
        return "%s (%s%s)"
                .formatted(
                        fact.words(),
                        when,
                        fact.measured().isEmpty() ? "" : ", " + fact.measured());
    }

    /** What is not known and could change the grade, each with the range it opens. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Finding finding : assessment.open()) {
            MissingFact fact = finding.missing();
            if (fact != null) {
                String state = state(fact);
                missing.add(
                        "%s (%s%d to %d)"
                                .formatted(
                                        fact.text(),
                                        state.isEmpty() ? "" : state + ", ",
                                        finding.range().lowest(),
                                        finding.range().highest()));
            }
        }
        return missing;
    }

    /**
     * How long a missing fact has been missing, for instance "last charted 9 h ago"; empty when it
     * is not a parameter that is charted over and over.
     */
    public String state(MissingFact fact) {
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
        return reading == null ? "" : staleness(reading);
    }

    /** The smallest changes that would raise the grade, a rise by time alone first. */
    public List<String> raisedBy() {
        List<String> raised = new ArrayList<>();
        TimedRise rise = assessment.timedRise();
        if (rise != null) {
            raised.add(
                    "%s at %s if unchanged (high dose for %s)"
                            .formatted(
                                    rise.to(),
                                    CLOCK.format(rise.at().atZone(zone)),
                                    Wording.duration(
                                            assessment.policy().get(Settings.HIGH_DOSE_AFTER))));
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

    /**
     * One plain sentence: scale, grade, criterion, facts, what is missing, notes. It is one line,
     * whatever the names and reasons in it hold.
     */
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
        return CONTROL.matcher(text.append('.')).replaceAll(" ");
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

    private String when(Instant at) {
        return clockTimes ? CLOCK.format(at.atZone(zone)) : Wording.age(at, picture.at()) + " ago";
    }

    private String since(Instant at) {
        return clockTimes
                ? "since " + CLOCK.format(at.atZone(zone))
                : "for " + Wording.age(at, picture.at());
    }
}
