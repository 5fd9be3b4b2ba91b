package org.cytovigil.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.Stay;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.ClinicalPicture;
import org.cytovigil.grading.Episode;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Census;
import org.jspecify.annotations.Nullable;

/**
 * One stay at one moment, as screens show it; immutable.
 *
 * @param stay the stay as known now, with everything amended since its admission
 * @param bed the bed it is in now, or empty; no two stays of a unit that last have the same
 * @param lostBed the bed it was in when another stay was put there, or empty
 * @param beds the beds it was put in so far, oldest first
 * @param discharged whether the stay has ended
 * @param nurse who nurses the patient; empty for nobody, and for a stay that has ended
 * @param policy what the site decided, as it holds at this moment
 * @param picture what is known
 * @param assessments the present assessment by scale
 * @param histories the moments at which grade or reason changed, by scale, oldest first
 * @param episodes the episodes of CRS, oldest first
 * @param rejected the latest facts that are kept and not graded, oldest first
 * @param late the latest facts that were learned long after they were so (setting {@code
 *     feed.late-after}), oldest first
 * @param amended the latest facts that were corrected or taken out, oldest first
 * @param chart what charts draw
 * @param expected for each kind of fact that devices send again and again, how long a value stands
 *     before it is older than expected
 * @param alarms the alarms that are not normal
 * @param schedule what is due
 */
public record StaySnapshot(
        Stay stay,
        String bed,
        String lostBed,
        List<Census.InBed> beds,
        boolean discharged,
        String nurse,
        SitePolicy policy,
        ClinicalPicture picture,
        Map<ScaleId, Assessment> assessments,
        Map<ScaleId, List<Assessment>> histories,
        List<Episode> episodes,
        List<RejectedFact> rejected,
        List<LateFact> late,
        List<AmendedFact> amended,
        ChartData chart,
        Map<Class<? extends Observation>, Duration> expected,
        List<Alarm> alarms,
        Schedule schedule) {

    /**
     * Whether a value is older than expected, so that its age must stand beside it.
     *
     * @param kind of fact
     * @param at when it was so
     * @param now the present
     * @param usual the limit for what no device sends again and again
     */
    // [impl->req~monitor.cadence~1]
    public boolean isLate(
            Class<? extends Observation> kind, Instant at, Instant now, Duration usual) {
        Duration limit = expected.getOrDefault(kind, usual);
        Duration least = limit.compareTo(usual) < 0 ? limit : usual;
        return Duration.between(at, now).compareTo(least) > 0;
    }

    /** The bed it was put in last by a moment, or at first when that is earlier; empty for none. */
    public String bedAt(Instant at) {
        String bed = beds.isEmpty() ? "" : beds.getFirst().bed();
        for (Census.InBed each : beds) {
            if (!each.from().isAfter(at)) {
                bed = each.bed();
            }
        }
        return bed;
    }

    /** The scale that grades and alarms of the unit go by at this moment. */
    public ScaleId scale() {
        return policy.scale();
    }

    /** The scale that the unit shows beside it; always another one. */
    public ScaleId secondScale() {
        return policy.secondScale();
    }

    /** The present assessment on a scale; {@code null} for a scale not graded. */
    public @Nullable Assessment assessment(ScaleId scale) {
        return assessments.get(scale);
    }

    /** The fact of that moment that was learned latest of all; empty when none of it was late. */
    public Optional<LateFact> lateAt(Instant at) {
        return late.stream()
                .filter(fact -> fact.at().equals(at))
                .max(Comparator.comparing(LateFact::learned));
    }

    /** The moments of change on a scale; empty for a scale not graded. */
    public List<Assessment> history(ScaleId scale) {
        return histories.getOrDefault(scale, List.of());
    }

    /**
     * Since when no device has sent anything, in words; empty while data come as usual, and when
     * none ever did.
     */
    public String silence() {
        return alarms.stream()
                .filter(alarm -> alarm.key().kind() == AlarmKind.NO_DATA)
                .filter(alarm -> !(alarm.state() instanceof AlarmState.ReturnedUnacknowledged))
                .map(alarm -> alarm.condition().cause())
                .findFirst()
                .orElse("");
    }
}
