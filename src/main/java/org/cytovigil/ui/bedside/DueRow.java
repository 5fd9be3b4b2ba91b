package org.cytovigil.ui.bedside;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytovigil.grading.DueCheck;
import org.cytovigil.grading.PutOffCheck;
import org.cytovigil.grading.Wording;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.DueWords;
import org.cytovigil.ui.theme.Texts;

/**
 * One line of what is due.
 *
 * @param text "blood pressure · due in 12 min"
 * @param detail when, how often, when it was done last, and who put it off
 * @param overdue whether it is later than a round may be
 */
// [impl->req~ui.due~1]
public record DueRow(String text, String detail, boolean overdue) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** The checks of a stay, overdue ones first, then that which is due first. */
    static List<DueRow> of(StaySnapshot stay, ZoneId zone) {
        Instant now = stay.schedule().at();
        List<DueRow> overdue = new ArrayList<>();
        List<DueRow> rest = new ArrayList<>();
        for (DueCheck check : stay.schedule().checks()) {
            boolean late = check.isOverdue(now);
            DueRow row =
                    new DueRow(
                            Texts.of(
                                    "due.line",
                                    DueWords.name(check.check()),
                                    DueWords.when(check, now)),
                            detail(check, now, zone),
                            late);
            (late ? overdue : rest).add(row);
        }
        overdue.addAll(rest);
        return List.copyOf(overdue);
    }

    private static String detail(DueCheck check, Instant now, ZoneId zone) {
        Instant last = check.last();
        String done =
                last == null ? Texts.of("due.never") : Texts.of("due.last", Wording.age(last, now));
        String words =
                Texts.of(
                        "due.detail",
                        clock(check.due(), zone),
                        Wording.duration(check.every()),
                        done);
        PutOffCheck off = check.putOff();
        return off == null
                ? words
                : Texts.of("due.put-off", clock(off.until(), zone), off.by(), off.reason())
                        + " · "
                        + words;
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }
}
