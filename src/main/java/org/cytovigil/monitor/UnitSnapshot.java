package org.cytovigil.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.alarm.AlarmAdjustment;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.clinical.StayId;

/**
 * The whole unit at one moment: what screens read; immutable.
 *
 * @param at the present of the monitor's clock
 * @param stays the stays, in the order of their admission to the ledger
 * @param alarms every alarm that stands, unanswered before answered, the most urgent first, then
 *     the newest
 * @param hidden every alarm that is put off, out of service or told inside another one
 * @param adjusted every alarm whose settings are others for its patient
 * @param logs what became of the alarms of each stay, and of the unit, in the order in which it was
 *     learned
 * @param feeds what comes in
 * @param cancelled admissions that were mistakes, in the order of {@code stays}, which has none of
 *     them
 */
public record UnitSnapshot(
        Instant at,
        List<StaySnapshot> stays,
        List<Alarm> alarms,
        List<HiddenAlarm> hidden,
        List<AdjustedAlarm> adjusted,
        Map<StayId, List<AlarmLine>> logs,
        Feeds feeds,
        List<CancelledAdmission> cancelled) {
    /** A unit that nothing is known to come into. */
    public UnitSnapshot(Instant at, List<StaySnapshot> stays, List<Alarm> alarms) {
        this(at, stays, alarms, List.of(), List.of(), Map.of(), Feeds.NONE, List.of());
    }

    /** A unit without stays. */
    public static UnitSnapshot empty(Instant at) {
        return new UnitSnapshot(at, List.of(), List.of());
    }

    /** What is otherwise for the patient of that alarm; empty when nothing is. */
    public Optional<AlarmAdjustment> adjustment(AlarmKey key) {
        return adjusted.stream()
                .filter(found -> found.key().equals(key))
                .map(AdjustedAlarm::adjustment)
                .findFirst();
    }

    /** The stay of that identifier; empty when it is not on the unit. */
    public Optional<StaySnapshot> stay(StayId id) {
        return stays.stream().filter(stay -> stay.stay().id().equals(id)).findFirst();
    }
}
