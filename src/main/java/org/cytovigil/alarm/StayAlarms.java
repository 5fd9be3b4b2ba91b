package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of one stay: moments, arrivals and answers in, states and log out. What is told comes
 * in the order of time; the result does not depend on how often moments are looked at. One thread
 * only.
 */
public final class StayAlarms {
    /** What is charted in the minutes after a rise of the grade belongs to it. */
    private static final Duration INSIDE = Duration.ofMinutes(5);

    private final List<AlarmRule> rules;
    private final GradeRiseRule gradeRise;
    private final NoDataRule noData;
    private final ClockSkewRule clockSkew = new ClockSkewRule();
    private final Map<AlarmKind, LevelTimer> timers = new EnumMap<>(AlarmKind.class);
    private final Map<AlarmKind, AlarmState> states = new EnumMap<>(AlarmKind.class);
    private final List<AlarmLine> log = new ArrayList<>();
    private @Nullable Instant gradeRaisedAt;

    /**
     * @param begin when the stay began: from then on facts are waited for
     * @param zone for clock times in words
     */
    public StayAlarms(Instant begin, ZoneId zone) {
        this.gradeRise = new GradeRiseRule(zone);
        this.noData = new NoDataRule(zone);
        this.rules =
                List.of(
                        new SecondScaleRule(zone),
                        new FeverRule(),
                        new HypotensionRules.Refractory(),
                        new HypotensionRules.SecondVasopressor(),
                        new HypotensionRules.HighDoseRule(zone),
                        new OxygenStepRule(),
                        new RapidRiseRule(),
                        new NeurotoxicityRule(zone),
                        new IceDropRule(),
                        new RecurrenceRule(),
                        new OverrideRule(),
                        new OverdueRule(begin),
                        new StaleDataRule(begin));
        for (AlarmKind kind : AlarmKind.values()) {
            timers.put(kind, new LevelTimer(kind));
            states.put(kind, AlarmStateMachine.normal());
        }
    }

    /** Looks at a moment; moments come in order. */
    public void look(Moment moment) {
        Instant at = moment.at();
        settle(at, moment.policy());
        List<Happened> beside = new ArrayList<>();
        for (AlarmRule rule : rules) {
            timer(rule.kind())
                    .look(
                            at,
                            rule.look(moment),
                            moment.policy(),
                            (when, event) -> beside.add(new Happened(when, rule.kind(), event)));
        }
        timer(AlarmKind.GRADE_RISE)
                .look(
                        at,
                        gradeRise.look(moment),
                        moment.policy(),
                        (when, event) -> applyGrade(event, when, beside));
        beside.forEach(other -> applyBeside(other.kind(), other.event(), other.at()));
        timer(AlarmKind.NO_DATA)
                .look(
                        at,
                        noData.look(at, moment.policy()),
                        moment.policy(),
                        apply(AlarmKind.NO_DATA));
    }

    private record Happened(Instant at, AlarmKind kind, AlarmEvent event) {}

    /** The grade tells what else was raised at the same moment. */
    private void applyGrade(AlarmEvent event, Instant at, List<Happened> beside) {
        if (event instanceof AlarmEvent.Raised(Condition condition)) {
            gradeRaisedAt = at;
            List<String> also = new ArrayList<>();
            for (Happened other : beside) {
                if (other.event() instanceof AlarmEvent.Raised(Condition inside)
                        && belongs(inside, condition)) {
                    also.add(inside.cause());
                }
            }
            apply(AlarmKind.GRADE_RISE, new AlarmEvent.Raised(condition.telling(also)), at);
        } else {
            apply(AlarmKind.GRADE_RISE, event, at);
        }
    }

    private void applyBeside(AlarmKind kind, AlarmEvent event, Instant at) {
        Condition grade = state(AlarmKind.GRADE_RISE).condition();
        if (event instanceof AlarmEvent.Raised(Condition condition)
                && grade != null
                && gradeRaisedAt != null
                && !at.isAfter(gradeRaisedAt.plus(INSIDE))
                && belongs(condition, grade)) {
            apply(kind, new AlarmEvent.RaisedInside(condition, AlarmKind.GRADE_RISE), at);
        } else {
            apply(kind, event, at);
        }
    }

    /** Nothing is hidden behind a less urgent alarm. */
    private static boolean belongs(Condition condition, Condition grade) {
        return condition.kind().isOfTheGrade()
                && condition.priority().compareTo(grade.priority()) >= 0;
    }

    /**
     * A device has sent a fact. It counts when it arrives, whether anybody looks in between or not,
     * so that a restart raises the same alarms.
     *
     * @param policy the one that holds then
     */
    public void heard(String device, Instant at, Instant learned, SitePolicy policy) {
        BiConsumer<Instant, AlarmEvent> silence = apply(AlarmKind.NO_DATA);
        timer(AlarmKind.NO_DATA).look(learned, noData.look(learned, policy), policy, silence);
        noData.heard(learned);
        timer(AlarmKind.NO_DATA).look(learned, noData.look(learned, policy), policy, silence);
        clockSkew.heard(device, at, learned);
        timer(AlarmKind.CLOCK_SKEW)
                .look(
                        learned,
                        clockSkew.look(policy),
                        policy,
                        apply(AlarmKind.CLOCK_SKEW));
    }

    /** Something was done to an alarm. */
    public void tell(AlarmKind kind, AlarmEvent event, Instant at) {
        apply(kind, event, at);
    }

    /** Lets time pass: ends what was put off, and raises again what has lasted too long. */
    private void settle(Instant now, SitePolicy policy) {
        for (AlarmKind kind : AlarmKind.values()) {
            timer(kind)
                    .settle(
                            now,
                            policy,
                            (at, event) -> {
                                if (kind == AlarmKind.GRADE_RISE) {
                                    applyGrade(event, at, List.of());
                                } else {
                                    applyBeside(kind, event, at);
                                }
                            });
            AlarmState state = state(kind);
            if (state instanceof AlarmState.Shelved shelved
                    && !shelved.shelf().until().isAfter(now)) {
                apply(kind, new AlarmEvent.Unshelved(), shelved.shelf().until());
            } else if (state instanceof AlarmState.Acknowledged acknowledged) {
                Duration after = kind.settings().remindAfter(policy);
                Instant due = acknowledged.answer().at().plus(after);
                if (!after.isZero() && !due.isAfter(now)) {
                    apply(kind, new AlarmEvent.Reminded(), due);
                }
            }
        }
    }

    private BiConsumer<Instant, AlarmEvent> apply(AlarmKind kind) {
        return (at, event) -> apply(kind, event, at);
    }

    private void apply(AlarmKind kind, AlarmEvent event, Instant at) {
        AlarmState before = state(kind);
        AlarmState after = AlarmStateMachine.next(before, event);
        if (!after.equals(before)) {
            states.put(kind, after);
            log.add(new AlarmLine(at, kind, before, after));
        }
    }

    private LevelTimer timer(AlarmKind kind) {
        return Objects.requireNonNull(timers.get(kind));
    }

    /** The state of an alarm; normal when it was never raised. */
    public AlarmState state(AlarmKind kind) {
        return states.getOrDefault(kind, AlarmStateMachine.normal());
    }

    /** What became of the alarms so far, oldest first. */
    public List<AlarmLine> log() {
        return List.copyOf(log);
    }
}
