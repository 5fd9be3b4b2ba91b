package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.grading.Check;
import org.cytovigil.grading.PutOffCheck;
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
    private final AlarmBook book = new AlarmBook(AlarmKind.OF_A_STAY);
    private final Map<Check, PutOffCheck> putOff = new EnumMap<>(Check.class);
    private @Nullable Instant gradeRaisedAt;
    private Instant looked = Instant.MIN;

    /**
     * @param begin when the stay began: from then on facts are waited for
     * @param zone for clock times in words
     */
    public StayAlarms(Instant begin, ZoneId zone) {
        this.gradeRise = new GradeRiseRule(zone);
        this.noData = new NoDataRule("no data from any device since ", zone);
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
                        new OverdueRule(begin, this::putOff),
                        new StaleDataRule(begin));
    }

    /** Looks at a moment; moments come in order. */
    public void look(Moment moment) {
        Instant at = moment.at();
        lookAtSilence(at, moment.policy());
        book.settle(at, moment.policy(), this::happened);
        List<Happened> beside = new ArrayList<>();
        for (AlarmRule rule : rules) {
            book.look(
                    rule.kind(),
                    at,
                    rule.look(moment),
                    moment.policy(),
                    (when, event) -> beside.add(new Happened(when, rule.kind(), event)));
        }
        book.look(
                AlarmKind.GRADE_RISE,
                at,
                gradeRise.look(moment),
                moment.policy(),
                (when, event) -> applyGrade(event, when, beside));
        beside.forEach(other -> applyBeside(other.kind(), other.event(), other.at()));
        book.look(AlarmKind.NO_DATA, at, noData.look(at, moment.policy()), moment.policy());
        looked = at;
    }

    /** Nobody may have looked since it began, and what came in between came while it was silent. */
    private void lookAtSilence(Instant at, SitePolicy policy) {
        Instant silent = noData.look(at, policy).since();
        if (silent != null && silent.isAfter(looked) && silent.isBefore(at)) {
            book.settle(silent, policy, this::happened);
            book.look(AlarmKind.NO_DATA, silent, noData.look(silent, policy), policy);
        }
    }

    /** What time alone brought. */
    private void happened(AlarmKind kind, AlarmEvent event, Instant at) {
        if (kind == AlarmKind.GRADE_RISE) {
            applyGrade(event, at, List.of());
        } else {
            applyBeside(kind, event, at);
        }
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
            book.apply(AlarmKind.GRADE_RISE, new AlarmEvent.Raised(condition.telling(also)), at);
        } else {
            book.apply(AlarmKind.GRADE_RISE, event, at);
        }
    }

    private void applyBeside(AlarmKind kind, AlarmEvent event, Instant at) {
        Condition grade = shown(book.state(AlarmKind.GRADE_RISE));
        if (event instanceof AlarmEvent.Raised(Condition condition)
                && grade != null
                && gradeRaisedAt != null
                && !at.isAfter(gradeRaisedAt.plus(INSIDE))
                && belongs(condition, grade)) {
            book.apply(kind, new AlarmEvent.RaisedInside(condition, AlarmKind.GRADE_RISE), at);
            if (book.state(kind) instanceof AlarmState.Suppressed) {
                book.tellAlso(AlarmKind.GRADE_RISE, condition.cause());
            }
        } else {
            book.apply(kind, event, at);
        }
    }

    /** What an alarm says on screens; {@code null} for one that is hidden, and tells nothing. */
    private static @Nullable Condition shown(AlarmState state) {
        return switch (state) {
            case AlarmState.Unacknowledged waits -> waits.condition();
            case AlarmState.Acknowledged answered -> answered.condition();
            case AlarmState.ReturnedUnacknowledged gone -> gone.condition();
            case AlarmState.Normal normal -> null;
            case AlarmState.Shelved shelved -> null;
            case AlarmState.Suppressed inside -> null;
            case AlarmState.OutOfService out -> null;
        };
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
        book.look(AlarmKind.NO_DATA, learned, noData.look(learned, policy), policy);
        noData.heard(learned);
        book.look(AlarmKind.NO_DATA, learned, noData.look(learned, policy), policy);
        clockSkew.heard(device, at, learned);
        book.look(AlarmKind.CLOCK_SKEW, learned, clockSkew.look(policy), policy);
    }

    /** Something was done to an alarm. */
    public void tell(AlarmKind kind, AlarmEvent event, Instant at) {
        book.apply(kind, event, at);
    }

    /**
     * Settings of a kind are others for this patient from then on, in place of what was otherwise
     * before; moments have been looked at up to then. One that is over by then, or of a kind that
     * no stay has, changes nothing.
     *
     * @param policy the unit's, as it holds then
     */
    public void adjust(AlarmAdjustment adjustment, SitePolicy policy) {
        if (adjustment.until().isAfter(adjustment.at())
                && AlarmKind.OF_A_STAY.contains(adjustment.kind())) {
            book.adjust(adjustment, policy);
        }
    }

    /**
     * Somebody ends what is otherwise for this patient; nothing happens when nothing is.
     *
     * @param policy the unit's, as it holds then
     */
    public void withdraw(AlarmKind kind, String by, Instant at, SitePolicy policy) {
        book.withdraw(kind, by, at, policy);
    }

    /**
     * A check is put off from then on, in place of what was put off of it before; moments have been
     * looked at up to then. It counts from the next moment on.
     */
    // [impl->req~schedule.put-off~1]
    public void putOff(PutOffCheck off) {
        putOff.put(off.check(), off);
    }

    /** What was put off last of each check, also what is over. */
    public List<PutOffCheck> putOff() {
        return List.copyOf(putOff.values());
    }

    /** A check is asked for again; nothing happens when it was not put off. */
    public void askAgain(Check check) {
        putOff.remove(check);
    }

    /** What is otherwise for this patient, in the order of the kinds. */
    public List<AlarmAdjustment> adjustments() {
        return book.adjustments();
    }

    /** The state of an alarm; normal when it was never raised. */
    public AlarmState state(AlarmKind kind) {
        return book.state(kind);
    }

    /** What became of the alarms so far, in the order in which it was learned. */
    public List<AlarmLine> log() {
        return book.log();
    }
}
