package org.cytovigil.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Episode;
import org.cytovigil.grading.GradeFold;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.PolicyTimeline;
import org.jspecify.annotations.Nullable;

/**
 * The grades of one stay along its facts, at every moment at which one can change. The past is
 * graded anew from the nearest checkpoint when a fact of it comes, changes or goes. One thread
 * only.
 */
final class StayGrades {
    private static final int FACTS_PER_CHECKPOINT = 256;

    private final FactList facts;
    private final BagChanges bagChanges;
    private final List<GradingScale> scales;
    private final Instant begin;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<ScaleId, GradeHistory> histories = new EnumMap<>(ScaleId.class);
    private final Map<ScaleId, Assessment> present = new EnumMap<>(ScaleId.class);
    private PolicyTimeline policies;
    private GradeFold fold;
    private int folded;
    private @Nullable Instant reached;

    /** The latest moment that the fold has graded, be it for a fact or by time alone. */
    private @Nullable Instant stepped;

    /** From where the past is to be graded anew before anyone looks; {@code null} for nothing. */
    private @Nullable Instant changedFrom;

    /** The fold before the latest set, so that a fact that belongs to it costs no long way back. */
    private @Nullable Checkpoint recent;

    /** The fold before fact {@code index}, graded up to {@code stepped}. */
    private record Checkpoint(int index, @Nullable Instant stepped, GradeFold fold) {
        /** Whether nothing was graded at that moment or later. */
        boolean isBefore(Instant at) {
            return stepped == null || stepped.isBefore(at);
        }

        void name(Patient patient) {
            fold.name(patient);
        }

        Checkpoint adopting(PolicyTimeline next) {
            return new Checkpoint(index, stepped, new GradeFold(fold, next));
        }
    }

    /**
     * @param facts the facts to grade; whoever changes them says so here
     * @param begin the present before the first {@link #advance}
     */
    StayGrades(
            FactList facts,
            Patient patient,
            PolicyTimeline policies,
            List<GradingScale> scales,
            Instant begin) {
        this.facts = facts;
        this.bagChanges = new BagChanges(facts);
        this.policies = policies;
        this.scales = List.copyOf(scales);
        this.begin = begin;
        this.fold = new GradeFold(patient, policies, scales);
        for (GradingScale scale : scales) {
            histories.put(scale.id(), new GradeHistory());
        }
    }

    /** Calls the patient by another name and number; nothing is graded anew. */
    void name(Patient known) {
        fold.name(known);
        checkpoints.forEach(checkpoint -> checkpoint.name(known));
        if (recent != null) {
            recent.name(known);
        }
        if (reached != null && changedFrom == null) {
            look(reached);
        }
    }

    /** Grades everything anew, of a patient who was always so. */
    void startAnew(Patient known) {
        GradeFold anew = new GradeFold(known, policies, scales);
        checkpoints.clear();
        recent = null;
        if (reached == null) {
            fold = anew;
            return;
        }
        checkpoints.add(new Checkpoint(0, null, anew));
        changed(Instant.MIN);
    }

    /** A fact was taken out of the list. */
    void retracted(TimedFact fact) {
        if (reached != null && !fact.at().isAfter(reached)) {
            folded--;
            changed(fact.at().truncatedTo(ChronoUnit.MINUTES));
        }
    }

    /**
     * Goes by another policy from a moment on. Nothing before it is regraded.
     *
     * @throws IllegalArgumentException when the policy would hold from the past on
     */
    void adopt(PolicyTimeline next) {
        Instant from = next.held().getLast().from();
        if (reached != null && !from.isAfter(reached)) {
            throw new IllegalArgumentException(
                    "a policy from " + from + " on would regrade what was shown before " + reached);
        }
        settle();
        policies = next;
        fold = new GradeFold(fold, next);
        checkpoints.replaceAll(checkpoint -> checkpoint.adopting(next));
        recent = recent == null ? null : recent.adopting(next);
    }

    /** A fact was put into the list at a place. */
    void added(TimedFact fact, int place) {
        boolean resumes = bagChanges.resumes(fact, place, folded);
        if (reached == null || (fact.at().isAfter(reached) && !resumes)) {
            return;
        }
        // What was graded at this moment or later, by time alone too, stands in the episodes and in
        // the grades that clinicians set: it must be taken back, not only graded over.
        boolean ahead = checkpoints.isEmpty() || stepped == null || stepped.isBefore(fact.at());
        boolean last = place == folded && !resumes && changedFrom == null;
        if (last && ahead) {
            Instant now = reached;
            forgetFrom(fact.at());
            walk(fact.at(), now, assessment -> {});
            return;
        }
        if (!fact.at().isAfter(reached)) {
            folded++;
        }
        changed(last ? fact.at() : fact.at().truncatedTo(ChronoUnit.MINUTES));
    }

    /**
     * The past changed from a moment on. It is graded anew when someone looks, once for all facts
     * that arrive together: thousands in one second must not cost thousands of gradings of it.
     */
    private void changed(Instant from) {
        if (changedFrom == null || from.isBefore(changedFrom)) {
            changedFrom = from;
        }
    }

    private void settle() {
        Instant from = changedFrom;
        if (from != null && reached != null) {
            changedFrom = null;
            walk(rewind(from), reached, assessment -> {});
        }
    }

    /**
     * Moves the present forward and grades every moment on the way.
     *
     * @param now the new present, not before the former one
     * @param step told of each assessment on the way, scale by scale, in the order of time
     */
    void advance(Instant now, Consumer<Assessment> step) {
        if (reached != null && now.isBefore(reached)) {
            throw new IllegalArgumentException(
                    "the present cannot go back from " + reached + " to " + now);
        }
        settle();
        walk(reached, now, step);
    }

    /** Whether the present of this stay lies before that moment. */
    boolean isBefore(Instant at) {
        return reached == null || reached.isBefore(at);
    }

    /** Whether the present of this stay is that moment. */
    boolean isAt(Instant at) {
        return at.equals(reached);
    }

    /** The present picture; as of the latest {@link #advance}. */
    ClinicalPicture picture() {
        settle();
        return fold.picture(present());
    }

    /**
     * The present assessment on a scale; {@code null} before the first {@link #advance} or for a
     * scale not graded.
     */
    @Nullable Assessment assessment(ScaleId scale) {
        settle();
        return present.get(scale);
    }

    /** The moments at which grade or reason changed, oldest first; empty for a scale not graded. */
    List<Assessment> history(ScaleId scale) {
        settle();
        GradeHistory history = histories.get(scale);
        return history == null ? List.of() : history.changes();
    }

    /** The episodes of CRS up to the present, oldest first; empty when there was none. */
    List<Episode> episodes() {
        settle();
        return fold.episodes(present());
    }

    private Instant present() {
        return reached == null ? begin : reached;
    }

    private void walk(@Nullable Instant from, Instant now, Consumer<Assessment> step) {
        Instant at = from;
        while (true) {
            Instant nextFact = folded < facts.size() ? facts.get(folded).at() : null;
            Instant nextChange = at == null ? null : fold.nextChange(at);
            boolean factFirst =
                    nextFact != null && (nextChange == null || !nextChange.isBefore(nextFact));
            Instant next = factFirst ? nextFact : nextChange;
            if (next == null || next.isAfter(now)) {
                break;
            }
            at = next;
            if (factFirst) {
                takeSet(at);
            }
            assess(at, step);
        }
        reached = now;
        look(now);
    }

    private void look(Instant now) {
        for (Assessment assessment : fold.look(now)) {
            present.put(assessment.scale(), assessment);
        }
    }

    private void takeSet(Instant at) {
        if (checkpoints.isEmpty()
                || folded - checkpoints.getLast().index() >= FACTS_PER_CHECKPOINT) {
            checkpoints.add(new Checkpoint(folded, stepped, new GradeFold(fold)));
        } else if (facts.get(facts.size() - 1).at().equals(at)) {
            recent = new Checkpoint(folded, stepped, new GradeFold(fold));
        }
        while (folded < facts.size() && facts.get(folded).at().equals(at)) {
            TimedFact fact = facts.get(folded);
            if (!bagChanges.runsOn(fact, folded, fold)) {
                fold.add(at, fact.observation());
            }
            folded++;
        }
    }

    private void assess(Instant at, Consumer<Assessment> step) {
        stepped = at;
        for (Assessment assessment : fold.assess(at)) {
            GradeHistory history = histories.get(assessment.scale());
            if (history != null) {
                history.add(assessment);
            }
            step.accept(assessment);
        }
    }

    /**
     * Goes back to a checkpoint before which nothing of that moment or later was graded.
     *
     * @return from where to walk on, or {@code null} for the beginning
     */
    private @Nullable Instant rewind(Instant at) {
        while (checkpoints.size() > 1 && !checkpoints.getLast().isBefore(at)) {
            checkpoints.removeLast();
        }
        if (recent != null && !recent.isBefore(at)) {
            recent = null;
        }
        Checkpoint checkpoint = checkpoints.getLast();
        if (recent != null && recent.index() > checkpoint.index()) {
            checkpoint = recent;
        }
        fold = new GradeFold(checkpoint.fold());
        folded = checkpoint.index();
        stepped = checkpoint.stepped();
        if (folded == 0 || stepped == null) {
            stepped = null;
            forgetFrom(Instant.MIN);
            return null;
        }
        forgetFrom(stepped.plusNanos(1));
        return stepped;
    }

    private void forgetFrom(Instant at) {
        for (GradeHistory history : histories.values()) {
            history.forgetFrom(at);
        }
    }
}
