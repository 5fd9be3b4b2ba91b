package org.cytovigil.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.OptionalDouble;
import org.cytovigil.clinical.OxygenFraction;
import org.cytovigil.clinical.OxygenSupport;
import org.cytovigil.grading.AlarmSettings;
import org.cytovigil.grading.NorepinephrineEquivalent;
import org.cytovigil.grading.Reading;
import org.cytovigil.grading.RunningVasopressor;
import org.cytovigil.grading.Wording;

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
        double dose = rise(doses, moment.at(), dose(moment));
        double fraction = rise(fractions, moment.at(), fraction(moment));
        if (dose >= moment.policy().get(AlarmSettings.RAPID_DOSE).amount()) {
            return Level.of(
                    1,
                    "vasopressors up by %s µg/kg/min within an hour (norepinephrine equivalent)"
                            .formatted(Wording.number(dose)));
        }
        return fraction >= moment.policy().get(AlarmSettings.RAPID_FRACTION).percent()
                ? Level.of(1, "FiO2 up by %s %% within an hour".formatted(Wording.number(fraction)))
                : Level.NONE;
    }

    /** How far the amount is above the least within the hour; 0 when it is not known. */
    private static double rise(Deque<Value> values, Instant at, OptionalDouble amount) {
        if (amount.isPresent()) {
            values.addLast(new Value(at, amount.getAsDouble()));
        }
        // The last one before the hour still stood when the hour began.
        while (values.size() > 1 && !secondOf(values).at().isAfter(at.minus(WITHIN))) {
            values.removeFirst();
        }
        return values.stream()
                .min(Comparator.comparingDouble(Value::amount))
                .map(least -> values.getLast().amount() - least.amount())
                .map(rise -> Math.rint(rise * 1e6) / 1e6)
                .orElse(0.0);
    }

    private static Value secondOf(Deque<Value> values) {
        var order = values.iterator();
        order.next();
        return order.next();
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
