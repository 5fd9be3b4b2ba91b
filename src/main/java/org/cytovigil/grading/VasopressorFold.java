package org.cytovigil.grading;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import org.cytovigil.clinical.DoseRate;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;

/**
 * Folds charted vasopressors into what runs and since when it runs at high dose. A drug stopped and
 * started in the same minute, in either order, has run on: that is a change of bags.
 */
// [impl->req~picture.vasopressors~1]
final class VasopressorFold {
    /** For comparing two doses while nobody knows the weight. */
    private static final Weight USUAL_WEIGHT = new Weight(70);

    private SitePolicy policy;
    private final EnumMap<Vasopressor, RunningVasopressor> running;
    private @Nullable RunningVasopressors shown = RunningVasopressors.NONE;
    private @Nullable Instant highSince;
    private @Nullable Instant possiblySince;

    // How it was before the present minute: neither the order of facts within a set nor a stop and
    // a start within one minute may matter.
    private @Nullable Instant setMinute;
    private final EnumMap<Vasopressor, RunningVasopressor> runningBefore;
    private final EnumMap<Vasopressor, Instant> startedInMinute;
    // The drugs of the lists charted at the latest moment with one.
    private @Nullable Instant listedAt;
    private final EnumMap<Vasopressor, VasopressorInfusion> listed;
    private @Nullable Instant highBefore;
    private @Nullable Instant possiblyBefore;

    VasopressorFold(SitePolicy policy) {
        this.policy = policy;
        running = new EnumMap<>(Vasopressor.class);
        runningBefore = new EnumMap<>(Vasopressor.class);
        startedInMinute = new EnumMap<>(Vasopressor.class);
        listed = new EnumMap<>(Vasopressor.class);
    }

    VasopressorFold(VasopressorFold other) {
        policy = other.policy;
        running = other.running.clone();
        shown = other.shown;
        highSince = other.highSince;
        possiblySince = other.possiblySince;
        setMinute = other.setMinute;
        runningBefore = other.runningBefore.clone();
        startedInMinute = other.startedInMinute.clone();
        listedAt = other.listedAt;
        listed = other.listed.clone();
        highBefore = other.highBefore;
        possiblyBefore = other.possiblyBefore;
    }

    RunningVasopressors running() {
        RunningVasopressors now = shown;
        if (now == null) {
            now = new RunningVasopressors(drugs(), highSince, possiblySince);
            shown = now;
        }
        return now;
    }

    private List<RunningVasopressor> drugs() {
        return List.copyOf(running.values());
    }

    /** The earlier of {@code best} and the next moment at which time alone changes something. */
    long nextChange(long best, long after) {
        long next = best;
        long high = policy.get(Settings.HIGH_DOSE_AFTER).toMillis();
        if (highSince != null) {
            next = PictureFold.earlier(next, highSince.toEpochMilli() + high, after);
        }
        if (possiblySince != null) {
            next = PictureFold.earlier(next, possiblySince.toEpochMilli() + high, after);
        }
        long confirmed = policy.get(Settings.INFUSION_CONFIRMED).toMillis();
        for (RunningVasopressor drug : running.values()) {
            long unconfirmed = drug.confirmed().toEpochMilli() + confirmed + 1;
            next = PictureFold.earlier(next, unconfirmed, after);
        }
        return next;
    }

    /** Charts one drug: running, changed or stopped. */
    void add(Instant at, VasopressorInfusion infusion, @Nullable Weight weight) {
        enter(at);
        chart(at, infusion);
        update(at, weight);
    }

    /**
     * Charts all drugs that run: one that ran and is not listed has been stopped. A drug that is
     * listed twice, in one list or in several of one moment, counts with the dose that weighs more:
     * one line must not hide another.
     */
    void replace(Instant at, List<VasopressorInfusion> infusions, @Nullable Weight weight) {
        enter(at);
        if (!at.equals(listedAt)) {
            listedAt = at;
            listed.clear();
        }
        for (VasopressorInfusion infusion : infusions) {
            listed.merge(infusion.drug(), infusion, (one, other) -> heavier(one, other, weight));
        }
        // One that is listed is charted again at once and so has run on.
        for (Vasopressor drug : List.copyOf(running.keySet())) {
            chart(at, VasopressorInfusion.stopped(drug));
        }
        for (VasopressorInfusion infusion : listed.values()) {
            chart(at, infusion);
        }
        update(at, weight);
    }

    /** A new weight changes doses that are per kilogram. */
    void weigh(Instant at, Weight weight) {
        enter(at);
        update(at, weight);
    }

    /** Another table of high doses: a dose that it newly calls high is high from now on. */
    void adopt(Instant at, SitePolicy next, @Nullable Weight weight) {
        policy = next;
        enter(at);
        update(at, weight);
    }

    /** The heavier dose of base; one that nobody charted may be any. */
    private VasopressorInfusion heavier(
            VasopressorInfusion one, VasopressorInfusion other, @Nullable Weight weight) {
        return perMinute(other, weight) > perMinute(one, weight) ? other : one;
    }

    private double perMinute(VasopressorInfusion infusion, @Nullable Weight weight) {
        DoseRate base = infusion.settled(policy.get(Settings.NOREPINEPHRINE_MASS)).baseRate();
        return base == null
                ? Double.POSITIVE_INFINITY
                : base.perMinute(weight == null ? USUAL_WEIGHT : weight);
    }

    private void enter(Instant at) {
        if (setMinute != null && isWithinMinute(at, setMinute)) {
            return;
        }
        setMinute = at.truncatedTo(ChronoUnit.MINUTES);
        runningBefore.clear();
        runningBefore.putAll(running);
        startedInMinute.clear();
        highBefore = highSince;
        possiblyBefore = possiblySince;
    }

    private static boolean isWithinMinute(Instant at, Instant minute) {
        long seconds = at.getEpochSecond() - minute.getEpochSecond();
        return seconds >= 0 && seconds < 60;
    }

    private void chart(Instant at, VasopressorInfusion infusion) {
        Vasopressor drug = infusion.drug();
        if (infusion.running()) {
            startedInMinute.put(drug, at);
            running.put(drug, started(at, infusion, runningBefore.get(drug)));
        } else if (!runsOn(drug, at)) {
            running.remove(drug);
        }
    }

    /**
     * Whether a stop is half of a change of bags: started in the same minute, and running before it
     * or at that very moment.
     */
    private boolean runsOn(Vasopressor drug, Instant at) {
        Instant start = startedInMinute.get(drug);
        return start != null && (runningBefore.containsKey(drug) || start.equals(at));
    }

    private static RunningVasopressor started(
            Instant at, VasopressorInfusion infusion, @Nullable RunningVasopressor before) {
        if (before == null) {
            return new RunningVasopressor(infusion, at, at, at);
        }
        Instant doseSince = infusion.equals(before.infusion()) ? before.doseSince() : at;
        return new RunningVasopressor(infusion, before.since(), doseSince, at);
    }

    private void update(Instant at, @Nullable Weight weight) {
        shown = null;
        Known high = HighDose.now(drugs(), weight, policy);
        highSince = high == Known.YES ? first(highBefore, highSince, at) : null;
        possiblySince = high == Known.NO ? null : first(possiblyBefore, possiblySince, at);
    }

    private static Instant first(@Nullable Instant before, @Nullable Instant present, Instant at) {
        if (before != null) {
            return before;
        }
        return present == null ? at : present;
    }
}
