package org.cytovigil.ui.bedside;

import java.util.List;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The grade in words: what it is, why, what is missing, what would raise it, and what else a reader
 * must know. Two equal cards look the same.
 *
 * @param stay whose grade it is, or {@code null} before a patient is shown
 * @param range the grade to act on, or {@code null} when nothing was graded yet
 * @param title "ASTCT 2019 grade 3"
 * @param since since when the grade stands, or when and by whom it was set; or empty
 * @param computed the computed grade beside one that a clinician set; {@code null} when none is set
 * @param others the other scales in one line
 * @param why what decides
 * @param missing what is not known and could change the grade
 * @param nextUp what would raise the grade, a rise by time alone first
 * @param due what is due, overdue first
 * @param notes what must be known beside the grade, what it would be without attributions included
 * @param settings the decisions of the site on which the grade rests
 * @param episode the latest episode, or {@code null} when nothing was graded yet
 * @param neurology neurotoxicity, or {@code null} when it was not graded yet
 * @param rejected the latest facts that are kept and not graded, newest first
 * @param revised the latest facts that came late, were corrected or taken out, newest first
 * @param derived values worked out of the same facts, for the eye
 * @param policy the version of the policy in force; empty when nothing was graded yet
 */
public record GradeCard(
        @Nullable StayId stay,
        @Nullable GradeRange range,
        String title,
        String since,
        @Nullable Computed computed,
        String others,
        Why why,
        List<String> missing,
        List<String> nextUp,
        List<DueRow> due,
        List<String> notes,
        List<Line> settings,
        @Nullable EpisodeCard episode,
        @Nullable NeurologyCard neurology,
        List<Line> rejected,
        List<Line> revised,
        List<DerivedRow> derived,
        String policy) {

    /**
     * The computed grade where a clinician has set another.
     *
     * @param title "computed at least 2 (up to 4)"
     * @param since since when it stands, or empty
     */
    public record Computed(GradeRange range, String title, String since) {}

    /**
     * What decides.
     *
     * @param set the clinician's grade with author, time and reason; empty when none is set
     * @param criterion the criterion that decides the computed grade
     * @param source where that criterion stands
     * @param facts what the scale looked at
     */
    public record Why(String set, String criterion, String source, List<Fact> facts) {
        static final Why NONE = new Why("", "", "", List.of());
    }

    /** A fact, and whether the deciding criterion rests on it. */
    public record Fact(String text, boolean deciding) {}

    /** A line, and in smaller type what is said of it; the latter may be empty. */
    public record Line(String text, String detail) {}

    /** Nothing graded yet. */
    static GradeCard none() {
        return new GradeCard(
                null,
                null,
                Texts.of("grade.none"),
                "",
                null,
                "",
                Why.NONE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    /** What the facts of the axes say, without a clinician's grade. */
    List<Fact> facts() {
        return why.facts();
    }

    /** Whether a clinician has set the grade. */
    public boolean isSet() {
        return computed != null;
    }
}
