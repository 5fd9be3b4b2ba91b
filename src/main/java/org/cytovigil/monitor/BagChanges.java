package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cytovigil.clinical.Observation.VasopressorCharted;
import org.cytovigil.clinical.Vasopressor;
import org.cytovigil.grading.GradeFold;
import org.cytovigil.grading.RunningVasopressor;
import org.jspecify.annotations.Nullable;

/** A stop and a start of one drug within the same minute are a change of bags, and no gap. */
final class BagChanges {
    private final FactList facts;

    BagChanges(FactList facts) {
        this.facts = facts;
    }

    /**
     * Whether a drug's stop is followed by its start within the same minute.
     *
     * @param fold everything before the stop
     */
    boolean runsOn(TimedFact stop, int index, GradeFold fold) {
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

    /**
     * Whether a fact starts a drug whose stop in the same minute was already folded.
     *
     * @param folded how many facts are folded
     */
    boolean resumes(TimedFact start, int place, int folded) {
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
