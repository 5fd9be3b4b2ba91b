package org.cytovigil.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.AlarmLoad;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.clinical.Observation;
import org.cytovigil.clinical.ScaleId;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.SitePolicy;
import org.cytovigil.ledger.Author;
import org.cytovigil.ledger.Entry;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.UnitMonitor;
import org.cytovigil.monitor.UnitSnapshot;

/**
 * One stay, watched from its first entry to its last by a unit that ticks every minute, each alarm
 * answered within ten minutes.
 *
 * @param charted for how long vital signs were charted: the gaps between them, each counted as
 *     {@link #LONGEST_GAP} at most, because a patient without any for longer was elsewhere
 */
record WatchedCourse(
        StayId stay,
        String name,
        Instant from,
        Instant to,
        Duration charted,
        List<AlarmLine> log,
        List<Assessment> history) {
    static final Duration TICK = Duration.ofMinutes(1);
    static final Duration LONGEST_GAP = Duration.ofHours(12);
    private static final int TICKS_TO_THE_ANSWER = 10;

    static WatchedCourse of(List<Entry> entries) {
        // What a sender dates before the admission is known of only with it.
        List<Entry> inOrder =
                entries.stream()
                        .sorted(
                                Comparator.comparing(
                                                (Entry entry) ->
                                                        !(entry.event() instanceof Entry.Admitted))
                                        .thenComparing(Entry::at))
                        .toList();
        StayId stay = inOrder.getFirst().stay();
        Instant from = inOrder.getFirst().at();
        Instant to = inOrder.getLast().at().plus(TICK);
        UnitMonitor unit = new UnitMonitor(SitePolicy.DEFAULT, ZoneOffset.UTC, from);
        int told = 0;
        int ticks = 0;
        for (Instant now = from; now.isBefore(to); now = now.plus(TICK)) {
            unit.now(now);
            for (; told < inOrder.size() && !inOrder.get(told).at().isAfter(now); told++) {
                unit.accept(inOrder.get(told));
            }
            unit.tick(now);
            if (ticks++ % TICKS_TO_THE_ANSWER == TICKS_TO_THE_ANSWER - 1) {
                answer(unit, now);
            }
        }
        for (; told < inOrder.size(); told++) {
            unit.accept(inOrder.get(told));
        }
        unit.tick(to);
        UnitSnapshot end = unit.snapshot();
        return new WatchedCourse(
                stay,
                end.stay(stay).orElseThrow().stay().patient().name(),
                from,
                to,
                charted(inOrder),
                Objects.requireNonNull(end.logs().get(stay)),
                end.stay(stay).orElseThrow().history(ScaleId.ASTCT_2019));
    }

    private static Duration charted(List<Entry> inOrder) {
        Duration sum = Duration.ZERO;
        Instant before = null;
        for (Entry entry : inOrder) {
            if (entry.event() instanceof Entry.Observed(Observation fact) && isVital(fact)) {
                if (before != null) {
                    Duration gap = Duration.between(before, entry.at());
                    sum = sum.plus(gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap);
                }
                before = entry.at();
            }
        }
        return sum;
    }

    private static boolean isVital(Observation fact) {
        return fact instanceof Observation.BodyTemperature
                || fact instanceof Observation.BloodPressure;
    }

    private static void answer(UnitMonitor unit, Instant now) {
        for (Alarm alarm : unit.snapshot().alarms()) {
            if (!alarm.answered()) {
                AlarmKey key = alarm.key();
                unit.accept(
                        new Entry(
                                key.stay(),
                                now,
                                now,
                                new Author(Author.Kind.PERSON, "nurse"),
                                new Entry.Acknowledged(
                                        key, alarm.condition().level(), "observed")));
            }
        }
    }

    AlarmLoad load() {
        return AlarmLoad.of(Map.of(stay, log), from, to);
    }

    /** In days. */
    double days() {
        return charted.toMinutes() / 1440.0;
    }

    /** What was raised; by default nothing of these stays is reminded of. */
    List<AlarmLine> raised() {
        return log.stream()
                .filter(line -> line.after() instanceof AlarmState.Unacknowledged)
                .toList();
    }

    List<AlarmLine> raised(AlarmKind kind) {
        return raised().stream().filter(line -> line.kind() == kind).toList();
    }

    List<AlarmLine> rises() {
        return raised(AlarmKind.GRADE_RISE);
    }

    static int level(AlarmLine line) {
        return Objects.requireNonNull(line.after().condition()).level();
    }

    static String cause(AlarmLine line) {
        return Objects.requireNonNull(line.after().condition()).cause();
    }
}
