package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Stay;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.GradingScale;
import org.cytovigil.grading.PictureFold;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.ScaleId;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Folds the facts of one stay into pictures and grades, at every moment at which a grade can
 * change: when a fact is charted and when one turns stale. Facts may come in any order; a late one
 * regrades from its own time on. The result depends on the facts and the present moment alone,
 * never on how often {@link #advance} was called. One thread only.
 */
// [impl->req~monitor.fold~1]
public final class StayMonitor {
    private static final Comparator<TimedFact> BY_TIME = Comparator.comparing(TimedFact::at);
    private static final int FACTS_PER_CHECKPOINT = 64;

    private final Stay stay;
    private final List<GradingScale> scales;
    private final SitePolicy policy;
    private final List<TimedFact> facts = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<ScaleId, GradeHistory> histories = new EnumMap<>(ScaleId.class);
    private final Map<ScaleId, Assessment> present = new EnumMap<>(ScaleId.class);
    private final StaySeries series = new StaySeries();
    private PictureFold fold;
    private int folded;
    private @Nullable Instant reached;

    /** The fold before fact {@code index}. */
    private record Checkpoint(int index, PictureFold fold) {}

    /**
     * @param scales those to grade by; the histories of others stay empty
     */
    public StayMonitor(Stay stay, SitePolicy policy, List<GradingScale> scales) {
        this.stay = stay;
        this.policy = policy;
        this.scales = List.copyOf(scales);
        this.fold = new PictureFold(stay.patient(), policy);
        for (GradingScale scale : scales) {
            histories.put(scale.id(), new GradeHistory());
        }
    }

    public Stay stay() {
        return stay;
    }

    /**
     * Takes a fact. It counts from its own time on; one later than the present waits until {@link
     * #advance} reaches it. The same fact told again changes nothing.
     */
    public void observe(Instant at, Observation observation) {
        TimedFact fact = new TimedFact(at, observation);
        int place = placeOf(fact);
        if (place < 0) {
            return;
        }
        facts.add(place, fact);
        series.add(at, observation);
        boolean resumes = resumes(fact, place);
        if (reached == null || (at.isAfter(reached) && !resumes)) {
            return;
        }
        Instant now = reached;
        if (place == folded && !resumes) {
            forgetFrom(at);
            walk(at, now, assessment -> {});
        } else {
            walk(rewind(at.truncatedTo(ChronoUnit.MINUTES)), now, assessment -> {});
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
        return fold.picture(reached == null ? stay.admitted() : reached);
    }

    /**
     * The present assessment on a scale; {@code null} before the first {@link #advance} or for a
     * scale not graded.
     */
    public @Nullable Assessment assessment(ScaleId scale) {
        return present.get(scale);
    }

    /** The moments at which grade or reason changed, oldest first; empty for a scale not graded. */
    public List<Assessment> history(ScaleId scale) {
        GradeHistory history = histories.get(scale);
        return history == null ? List.of() : history.changes();
    }

    /** The facts as series for charts, those of the future included. */
    StaySeries series() {
        return series;
    }

    /** The moment of the last fact; {@code null} when there is none. */
    public @Nullable Instant lastFactAt() {
        return facts.isEmpty() ? null : facts.getLast().at();
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
        ClinicalPicture picture = fold.picture(now);
        for (GradingScale scale : scales) {
            present.put(scale.id(), scale.assess(picture, policy));
        }
    }

    private void takeSet(Instant at) {
        if (checkpoints.isEmpty()
                || folded - checkpoints.getLast().index() >= FACTS_PER_CHECKPOINT) {
            checkpoints.add(new Checkpoint(folded, new PictureFold(fold)));
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
        ClinicalPicture picture = fold.picture(at);
        for (GradingScale scale : scales) {
            Assessment assessment = scale.assess(picture, policy);
            histories.computeIfAbsent(scale.id(), id -> new GradeHistory()).add(assessment);
            step.accept(assessment);
        }
    }

    /**
     * Where a fact belongs: by its time, and among those of its own set so that of contradicting
     * ones the graver comes last and stands.
     *
     * @return -1 when the same fact is there already
     */
    private int placeOf(TimedFact fact) {
        int place = facts.size();
        if (place > 0 && facts.getLast().at().isAfter(fact.at())) {
            int found = Collections.binarySearch(facts, fact, BY_TIME);
            place = found < 0 ? -found - 1 : found + 1;
            while (place < facts.size() && facts.get(place).at().equals(fact.at())) {
                place++;
            }
        }
        int before = place;
        for (int i = place - 1; i >= 0 && facts.get(i).at().equals(fact.at()); i--) {
            Observation other = facts.get(i).observation();
            if (other.equals(fact.observation())) {
                return -1;
            }
            if (Contradiction.graver(other, fact.observation())) {
                before = i;
            }
        }
        return before;
    }

    /**
     * Goes back to a checkpoint at which no fact of that moment or later was folded.
     *
     * @return from where to walk on, or {@code null} for the beginning
     */
    private @Nullable Instant rewind(Instant at) {
        while (checkpoints.size() > 1
                && !facts.get(checkpoints.getLast().index() - 1).at().isBefore(at)) {
            checkpoints.removeLast();
        }
        Checkpoint checkpoint = checkpoints.getLast();
        fold = new PictureFold(checkpoint.fold());
        folded = checkpoint.index();
        if (folded == 0) {
            forgetFrom(Instant.MIN);
            return null;
        }
        Instant last = facts.get(folded - 1).at();
        forgetFrom(last.plusNanos(1));
        return last;
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
        for (RunningVasopressor running : fold.picture(stop.at()).vasopressors()) {
            if (running.infusion().drug() == drug) {
                return !running.confirmed().isBefore(minute) && running.since().isBefore(minute);
            }
        }
        return false;
    }

    /** Whether this fact starts a drug whose stop in the same minute was already folded. */
    private boolean resumes(TimedFact start, int place) {
        Vasopressor drug = drugCharted(start, true);
        Instant minute = start.at().truncatedTo(ChronoUnit.MINUTES);
        for (int i = Math.min(place, folded) - 1;
                drug != null && i >= 0 && !facts.get(i).at().isBefore(minute);
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
