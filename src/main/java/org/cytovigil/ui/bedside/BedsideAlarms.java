package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.monitor.AdjustedAlarm;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.HiddenAlarm;
import org.cytovigil.ui.alarms.AdjustmentWords;
import org.cytovigil.ui.alarms.AlarmWords;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The alarms of one patient in words, above the chart.
 *
 * @param lines those that stand, the most urgent first; none that waits for an answer is left out
 * @param more how many answered ones are left out, in words; empty for none
 * @param adjusted those that are set otherwise for this patient, each in a sentence
 * @param hidden those that somebody put off or took out of service, each in a sentence
 */
public record BedsideAlarms(
        List<Line> lines, String more, List<String> adjusted, List<String> hidden) {
    static final BedsideAlarms NONE = new BedsideAlarms(List.of(), "", List.of(), List.of());

    /** Answered ones are shown up to so many lines in all. */
    private static final int LINES = 3;

    /**
     * One alarm.
     *
     * @param mark of its priority
     * @param text its cause
     * @param note since when it waits, or who answered what
     * @param waiting its priority while it waits for an answer, or {@code null}
     */
    public record Line(String mark, String text, String note, @Nullable AlarmPriority waiting) {}

    /**
     * @param standing the alarms of the stay that stand, the most urgent first
     * @param adjusted those of the stay that are set otherwise
     * @param hidden those that do not stand
     */
    static BedsideAlarms of(
            List<Alarm> standing,
            List<AdjustedAlarm> adjusted,
            List<HiddenAlarm> hidden,
            Instant now,
            ZoneId zone) {
        List<Line> lines = new ArrayList<>();
        int left = 0;
        for (Alarm alarm : standing) {
            if (alarm.answered() && lines.size() >= LINES) {
                left++;
            } else {
                AlarmPriority priority = alarm.condition().priority();
                lines.add(
                        new Line(
                                priority.mark(),
                                AlarmWords.cause(alarm.condition()),
                                AlarmWords.answer(alarm, now),
                                alarm.answered() ? null : priority));
            }
        }
        return new BedsideAlarms(
                List.copyOf(lines),
                left == 0 ? "" : Texts.of("bedside.alarms.more", Integer.toString(left)),
                adjusted.stream()
                        .map(found -> AdjustmentWords.sentence(found.adjustment(), now, zone))
                        .toList(),
                hidden.stream()
                        // What another alarm tells is told there.
                        .filter(alarm -> !(alarm.state() instanceof AlarmState.Suppressed))
                        .map(
                                alarm ->
                                        Texts.of(
                                                "bedside.alarms.hidden",
                                                AlarmWords.kind(alarm.key().kind()),
                                                AlarmWords.hidden(alarm.state(), now, zone)))
                        .toList());
    }

    boolean isEmpty() {
        return lines.isEmpty() && adjusted.isEmpty() && hidden.isEmpty();
    }
}
