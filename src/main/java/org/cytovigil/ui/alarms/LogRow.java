package org.cytovigil.ui.alarms;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.alarm.AlarmLine;
import org.cytovigil.alarm.Condition;
import org.cytovigil.clinical.StayId;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.monitor.StaySnapshot;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A line of the alarm log as screens and files show it.
 *
 * @param stay whose, or {@link AlarmKey#UNIT}
 * @param line the line of the log
 * @param time "7 Jan 06:02:10"
 * @param bed the bed that the stay was in then; empty for none and for the unit
 * @param name the patient's; of the unit its word
 * @param record the record number; empty for the unit
 * @param kind in words
 * @param priority of what it is about, or {@code null} when nothing was raised
 * @param what what happened
 */
public record LogRow(
        StayId stay,
        AlarmLine line,
        String time,
        String bed,
        String name,
        String record,
        String kind,
        @Nullable AlarmPriority priority,
        String what) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    /**
     * @param of the stay, or {@code null} for the unit
     */
    static LogRow of(@Nullable StaySnapshot of, AlarmLine line, ZoneId zone) {
        Condition after = line.after().condition();
        Condition about = after == null ? line.before().condition() : after;
        return new LogRow(
                of == null ? AlarmKey.UNIT : of.stay().id(),
                line,
                TIME.format(line.at().atZone(zone)),
                of == null ? "" : of.bedAt(line.at()),
                of == null ? Texts.of("alarms.unit") : of.stay().patient().name(),
                of == null ? "" : of.stay().patient().recordNumber(),
                AlarmWords.kind(line.kind()),
                about == null ? null : about.priority(),
                LogWords.of(line, zone));
    }

    /** Whose it is, by two identifiers. */
    String who() {
        if (stay.equals(AlarmKey.UNIT)) {
            return name;
        }
        String place = bed.isEmpty() ? Texts.of("alarms.no-bed") : Texts.of("alarms.bed", bed);
        return Texts.of("alarms.identity", Texts.of("alarms.who", place, name), record);
    }

    /** The mark of its priority; empty when nothing was raised. */
    String mark() {
        return priority == null ? "" : priority.mark();
    }

    /**
     * Whether it holds every one of some words.
     *
     * @param words in lower case, parted by blanks
     */
    boolean holds(String words) {
        String all = String.join(" ", time, who(), kind, what, mark()).toLowerCase(Locale.ROOT);
        return BLANKS.splitAsStream(words).allMatch(all::contains);
    }
}
