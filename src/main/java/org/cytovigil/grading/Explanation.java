package org.cytovigil.grading;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.cytovigil.clinical.Infusion;
import org.cytovigil.clinical.Observation.AttributionScope;
import org.cytovigil.clinical.OneLine;
import org.jspecify.annotations.Nullable;

/**
 * An assessment put into words: what decided, on which facts, what is missing, and what would raise
 * the grade.
 */
public final class Explanation {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Assessment assessment;
    private final ClinicalPicture picture;
    private final MissingStated missing;
    private final ZoneId zone;
    private final boolean clockTimes;
    private final @Nullable Instant infusion;

    /**
     * Facts with their ages.
     *
     * @param zone for the clock times in the words
     */
    public Explanation(Assessment assessment, ZoneId zone) {
        this(assessment, zone, false, null);
    }

    private Explanation(
            Assessment assessment, ZoneId zone, boolean clockTimes, @Nullable Instant infusion) {
        this.assessment = assessment;
        this.picture = assessment.picture();
        this.zone = zone;
        this.clockTimes = clockTimes;
        this.infusion = infusion;
        this.missing = new MissingStated(assessment);
    }

    /**
     * Facts with the clock times at which they were so, for words that will be read later, such as
     * an alarm's.
     */
    public static Explanation withClockTimes(Assessment assessment, ZoneId zone) {
        return new Explanation(assessment, zone, true, null);
    }

    /**
     * Facts with their ages, and points in time as days and hours after the infusion of cells, for
     * readers who know a stay by these.
     */
    public static Explanation countingFrom(
            @Nullable Infusion infusion, Assessment assessment, ZoneId zone) {
        return new Explanation(assessment, zone, false, infusion == null ? null : infusion.at());
    }

    /** The criterion that decides, in the words of the scale. */
    public String criterion() {
        return assessment.deciding().criterion(assessment.policy());
    }

    /**
     * The facts behind the deciding criterion, with their ages; empty when no fact stands behind
     * it.
     */
    public String decidingFact() {
        return String.join(", ", decidingFacts());
    }

    /** The same one by one, each as it stands among {@link #facts}. */
    public List<String> decidingFacts() {
        return FactsStated.deciding(assessment).stream().map(this::words).toList();
    }

    /** Every fact that the axes looked at, those that decide first. */
    public List<String> facts() {
        List<String> words = new ArrayList<>();
        for (StatedFact fact : statedFacts()) {
            words.add(words(fact));
        }
        return words;
    }

    /** The same facts with their times and how they were measured, those that decide first. */
    public List<StatedFact> statedFacts() {
        Set<StatedFact> facts = new LinkedHashSet<>(FactsStated.deciding(assessment));
        facts.addAll(FactsStated.on(assessment.deciding().axis(), assessment));
        for (Axis axis : List.of(Axis.PRESSURE, Axis.OXYGEN, Axis.ORGANS, Axis.FEVER)) {
            if (assessment.scale().gradesCrs()) {
                facts.addAll(FactsStated.on(axis, assessment));
            }
        }
        return List.copyOf(facts);
    }

    private String words(StatedFact fact) {
        Instant at = fact.at();
        if (at == null) {
            return fact.words();
        }
        Instant doseSince = fact.doseSince();
        String when = fact.since() ? since(at) : when(at);
        if (doseSince != null && !doseSince.equals(at)) {
            boolean unknown = fact.words().endsWith(Wording.DOSE_UNKNOWN);
            when =
                    "running %s, %s %s"
                            .formatted(
                                    when, unknown ? "unknown" : "at this dose", since(doseSince));
        }
        return "%s (%s%s)"
                .formatted(
                        fact.words(),
                        when,
                        fact.measured().isEmpty() ? "" : ", " + fact.measured());
    }

    /** What is not known and could change the grade, each with the range it opens. */
    public List<String> missing() {
        List<String> words = new ArrayList<>();
        for (Finding finding : assessment.open()) {
            MissingFact fact = finding.missing();
            if (fact != null) {
                String state = state(fact);
                words.add(
                        "%s (%s%d to %d)"
                                .formatted(
                                        text(fact),
                                        state.isEmpty() ? "" : state + ", ",
                                        finding.range().lowest(),
                                        finding.range().highest()));
            }
        }
        return words;
    }

    /** A missing fact in words, as closely as this picture allows. */
    public String text(MissingFact fact) {
        return missing.text(fact);
    }

    /**
     * How long a missing fact has been missing, for instance "last charted 9 h ago"; empty when it
     * is not a parameter that is charted over and over.
     */
    public String state(MissingFact fact) {
        return missing.state(fact);
    }

    /** What must be known beside the grade; an attribution with its cause. */
    public List<String> notes() {
        return assessment.notes().stream().map(this::note).toList();
    }

    private String note(Note note) {
        if (note != Note.OTHER_CAUSE || picture.attributedWhole()) {
            return note.text();
        }
        StringJoiner parts = new StringJoiner("; ");
        attributed("pressure", AttributionScope.PRESSURE, parts);
        attributed("oxygen support", AttributionScope.OXYGEN, parts);
        return parts.toString();
    }

    private void attributed(String part, AttributionScope scope, StringJoiner parts) {
        String cause = picture.attributions().get(scope);
        if (cause != null) {
            parts.add("%s %s: %s".formatted(part, Note.OTHER_CAUSE.text(), cause));
        }
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
                                moment(override.at()),
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
            if (note != Note.FIO2_ESTIMATED || oxygenDecides()) {
                text.append("; ").append(note(note));
            }
        }
        GradeRange wouldBe = assessment.wouldBe();
        if (wouldBe != null) {
            text.append("; would be ").append(wouldBe);
        }
        if (!override().isEmpty()) {
            text.append("; ").append(override());
        }
        return OneLine.of(text.append('.').toString());
    }

    /** Whether the oxygen is as grave as the grade, or may be. */
    private boolean oxygenDecides() {
        return assessment.findings().stream()
                .filter(finding -> finding.axis() == Axis.OXYGEN)
                .anyMatch(f -> f.range().highest() >= assessment.range().lowest());
    }

    private String moment(Instant at) {
        return infusion == null
                ? DAY_AND_CLOCK.format(at.atZone(zone))
                : Wording.dayAndHour(infusion, at);
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
