package org.cytovigil.monitor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.cytovigil.clinical.FactTime;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Patient;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Episode;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.grading.Settings;
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
    private final Stay admitted;
    private final StayIdentity identity;
    private final FactList facts = new FactList();

    /** Apart from the facts, as grades, sets and the last fact go by none of them. */
    private final FactList aside = new FactList();

    private final LedgerOrder order = new LedgerOrder();
    private final RejectedFacts rejected = new RejectedFacts();
    private final AmendedFacts amended = new AmendedFacts();
    private final LateFacts late;
    private final StayGrades grades;
    private Stay stay;
    private PolicyTimeline policies;
    private @Nullable StaySeries series = new StaySeries();

    /**
     * @param scales those to grade by; the histories of others stay empty
     */
    public StayMonitor(Stay stay, PolicyTimeline policies, List<GradingScale> scales) {
        this.admitted = stay;
        this.late = new LateFacts(stay);
        this.identity = new StayIdentity(stay);
        this.stay = stay;
        this.policies = policies;
        this.grades =
                new StayGrades(
                        facts,
                        stay.patient(),
                        policies,
                        scales,
                        FactTime.nearestPossible(stay.admitted()));
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
     * Entries come in the order of the ledger, which decides between a fact and its retraction; of
     * those learned in the same instant the retraction stands. An entry may be told twice when all
     * that follow it are told again too.
     */
    // [impl->req~monitor.ledger-order~1]
    public void take(Entry entry) {
        Instant place = order.next(entry);
        switch (entry.event()) {
            case Entry.Observed observed -> observe(entry, place, observed.observation());
            case Entry.Corrected corrected -> {
                amended.add(entry, corrected.was(), corrected.is(), corrected.reason());
                // A correction of what never came corrects nothing, and stands by itself.
                if (!corrected.was().equals(corrected.is())) {
                    retract(entry.at(), place, corrected.was());
                }
                observe(entry, place, corrected.is());
            }
            case Entry.Retracted retracted -> {
                amended.add(entry, retracted.observation(), null, retracted.reason());
                retract(entry.at(), place, retracted.observation());
            }
            case Entry.InfusionCharted charted -> amend(entry);
            case Entry.PatientIdentified identified -> amend(entry);
            case Entry.Admitted first -> {}
            case Entry.AdmissionCancelled cancelled -> {}
            case Entry.Moved moved -> {}
            case Entry.NurseAssigned assigned -> {}
            case Entry.Discharged discharged -> {}
            case Entry.DischargeCancelled cancelled -> {}
            case Entry.OnAlarm answered -> {}
            case Entry.OnSchedule act -> {}
            case Entry.Technical technical -> {}
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
            grades.name(known);
        } else {
            grades.startAnew(known);
        }
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
     * @param learned when the program learned it; of a fact and its retraction the later stands, in
     *     whatever order they come
     * @param author who or what says so, or empty
     */
    public void observe(Instant at, Instant learned, String author, Observation observation) {
        observe(at, learned, new FactList.Provenance(learned, author), observation);
    }

    private void observe(Entry entry, Instant place, Observation observation) {
        FactList.Provenance origin = new FactList.Provenance(place, entry.author().name());
        observe(entry.at(), entry.learned(), origin, observation);
    }

    private void observe(
            Instant at, Instant learned, FactList.Provenance origin, Observation observation) {
        TimedFact fact = timed(at, observation);
        Optional<String> fault = FactTime.fault(admitted, at, learned);
        if (fault.isPresent()) {
            if (!holderOf(observation).isRetracted(fact, origin.place())) {
                rejected.add(new RejectedFact(fact.at(), observation, fault.get()));
            }
            return;
        }
        if (observation.standsAside()) {
            if (aside.add(fact, origin) >= 0) {
                if (series != null) {
                    series.add(fact.at(), observation, origin.author(), policies.at(fact.at()));
                }
                judge(fact);
            }
            return;
        }
        int place = facts.add(fact, origin);
        late.told(fact, learned, place >= 0, policies.at(learned).get(Settings.LATE_AFTER));
        if (place < 0) {
            return;
        }
        if (series != null) {
            series.add(fact.at(), observation, origin.author(), policies.at(fact.at()));
        }
        judge(fact);
        grades.added(fact, place);
    }

    /**
     * Takes a fact out, whether it came already or comes later, and regrades from its time on.
     *
     * @param place when the program learned of the retraction, as with {@link #observe(Instant,
     *     Instant, String, Observation)}
     */
    public void retract(Instant at, Instant place, Observation observation) {
        TimedFact fact = timed(at, observation);
        FactList holder = holderOf(observation);
        boolean stood = holder.retract(fact, place);
        if (stood || !holder.holds(fact)) {
            rejected.remove(fact.at(), observation);
        }
        if (!stood) {
            return;
        }
        series = null;
        if (!holder.equals(aside)) {
            late.retracted(fact);
            grades.retracted(fact);
        }
    }

    private FactList holderOf(Observation observation) {
        return observation.standsAside() ? aside : facts;
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
        grades.adopt(next);
        policies = next;
        judgeAnew(next.held().getLast().from());
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

    /**
     * Moves the present forward and grades every moment on the way.
     *
     * @param now the new present, not before the former one
     * @param step told of each assessment on the way, scale by scale, in the order of time
     */
    public void advance(Instant now, Consumer<Assessment> step) {
        grades.advance(now, step);
    }

    /** Whether the present of this stay lies before that moment. */
    boolean isBefore(Instant at) {
        return grades.isBefore(at);
    }

    /** Whether the present of this stay is that moment. */
    boolean isAt(Instant at) {
        return grades.isAt(at);
    }

    /** The present picture; as of the latest {@link #advance}. */
    public ClinicalPicture picture() {
        return grades.picture();
    }

    /**
     * The present assessment on a scale; {@code null} before the first {@link #advance} or for a
     * scale not graded.
     */
    public @Nullable Assessment assessment(ScaleId scale) {
        return grades.assessment(scale);
    }

    /** The moments at which grade or reason changed, oldest first; empty for a scale not graded. */
    public List<Assessment> history(ScaleId scale) {
        return grades.history(scale);
    }

    /** The episodes of CRS up to the present, oldest first; empty when there was none. */
    public List<Episode> episodes() {
        return grades.episodes();
    }

    /** The latest facts that are kept and not graded, oldest first. */
    public List<RejectedFact> rejected() {
        return rejected.all();
    }

    /** The latest corrections and retractions, in the order of the facts' times. */
    public List<AmendedFact> amended() {
        return amended.all();
    }

    /** The latest facts that were learned long after they were so, oldest first. */
    public List<LateFact> late() {
        return late.all();
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
            addAll(anew, facts);
            addAll(anew, aside);
            series = anew;
        }
        return series;
    }

    private void addAll(StaySeries anew, FactList list) {
        for (int i = 0; i < list.size(); i++) {
            TimedFact fact = list.get(i);
            anew.add(fact.at(), fact.observation(), list.author(i), policies.at(fact.at()));
        }
    }

    /**
     * The moment of the last fact, those that stand aside left out; {@code null} when there is
     * none.
     */
    public @Nullable Instant lastFactAt() {
        return facts.size() == 0 ? null : facts.get(facts.size() - 1).at();
    }
}
