package org.cytovigil.grading;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.clinical.VasopressorInfusion;
import org.cytovigil.clinical.Weight;
import org.cytovigil.grading.ClinicalPicture.Known;
import org.jspecify.annotations.Nullable;

/**
 * Folds charted vasopressors into what runs and since when it runs at high dose. A drug stopped and
 * started in the same charted set, in either order, has run on: that is a change of bags.
 */
// [impl->req~picture.vasopressors~1]
final class VasopressorFold {
    private static final Duration JUST_AFTER = Duration.ofMillis(1);

    private final SitePolicy policy;
    private final Map<Vasopressor, RunningVasopressor> running = new EnumMap<>(Vasopressor.class);
    private List<RunningVasopressor> shown = List.of();
    private @Nullable Instant highSince;
    private @Nullable Instant possiblySince;

    // How it was before the present minute: neither the order of facts within a set nor a stop and
    // a
    // start within one minute may matter.
    private @Nullable Instant setMinute;
    private final Map<Vasopressor, RunningVasopressor> runningBefore =
            new EnumMap<>(Vasopressor.class);
    private final Map<Vasopressor, Instant> startedInMinute = new EnumMap<>(Vasopressor.class);
    private @Nullable Instant highBefore;
    private @Nullable Instant possiblyBefore;

    VasopressorFold(SitePolicy policy) {
        this.policy = policy;
    }

    VasopressorFold(VasopressorFold other) {
        policy = other.policy;
        running.putAll(other.running);
        shown = other.shown;
        highSince = other.highSince;
        possiblySince = other.possiblySince;
        setMinute = other.setMinute;
        runningBefore.putAll(other.runningBefore);
        startedInMinute.putAll(other.startedInMinute);
        highBefore = other.highBefore;
        possiblyBefore = other.possiblyBefore;
    }

    List<RunningVasopressor> running() {
        return shown;
    }

    @Nullable Instant highDoseSince() {
        return highSince;
    }

    @Nullable Instant possiblyHighDoseSince() {
        return possiblySince;
    }

    /** The moments at which time alone changes what a scale makes of the running drugs. */
    List<Instant> changes() {
        List<Instant> changes = new ArrayList<>(shown.size() + 2);
        if (highSince != null) {
            changes.add(highSince.plus(policy.highDoseAfter()));
        }
        if (possiblySince != null) {
            changes.add(possiblySince.plus(policy.highDoseAfter()));
        }
        for (RunningVasopressor drug : shown) {
            changes.add(drug.confirmed().plus(policy.infusionConfirmedFor()).plus(JUST_AFTER));
        }
        return changes;
    }

    /** Charts one drug: running, changed or stopped. */
    void add(Instant at, VasopressorInfusion infusion, @Nullable Weight weight) {
        enter(at);
        chart(at, infusion);
        update(at, weight);
    }

    /** Charts all drugs that run: one that ran and is not listed has been stopped. */
    void replace(Instant at, List<VasopressorInfusion> infusions, @Nullable Weight weight) {
        enter(at);
        for (Vasopressor drug : Vasopressor.values()) {
            boolean listed = infusions.stream().anyMatch(infusion -> infusion.drug() == drug);
            if (!listed && running.containsKey(drug)) {
                chart(at, VasopressorInfusion.stopped(drug));
            }
        }
        infusions.forEach(infusion -> chart(at, infusion));
        update(at, weight);
    }

    /** A new weight changes doses that are per kilogram. */
    void weigh(Instant at, Weight weight) {
        enter(at);
        update(at, weight);
    }

    private void enter(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        if (minute.equals(setMinute)) {
            return;
        }
        setMinute = minute;
        runningBefore.clear();
        runningBefore.putAll(running);
        startedInMinute.clear();
        highBefore = highSince;
        possiblyBefore = possiblySince;
    }

    private void chart(Instant at, VasopressorInfusion infusion) {
        Vasopressor drug = infusion.drug();
        RunningVasopressor before = runningBefore.get(drug);
        if (infusion.running()) {
            startedInMinute.put(drug, at);
            running.put(drug, started(at, infusion, before));
        } else if (!runsOn(drug, at, before)) {
            running.remove(drug);
        }
    }

    /**
     * Whether a stop is half of a change of bags: started in the same minute, and running before it
     * or at that very moment.
     */
    private boolean runsOn(Vasopressor drug, Instant at, @Nullable RunningVasopressor before) {
        Instant start = startedInMinute.get(drug);
        return start != null && (before != null || start.equals(at));
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
        shown = List.copyOf(running.values());
        Known high = HighDose.now(running.values(), weight);
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
