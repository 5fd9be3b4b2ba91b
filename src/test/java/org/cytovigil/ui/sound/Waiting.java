package org.cytovigil.ui.sound;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmKind;
import org.cytovigil.alarm.AlarmState;
import org.cytovigil.alarm.Answer;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.monitor.Alarm;

/** Alarms in short: "A/3/HIGH" waits, "B/1/LOW*" is answered. */
final class Waiting {
    private static final Instant RAISED = Instant.parse("2026-03-01T12:00:00Z");

    private Waiting() {}

    static List<Alarm> alarms(String text) {
        List<Alarm> alarms = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            if (!word.isBlank()) {
                alarms.add(alarm(word));
            }
        }
        return alarms;
    }

    private static Alarm alarm(String word) {
        boolean answered = word.endsWith("*");
        String[] parts = word.replace("*", "").split("/", -1);
        Condition condition =
                new Condition(
                        AlarmKind.GRADE_RISE,
                        AlarmPriority.valueOf(parts[2]),
                        Integer.parseInt(parts[1]),
                        "cause",
                        RAISED);
        return new Alarm(
                new AlarmKey(new StayId(parts[0]), AlarmKind.GRADE_RISE),
                answered
                        ? new AlarmState.Acknowledged(condition, new Answer("N2", RAISED, ""))
                        : new AlarmState.Unacknowledged(condition),
                condition);
    }
}
