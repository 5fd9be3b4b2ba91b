package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.AlarmSettings;
import org.cytovigil.grading.NorepinephrineEquivalent;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.Wording;
import org.jspecify.annotations.Nullable;

/**
 * Vasopressor dose, as norepinephrine equivalent, or set FiO2 risen within an hour by more than the
 * site allows, while the grade stayed the same.
 */
// [impl->req~alarm.rapid-rise~1]
final class RapidRiseRule implements AlarmRule {
    private static final Duration WITHIN = Duration.ofHours(1);

    private final Deque<Value> doses = new ArrayDeque<>();
    private final Deque<Value> fractions = new ArrayDeque<>();
    private int grade;

    private record Value(Instant at, double amount) {}

    @Override
    public AlarmKind kind() {
        return AlarmKind.RAPID_RISE;
    }

    @Override
    public Level look(Moment moment) {
        int now = moment.unit().range().lowest();
        if (now != grade) {
            // The rise of the grade told it.
            grade = now;
            doses.clear();
            fractions.clear();
        }
        follow(doses, moment.at(), dose(moment));
        follow(fractions, moment.at(), fraction(moment));
        Rise dose = rise(doses, moment.policy().get(AlarmSettings.RAPID_DOSE).amount());
        Rise fraction =
                rise(fractions, moment.policy().get(AlarmSettings.RAPID_FRACTION).percent());
        Instant until = LevelTimer.later(dose.until(), fraction.until());
        if (until == null) {
            return Level.NONE;
        }
        String cause =
                dose.until() != null
                        ? "vasopressors up by %s µg/kg/min within an hour (norepinephrine equivalent)"
                                .formatted(Wording.number(dose.by()))
                        : "FiO2 up by %s %% within an hour"
                                .formatted(Wording.number(fraction.by()));
        return Level.of(1, cause).until(until);
    }

    /** Keeps what changed within the hour. A value that is not known changes nothing. */
    private static void follow(Deque<Value> values, Instant at, OptionalDouble amount) {
        if (amount.isPresent()
                && (values.isEmpty() || values.getLast().amount() != amount.getAsDouble())) {
            values.addLast(new Value(at, amount.getAsDouble()));
        }
        // The last one before the hour still stood when the hour began.
        while (values.size() > 1 && !secondOf(values).at().plus(WITHIN).isAfter(at)) {
            values.removeFirst();
        }
    }

    private static Value secondOf(Deque<Value> values) {
        var order = values.iterator();
        order.next();
        return order.next();
    }

    /**
     * How far the last value is above the least of the hour.
     *
     * @param until when the last value from which it is too far has been left for an hour; {@code
     *     null} when it is not too far from any
     */
    private record Rise(double by, @Nullable Instant until) {}

    private static Rise rise(Deque<Value> values, double limit) {
        double most = 0;
        Instant until = null;
        Value before = null;
        for (Value value : values) {
            if (before != null) {
                double by = by(before, values.getLast());
                most = Math.max(most, by);
                until = by >= limit ? value.at().plus(WITHIN) : until;
            }
            before = value;
        }
        return new Rise(most, until);
    }

    /** Free of what sums of binary fractions leave over. */
    private static double by(Value before, Value after) {
        return Math.rint((after.amount() - before.amount()) * 1e6) / 1e6;
    }

    private static OptionalDouble dose(Moment moment) {
        return NorepinephrineEquivalent.of(
                moment.picture().vasopressors().drugs().stream()
                        .map(RunningVasopressor::infusion)
                        .toList(),
                moment.picture().patient().weight());
    }

    private static OptionalDouble fraction(Moment moment) {
        if (moment.picture().oxygen() instanceof Reading.Measured<OxygenSupport> measured) {
            OxygenFraction set = measured.value().fio2();
            return set == null ? OptionalDouble.empty() : OptionalDouble.of(set.percent());
        }
        return OptionalDouble.empty();
    }
}
