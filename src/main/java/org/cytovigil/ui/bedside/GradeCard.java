package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.grading.Note;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.StayTime;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The grade in words: what it is, why, what would raise it, what is missing.
 *
 * @param range the grade, or {@code null} when nothing was graded yet
 * @param title "ASTCT 2019 grade 3"
 * @param since since when the grade stands, or empty
 * @param others the other scales in one line
 * @param criterion the criterion that decides
 * @param facts what the scale looked at
 * @param nextUp what would raise the grade
 * @param missing what is not known and could change the grade
 * @param notes what must be known beside the grade
 * @param wouldBe the grade without attributions or with fever, in words; empty when the same
 */
public record GradeCard(
        @Nullable GradeRange range,
        String title,
        String since,
        String others,
        String criterion,
        List<Fact> facts,
        List<String> nextUp,
        List<String> missing,
        List<String> notes,
        String wouldBe) {

    /** A fact, and whether the deciding criterion rests on it. */
    public record Fact(String text, boolean deciding) {}

    /** Nothing graded yet. */
    static GradeCard none() {
        return new GradeCard(
                null,
                Texts.of("grade.none"),
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    static GradeCard of(StaySnapshot snapshot, ScaleId scale, Instant now, ZoneId zone) {
        Assessment assessment = snapshot.assessment(scale);
        if (assessment == null) {
            return none();
        }
        Explanation words = new Explanation(assessment, zone);
        List<Fact> facts = new ArrayList<>();
        String deciding = words.decidingFact();
        for (String fact : words.facts()) {
            facts.add(new Fact(fact, fact.equals(deciding)));
        }
        GradeRange wouldBe = assessment.wouldBe();
        return new GradeCard(
                assessment.range(),
                Texts.of(
                        assessment.range().determined()
                                ? "bedside.grade.title"
                                : "bedside.grade.title-range",
                        scale.title(),
                        assessment.range()),
                since(snapshot, assessment, now),
                others(snapshot, scale),
                words.criterion(),
                List.copyOf(facts),
                List.copyOf(words.raisedBy()),
                List.copyOf(words.missing()),
                assessment.notes().stream().map(Note::text).toList(),
                wouldBe == null ? "" : Texts.of("bedside.grade.would-be", wouldBe));
    }

    /** Changes of reason within one grade do not restart its time. */
    private static String since(StaySnapshot snapshot, Assessment assessment, Instant now) {
        Instant since = null;
        for (Assessment change : snapshot.history(assessment.scale()).reversed()) {
            if (!change.range().equals(assessment.range())) {
                break;
            }
            // A value turns stale the instant after its span: that is no minute's difference.
            since = change.at().truncatedTo(ChronoUnit.SECONDS);
        }
        return since == null
                ? ""
                : Texts.of(
                        "bedside.grade.since",
                        StayTime.dayAndHour(snapshot.stay().infusion().at(), since),
                        Wording.age(since, now));
    }

    private static String others(StaySnapshot snapshot, ScaleId scale) {
        List<String> others = new ArrayList<>();
        for (ScaleId other : ScaleId.values()) {
            Assessment assessment = snapshot.assessment(other);
            if (other != scale && other.gradesCrs() && assessment != null) {
                others.add((other.title() + " " + assessment.range()).replace(' ', '\u00a0'));
            }
        }
        return String.join(" · ", others);
    }
}
