package org.cytovigil.alarm;

import java.time.Duration;

/**
 * What a site decides about alarms.
 *
 * @param rearmAfter how long a lower grade must last before the same grade alarms again: a bag
 *     change or one spurious reading is no new event
 * @param firstChartingWithin how long after admission a fact may be uncharted without a technical
 *     alarm
 */
public record AlarmPolicy(Duration rearmAfter, Duration firstChartingWithin) {
    public static final AlarmPolicy DEFAULT =
            new AlarmPolicy(Duration.ofMinutes(15), Duration.ofHours(4));
}
