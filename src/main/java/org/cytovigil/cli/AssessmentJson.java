package org.cytovigil.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Episode;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.Finding;
import org.cytovigil.grading.GradeCourse;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.MissingFact;
import org.cytovigil.grading.Setting;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.grading.StatedFact;
import org.cytovigil.grading.TimedRise;
import org.cytovigil.monitor.RejectedFact;
import org.cytovigil.monitor.StayMonitor;

/** Assessments, episodes and rejected facts as JSON; documented in the guide to the commands. */
final class AssessmentJson {
    private static final double MILLIS_PER_HOUR = 3_600_000;

    private final StayMonitor monitor;

    AssessmentJson(StayMonitor monitor) {
        this.monitor = monitor;
    }

    /** One scale's grade with all its reasons. */
    void assessment(ObjectNode grade, Assessment assessment) {
        Explanation explanation =
                Explanation.countingFrom(monitor.stay().infusion(), assessment, ZoneOffset.UTC);
        range(grade, assessment.range());
        grade.put("sentence", explanation.sentence());
        grade.put("criterion", explanation.criterion());
        grade.put("source", assessment.deciding().source());
        ArrayNode axes = grade.putArray("axes");
        assessment
                .findings()
                .forEach(finding -> finding(axes.addObject(), finding, assessment.policy()));
        ArrayNode facts = grade.putArray("facts");
        explanation.statedFacts().forEach(f -> fact(facts.addObject(), f, assessment.at()));
        ArrayNode missing = grade.putArray("missing");
        for (Finding finding : assessment.open()) {
            MissingFact fact = finding.missing();
            if (fact != null) {
                ObjectNode open = missing.addObject();
                open.put("fact", explanation.text(fact));
                open.put("state", explanation.state(fact));
                range(open.putObject("opens"), finding.range());
            }
        }
        ArrayNode notes = grade.putArray("notes");
        explanation.notes().forEach(notes::add);
        ArrayNode raisedBy = grade.putArray("raisedBy");
        assessment.raisedBy().forEach(raisedBy::add);
        TimedRise rise = assessment.timedRise();
        if (rise != null) {
            ObjectNode timed = grade.putObject("rise");
            time(timed, "due", rise.at());
            range(timed, rise.to());
        }
        ArrayNode settings = grade.putArray("settings");
        assessment.settings().forEach(s -> setting(settings.addObject(), s, assessment));
        GradeRange wouldBe = assessment.wouldBe();
        if (wouldBe != null) {
            range(grade.putObject("wouldBe"), wouldBe);
        }
        GradeOverride override = assessment.override();
        if (override != null) {
            ObjectNode set = grade.putObject("override");
            set.put("grade", override.grade());
            set.put("reason", override.reason());
            set.put("by", override.by());
            time(set, "set", override.at());
        }
        grade.put("policy", assessment.policyVersion());
    }

    /** The episodes, oldest first. */
    void episodes(ArrayNode episodes) {
        for (Episode episode : monitor.episodes()) {
            ObjectNode node = episodes.addObject();
            node.put("number", episode.number());
            time(node, "onset", episode.onset());
            Instant resolved = episode.resolved();
            if (resolved != null) {
                time(node, "resolved", resolved);
            }
            Instant closed = episode.closed();
            if (closed != null) {
                time(node, "closed", closed);
            }
            ObjectNode grades = node.putObject("grades");
            for (ScaleId scale : ScaleId.values()) {
                GradeCourse course = episode.courses().get(scale);
                if (course != null) {
                    course(grades.putObject(scale.id()), course);
                }
            }
        }
    }

    /** The facts that are kept and not graded. */
    void rejected(ArrayNode rejected) {
        for (RejectedFact fact : monitor.rejected()) {
            ObjectNode node = rejected.addObject();
            time(node, "charted", fact.at());
            node.put("reason", fact.reason());
        }
    }

    private void course(ObjectNode node, GradeCourse course) {
        node.put("peak", course.peak());
        time(node, "peak", course.peakAt());
        node.put("possiblePeak", course.possiblePeak());
        ArrayNode hours = node.putArray("hoursAtGrade");
        course.atGrade().forEach(duration -> hours.add(hours(duration)));
        node.put("hoursUndetermined", hours(course.undetermined()));
    }

    private static void finding(ObjectNode node, Finding finding, SitePolicy policy) {
        node.put("axis", finding.axis().name().toLowerCase(Locale.ROOT));
        range(node, finding.range());
        node.put("criterion", finding.criterion(policy));
        node.put("source", finding.source());
    }

    private void fact(ObjectNode node, StatedFact fact, Instant now) {
        node.put("axis", fact.axis().name().toLowerCase(Locale.ROOT));
        node.put("words", fact.words());
        Instant at = fact.at();
        if (at != null) {
            time(node, fact.since() ? "since" : "charted", at);
            node.put("ageMinutes", Duration.between(at, now).toMinutes());
            Instant doseSince = fact.doseSince();
            if (doseSince != null) {
                time(node, "doseSince", doseSince);
            }
            node.put("author", monitor.authorsAt(doseSince == null ? at : doseSince));
        }
        if (!fact.measured().isEmpty()) {
            node.put("measured", fact.measured());
        }
    }

    private static void setting(ObjectNode node, Setting<?> setting, Assessment assessment) {
        node.put("key", setting.key());
        node.put("value", assessment.policy().text(setting));
        node.put("meaning", setting.meaning());
        node.put("source", setting.source());
    }

    private static void range(ObjectNode node, GradeRange range) {
        node.put("lowest", range.lowest()).put("highest", range.highest());
    }

    /**
     * What the hours of this stay are counted from; a day of a stay is one after the infusion only.
     */
    void origin(ObjectNode stay) {
        stay.put("hoursSince", monitor.stay().infusion() == null ? "admission" : "infusion");
    }

    /** The time as an instant, and as hours after the infusion, which is what case files have. */
    private void time(ObjectNode node, String name, Instant at) {
        node.put(name + "At", at.toString());
        node.put(name + "Hours", hours(Duration.between(monitor.stay().dayZero(), at)));
    }

    private static double hours(Duration duration) {
        return Math.rint(duration.toMillis() / MILLIS_PER_HOUR * 10_000) / 10_000;
    }
}
