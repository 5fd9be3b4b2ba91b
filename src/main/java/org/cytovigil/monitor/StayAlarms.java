package org.cytovigil.monitor;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmPolicy;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.AlarmStateMachine;
import org.cytovigil.alarm.ClockSkewRule;
import org.cytovigil.alarm.Condition;
import org.cytovigil.alarm.GradeRiseRule;
import org.cytovigil.alarm.NoDataRule;
import org.cytovigil.alarm.StaleDataRule;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.SitePolicy;

/** The alarms of one stay: rules in, states out. One thread only. */
final class StayAlarms {
    private final StayId stay;
    private final Instant firstChartingDue;
    private final GradeRiseRule gradeRise;
    private final StaleDataRule staleData;
    private final NoDataRule noData;
    private final ClockSkewRule clockSkew = new ClockSkewRule();
    private final Map<AlarmKind, AlarmState> states = new EnumMap<>(AlarmKind.class);

    /**
     * @param from when the stay began: from then on facts are waited for
     */
    StayAlarms(StayId stay, Instant from, AlarmPolicy policy, ZoneId zone) {
        this.stay = stay;
        this.firstChartingDue = from.plus(policy.firstChartingWithin());
        this.gradeRise = new GradeRiseRule(policy, zone);
        this.noData = new NoDataRule(zone);
        this.staleData = new StaleDataRule(policy, from);
        for (AlarmKind kind : AlarmKind.values()) {
            states.put(kind, AlarmStateMachine.normal());
        }
    }

    /** When a fact that was never charted alarms. */
    Instant firstChartingDue() {
        return firstChartingDue;
    }

    /** Looks at one assessment on the unit's scale; assessments come in the order of time. */
    void look(Assessment assessment) {
        settle(assessment.at());
        lookForSilence(assessment.at(), assessment.policy());
        gradeRise.look(assessment).ifPresent(condition -> raise(AlarmKind.GRADE_RISE, condition));
        lookAtStaleness(assessment);
    }

    /** Looks again as time passes without a new fact. */
    void tick(Assessment assessment) {
        settle(assessment.at());
        lookForSilence(assessment.at(), assessment.policy());
        lookAtStaleness(assessment);
    }

    /**
     * A device has sent a fact. It counts when it arrives, whether a tick comes in between or not,
     * so that a restart raises the same alarms.
     *
     * @param policy the one that holds then
     */
    void heard(String device, Instant at, Instant learned, SitePolicy policy) {
        lookForSilence(learned, policy);
        noData.heard(learned);
        lookForSilence(learned, policy);
        clockSkew.heard(device, at, learned);
        Optional<Condition> skewed = clockSkew.look(policy);
        if (skewed.isPresent()) {
            raise(AlarmKind.CLOCK_SKEW, skewed.get());
        } else {
            clear(AlarmKind.CLOCK_SKEW, learned);
        }
    }

    private void lookForSilence(Instant now, SitePolicy policy) {
        Optional<Condition> silent = noData.look(now, policy);
        if (silent.isPresent()) {
            raise(AlarmKind.NO_DATA, silent.get());
        } else {
            clear(AlarmKind.NO_DATA, now);
        }
    }

    private void lookAtStaleness(Assessment assessment) {
        Optional<Condition> stale = staleData.look(assessment);
        if (stale.isPresent()) {
            raise(AlarmKind.STALE_DATA, stale.get());
        } else {
            clear(AlarmKind.STALE_DATA, assessment.at());
        }
    }

    void acknowledge(AlarmKind kind, int level, String by, Instant at) {
        states.compute(
                kind,
                (k, state) ->
                        AlarmStateMachine.acknowledged(
                                state == null ? AlarmStateMachine.normal() : state, level, by, at));
    }

    /** The alarms that are not normal, the most urgent first. */
    List<Alarm> standing() {
        List<Alarm> standing = new ArrayList<>();
        states.forEach(
                (kind, state) -> {
                    Condition condition =
                            switch (state) {
                                case AlarmState.Normal normal -> null;
                                case AlarmState.Unacknowledged unanswered -> unanswered.condition();
                                case AlarmState.Acknowledged answered -> answered.condition();
                                case AlarmState.ReturnedUnacknowledged returned ->
                                        returned.condition();
                            };
                    if (condition != null) {
                        standing.add(new Alarm(new AlarmKey(stay, kind), state, condition));
                    }
                });
        standing.sort(Alarm.MOST_URGENT_FIRST);
        return standing;
    }

    private void settle(Instant now) {
        gradeRise.settle(now).ifPresent(over -> clear(AlarmKind.GRADE_RISE, over));
    }

    private void raise(AlarmKind kind, Condition condition) {
        states.compute(
                kind,
                (k, state) ->
                        AlarmStateMachine.raised(
                                state == null ? AlarmStateMachine.normal() : state, condition));
    }

    private void clear(AlarmKind kind, Instant at) {
        states.compute(
                kind,
                (k, state) ->
                        AlarmStateMachine.cleared(
                                state == null ? AlarmStateMachine.normal() : state, at));
    }
}
