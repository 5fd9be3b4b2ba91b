package org.cytovigil.grading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.jspecify.annotations.Nullable;

/**
 * The grades of one stay over time, fact by fact in the order of their times: the picture, every
 * scale, the episodes, the policy of the moment, and the grades that clinicians set. Adding a fact
 * and assessing cost the same however long the record is. Not safe for several threads.
 */
// [impl->req~grading.override~1]
public final class GradeFold {
    private final PolicyTimeline policies;
    private final List<GradingScale> scales;
    private final PictureFold fold;
    private final EpisodeLog episodes;

    // The computed grade that an override has seen: only a rise above both ends the override.
    private final Map<ScaleId, Integer> overridden = new EnumMap<>(ScaleId.class);

    /** A fold that has seen nothing yet. */
    public GradeFold(Patient patient, PolicyTimeline policies, List<GradingScale> scales) {
        this.policies = policies;
        this.scales = List.copyOf(scales);
        this.fold = new PictureFold(patient, policies.held().getFirst().policy());
        this.episodes = new EpisodeLog();
    }

    /** A copy that goes its own way from here. */
    public GradeFold(GradeFold other) {
        this(other, other.policies);
    }

    /**
     * A copy that goes its own way from here, by policies that are the same up to here.
     *
     * @param policies the timeline to go on by
     */
    public GradeFold(GradeFold other, PolicyTimeline policies) {
        this.policies = policies;
        scales = other.scales;
        fold = new PictureFold(other.fold);
        episodes = new EpisodeLog(other.episodes);
        overridden.putAll(other.overridden);
    }

    /**
     * Adds a fact; those of one moment form one charted set.
     *
     * @throws IllegalArgumentException when {@code at} is earlier than a fact already added
     */
    public void add(Instant at, Observation observation) {
        goBy(at);
        fold.add(at, observation);
    }

    /**
     * Grades a moment on every scale and takes it down in the episodes. Moments come in the order
     * of time, none left out at which {@link #nextChange} says that something changes.
     */
    public List<Assessment> assess(Instant at) {
        goBy(at);
        ClinicalPicture picture = fold.picture(at);
        List<Assessment> assessments = assess(picture);
        if (!picture.overrides().isEmpty() && endOvertaken(assessments)) {
            picture = fold.picture(at);
            assessments = assess(picture);
        }
        episodes.step(picture, assessments);
        return assessments;
    }

    /** What every scale says of a moment between two changes; nothing is taken down. */
    public List<Assessment> look(Instant at) {
        goBy(at);
        return assess(fold.picture(at));
    }

    /** What is known at a moment, not before the latest fact. */
    public ClinicalPicture picture(Instant at) {
        goBy(at);
        return fold.picture(at);
    }

    /** All episodes up to a moment, oldest first; empty when there was none. */
    public List<Episode> episodes(Instant now) {
        return episodes.episodes(now);
    }

    /** The policy of the latest moment looked at. */
    public SitePolicy policy() {
        return fold.policy();
    }

    /**
     * The first moment after {@code after} at which a grade can change by time alone: something
     * turns stale, a high dose has run long enough, or another policy holds.
     *
     * @return {@code null} when nothing will change without a new fact
     */
    public @Nullable Instant nextChange(Instant after) {
        Instant change = fold.nextChange(after);
        Instant policy = policies.held().size() == 1 ? null : policies.nextChange(after);
        if (change == null || policy == null) {
            return change == null ? policy : change;
        }
        return policy.isBefore(change) ? policy : change;
    }

    /** Calls the patient by another name and number; nothing graded changes. */
    public void name(Patient known) {
        fold.name(known);
    }

    private void goBy(Instant at) {
        if (policies.held().size() == 1) {
            return;
        }
        SitePolicy due = policies.at(at);
        if (!due.equals(fold.policy())) {
            fold.adopt(at, due);
        }
    }

    private List<Assessment> assess(ClinicalPicture picture) {
        List<Assessment> assessments = new ArrayList<>(scales.size());
        for (int i = 0; i < scales.size(); i++) {
            assessments.add(scales.get(i).assess(picture, fold.policy()));
        }
        return Collections.unmodifiableList(assessments);
    }

    /**
     * A grade that a clinician set ends when the computed one rises above it (Clinical basis
     * section 5). One set below the computed grade stands until the computed one rises further, or
     * has fallen and rises again. A grade that may still be as high, for want of a fact, has not
     * fallen.
     */
    private boolean endOvertaken(List<Assessment> assessments) {
        boolean ended = false;
        for (Assessment assessment : assessments) {
            GradeOverride override = assessment.override();
            if (override == null) {
                overridden.remove(assessment.scale());
                continue;
            }
            GradeRange computed = assessment.range();
            Integer before = overridden.get(assessment.scale());
            if (before == null || override.at().equals(assessment.at())) {
                overridden.put(assessment.scale(), computed.lowest());
            } else if (computed.lowest() > Math.max(before, override.grade())) {
                fold.endOverride(assessment.scale());
                overridden.remove(assessment.scale());
                ended = true;
            } else {
                overridden.put(assessment.scale(), Math.min(before, computed.highest()));
            }
        }
        return ended;
    }
}
