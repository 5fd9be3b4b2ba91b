package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Episode;
import org.cytovigil.grading.GradeFold;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Entry;
import org.cytovigil.ledger.StayIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Folds the facts of one stay into pictures and grades, at every moment at which a grade can
 * change: when a fact is charted and when one turns stale. Facts may come in any order; a late,
 * corrected or retracted one regrades from its own time on. The result depends on the facts, the
 * policies and the present moment alone, never on how often {@link #advance} was called. Times are
 * told apart by the millisecond. One thread only.
 */
// [impl->req~monitor.fold~1]
public final class StayMonitor {
    private static final int FACTS_PER_CHECKPOINT = 256;

    private final Stay admitted;
    private final StayIdentity identity;
    private final List<GradingScale> scales;
    private final FactList facts = new FactList();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<ScaleId, GradeHistory> histories = new EnumMap<>(ScaleId.class);
    private final Map<ScaleId, Assessment> present = new EnumMap<>(ScaleId.class);
    private final RejectedFacts rejected = new RejectedFacts();
    private Stay stay;
    private PolicyTimeline policies;
    private @Nullable StaySeries series = new StaySeries();
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
     * @param scales those to grade by; the histories of others stay empty
     */
    public StayMonitor(Stay stay, PolicyTimeline policies, List<GradingScale> scales) {
        this.admitted = stay;
        this.identity = new StayIdentity(stay);
        this.scales = List.copyOf(scales);
        this.stay = stay;
        this.policies = policies;
        this.fold = new GradeFold(stay.patient(), policies, scales);
        for (GradingScale scale : scales) {
            histories.put(scale.id(), new GradeHistory());
        }
    }

    /** Grades by one policy. */
    public StayMonitor(Stay stay, SitePolicy policy, List<GradingScale> scales) {
        this(stay, PolicyTimeline.always(policy), scales);
    }

    /** The stay as known now, with everything that was amended since its admission. */
    public Stay stay() {
        return stay;
    }

    /**
     * Takes what an entry says of the facts of this stay; one that says nothing changes nothing.
     */
    public void take(Entry entry) {
        String author = entry.author().name();
        switch (entry.event()) {
            case Entry.Observed observed ->
                    observe(entry.at(), entry.learned(), author, observed.observation());
            case Entry.Corrected corrected -> {
                retract(entry.at(), entry.learned(), corrected.was());
                observe(entry.at(), entry.learned(), author, corrected.is());
            }
            case Entry.Retracted retracted ->
                    retract(entry.at(), entry.learned(), retracted.observation());
            case Entry.InfusionCharted charted -> amend(entry);
            case Entry.PatientIdentified identified -> amend(entry);
            case Entry.Admitted first -> {}
            case Entry.AdmissionCancelled cancelled -> {}
            case Entry.Moved moved -> {}
            case Entry.Discharged discharged -> {}
            case Entry.DischargeCancelled cancelled -> {}
            case Entry.Acknowledged answered -> {}
        }
    }

    /**
     * Takes what was always so and is known only now. No grade hangs on name, number or infusion;
     * age, weight and baseline regrade the stay from its start. Whether the time of a fact can be
     * goes by the stay as it was admitted, so that the order of amendments and facts decides
     * nothing.
     */
    // [impl->req~monitor.stay-amended~1]
    private void amend(Entry entry) {
        Patient before = stay.patient();
        identity.take(entry);
        stay = identity.stay();
        Patient known = stay.patient();
        if (known.equals(before)) {
            return;
        }
        if (known.gradedLike(before)) {
            fold.name(known);
            checkpoints.forEach(checkpoint -> checkpoint.name(known));
            if (recent != null) {
                recent.name(known);
            }
            if (reached != null && changedFrom == null) {
                look(reached);
            }
            return;
        }
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

    /**
     * Takes a fact that was learned when it was so.
     *
     * @see #observe(Instant, Instant, String, Observation)
     */
    public void observe(Instant at, Observation observation) {
        observe(at, at, "", observation);
    }

    /**
     * Takes a fact. It counts from its own time on; one later than the present waits until {@link
     * #advance} reaches it. The same fact told again changes nothing. A fact whose time cannot be,
     * or of a live stay lies in the future by more than clocks go apart, is kept as rejected.
     *
     * @param learned when the program learned it; of a fact and its retraction the later stands
     * @param author who or what says so, or empty
     */
    public void observe(Instant at, Instant learned, String author, Observation observation) {
        TimedFact fact = timed(at, observation);
        Optional<String> fault = FactTime.fault(admitted, at, learned);
        if (fault.isPresent()) {
            if (!facts.isRetracted(fact, learned)) {
                rejected.add(new RejectedFact(fact.at(), observation, fault.get()));
            }
            return;
        }
        int place = facts.add(fact, new FactList.Provenance(learned, author));
        if (place < 0) {
            return;
        }
        if (series != null) {
            series.add(fact.at(), observation, policies.at(fact.at()));
        }
        judge(fact);
        regrade(fact, place);
    }

    /**
     * Takes a fact out, whether it came already or comes later, and regrades from its time on.
     *
     * @param learned when the program learned of the retraction
     */
    public void retract(Instant at, Instant learned, Observation observation) {
        TimedFact fact = timed(at, observation);
        boolean stood = facts.retract(fact, learned);
        if (stood || !facts.holds(fact)) {
            rejected.remove(fact.at(), observation);
        }
        if (!stood) {
            return;
        }
        series = null;
        if (reached != null && !fact.at().isAfter(reached)) {
            folded--;
            changed(fact.at().truncatedTo(ChronoUnit.MINUTES));
        }
    }

    private static TimedFact timed(Instant at, Observation observation) {
        return new TimedFact(at.truncatedTo(ChronoUnit.MILLIS), observation);
    }

    /**
     * Goes by another policy from a moment on. Nothing before it is regraded.
     *
     * @param next the timeline with that policy at its end
     * @throws IllegalArgumentException when the policy would hold from the past on
     */
    public void adopt(PolicyTimeline next) {
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
        judgeAnew(from);
    }

    /** What lies ahead was taken by the policy that was known when it came. */
    private void judgeAnew(Instant from) {
        List<TimedFact> ahead =
                facts.all().stream().filter(fact -> !fact.at().isBefore(from)).toList();
        if (ahead.isEmpty()) {
            return;
        }
        series = null;
        for (TimedFact fact : ahead) {
            rejected.remove(fact.at(), fact.observation());
            judge(fact);
        }
    }

    /** Tells of a fact that cannot be. */
    private void judge(TimedFact fact) {
        policies.at(fact.at())
                .plausibility()
                .fault(fact.observation())
                .ifPresent(
                        reason ->
                                rejected.add(
                                        new RejectedFact(fact.at(), fact.observation(), reason)));
    }

    private void regrade(TimedFact fact, int place) {
        boolean resumes = resumes(fact, place);
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
    public void advance(Instant now, Consumer<Assessment> step) {
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
    public ClinicalPicture picture() {
        settle();
        return fold.picture(present());
    }

    /**
     * The present assessment on a scale; {@code null} before the first {@link #advance} or for a
     * scale not graded.
     */
    public @Nullable Assessment assessment(ScaleId scale) {
        settle();
        return present.get(scale);
    }

    /** The moments at which grade or reason changed, oldest first; empty for a scale not graded. */
    public List<Assessment> history(ScaleId scale) {
        settle();
        GradeHistory history = histories.get(scale);
        return history == null ? List.of() : history.changes();
    }

    /** The episodes of CRS up to the present, oldest first; empty when there was none. */
    public List<Episode> episodes() {
        settle();
        return fold.episodes(present());
    }

    /** The latest facts that are kept and not graded, oldest first. */
    public List<RejectedFact> rejected() {
        return rejected.all();
    }

    /**
     * Who or what says what was so at a moment.
     *
     * @return the authors, separated by commas; empty when nothing was charted for that moment
     */
    public String authorsAt(Instant at) {
        return facts.authorsAt(at);
    }

    /** The facts as series for charts, those of the future included. */
    StaySeries series() {
        if (series == null) {
            StaySeries anew = new StaySeries();
            facts.all().forEach(f -> anew.add(f.at(), f.observation(), policies.at(f.at())));
            series = anew;
        }
        return series;
    }

    /** The moment of the last fact; {@code null} when there is none. */
    public @Nullable Instant lastFactAt() {
        return facts.size() == 0 ? null : facts.get(facts.size() - 1).at();
    }

    private Instant present() {
        return reached == null ? FactTime.nearestPossible(stay.admitted()) : reached;
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
            if (!runsOn(fact, folded)) {
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

    /**
     * Whether a drug's stop is followed by its start within the same minute: a change of bags, no
     * gap.
     */
    private boolean runsOn(TimedFact stop, int index) {
        Vasopressor drug = drugCharted(stop, false);
        if (drug == null) {
            return false;
        }
        Instant minute = stop.at().truncatedTo(ChronoUnit.MINUTES);
        Instant end = minute.plus(Duration.ofMinutes(1));
        for (int i = index + 1; i < facts.size() && facts.get(i).at().isBefore(end); i++) {
            if (drugCharted(facts.get(i), true) == drug) {
                return true;
            }
        }
        // The start may stand before the stop: then it runs on if it ran before that minute.
        for (RunningVasopressor running : fold.picture(stop.at()).vasopressors().drugs()) {
            if (running.infusion().drug() == drug) {
                return !running.confirmed().isBefore(minute) && running.since().isBefore(minute);
            }
        }
        return false;
    }

    /** Whether this fact starts a drug whose stop in the same minute was already folded. */
    private boolean resumes(TimedFact start, int place) {
        Vasopressor drug = drugCharted(start, true);
        if (drug == null) {
            return false;
        }
        Instant minute = start.at().truncatedTo(ChronoUnit.MINUTES);
        for (int i = Math.min(place, folded) - 1;
                i >= 0 && !facts.get(i).at().isBefore(minute);
                i--) {
            if (drugCharted(facts.get(i), false) == drug) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Vasopressor drugCharted(TimedFact fact, boolean running) {
        return fact.observation() instanceof VasopressorCharted charted
                        && charted.infusion().running() == running
                ? charted.infusion().drug()
                : null;
    }
}
