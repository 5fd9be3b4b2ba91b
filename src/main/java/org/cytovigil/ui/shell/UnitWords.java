package org.cytovigil.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.monitor.Alarm;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.ui.alarms.AlarmWords;
import org.cytovigil.ui.nurses.NurseLoad;
import org.cytovigil.ui.shell.ShellViewModel.Census;
import org.cytovigil.ui.shell.ShellViewModel.Named;
import org.cytovigil.ui.shell.ShellViewModel.Strip;
import org.cytovigil.ui.theme.Texts;

/** What strip and header say of a unit. */
// [impl->req~ui.alarm-strip~1]
final class UnitWords {
    /**
     * More unanswered alarms than this are counted by priority, for nobody reads them one by one.
     */
    private static final int FLOOD = 8;

    private UnitWords() {}

    /** What the alarm strip shows. */
    static Strip strip(UnitSnapshot latest) {
        if (latest.alarms().isEmpty()) {
            return Strip.QUIET;
        }
        Alarm top = latest.alarms().getFirst();
        List<Alarm> waiting = latest.alarms().stream().filter(a -> !a.answered()).toList();
        boolean flood = waiting.size() > FLOOD;
        int others = latest.alarms().size() - 1;
        return new Strip(
                top,
                AlarmWords.strip(latest, top),
                flood ? counts(waiting) : others == 0 ? "" : Texts.of("shell.others", others),
                flood ? urgent(latest, waiting) : List.of());
    }

    /** "3 !!! · 2 !! · 14 !": how many wait, by priority. */
    private static String counts(List<Alarm> waiting) {
        Map<AlarmPriority, Integer> counts = new EnumMap<>(AlarmPriority.class);
        waiting.forEach(alarm -> counts.merge(alarm.condition().priority(), 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach(
                (priority, count) ->
                        parts.add(Texts.of("shell.flood", count.toString(), priority.mark())));
        return String.join(" · ", parts);
    }

    private static List<Named> urgent(UnitSnapshot latest, List<Alarm> waiting) {
        return waiting.stream()
                .skip(1)
                .filter(alarm -> alarm.condition().priority() == AlarmPriority.HIGH)
                .map(alarm -> new Named(alarm, AlarmWords.brief(latest, alarm)))
                .toList();
    }

    /** How many there are of each grade. */
    static Census census(UnitSnapshot latest) {
        int[] counts = new int[6];
        int unknown = 0;
        for (StaySnapshot found : latest.stays()) {
            Assessment assessment = found.assessment(found.scale());
            if (found.discharged() || assessment == null) {
                continue;
            }
            GradeRange range = assessment.range();
            if (range.lowest() == 0 && !range.determined()) {
                unknown++;
            } else {
                counts[range.lowest()]++;
            }
        }
        return new Census(Arrays.stream(counts).boxed().toList(), unknown);
    }

    /** What waits in the unit, and with whom: "unanswered: 2 · ...". */
    static String summary(UnitSnapshot latest) {
        int waiting = 0;
        int inTheLastHour = 0;
        Instant hourAgo = latest.at().minus(Duration.ofHours(1));
        for (Alarm alarm : latest.alarms()) {
            waiting += alarm.answered() ? 0 : 1;
            inTheLastHour += alarm.condition().raisedAt().isBefore(hourAgo) ? 0 : 1;
        }
        int overdue = 0;
        for (StaySnapshot stay : latest.stays()) {
            overdue += stay.schedule().overdue().size();
        }
        String nurses = NurseLoad.summary(NurseLoad.of(latest));
        String load = Texts.of("shell.summary", waiting, inTheLastHour, overdue);
        return nurses.isEmpty() ? load : load + " · " + nurses;
    }
}
