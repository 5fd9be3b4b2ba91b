package org.cytovigil.ui.shell;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.PolicyTimeline;
import org.cytovigil.monitor.Feeds;
import org.cytovigil.monitor.UnitSnapshot;
import org.cytovigil.monitor.UnitSource;
import org.cytovigil.ui.theme.Texts;

/**
 * What the frame says of the program itself: what is wrong, what it follows, when data came last.
 * FX thread.
 */
final class StatusWords {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DATE_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final UnitSource source;
    private final ZoneId zone;
    private final StalledWatch stalled;
    private final List<String> missed = new ArrayList<>();

    /**
     * @param clock goes on whatever becomes of the monitor
     */
    StatusWords(UnitSource source, ZoneId zone, InstantSource clock) {
        this.source = source;
        this.zone = zone;
        this.stalled = new StalledWatch(clock, zone);
    }

    /** Keeps, until somebody has read it, what a closed panel could not store. */
    void miss(String words) {
        missed.add(words);
    }

    /**
     * What closed panels could not store was read.
     *
     * @return whether there was any of it
     */
    boolean readMissed() {
        boolean any = !missed.isEmpty();
        missed.clear();
        return any;
    }

    /** The time of a snapshot, to the second. */
    String clock(UnitSnapshot latest) {
        return CLOCK.format(latest.at().atZone(zone));
    }

    /** What is wrong with the monitor or the store; empty when nothing is. */
    String trouble() {
        // A replay may run slower than life, and then has a new moment less often.
        String stands =
                source.mode() == UnitSource.Mode.REPLAY ? "" : stalled.look(source.latest().at());
        String fault = (stands + " " + source.fault()).strip();
        List<String> lines = new ArrayList<>();
        if (!fault.isEmpty()) {
            lines.add(Texts.of("shell.trouble", AlarmPriority.MEDIUM.mark(), fault));
        }
        missed.forEach(
                words -> lines.add(Texts.of("shell.missed", AlarmPriority.MEDIUM.mark(), words)));
        return String.join("\n", lines);
    }

    /** What is followed, and the policy that is announced. */
    String status() {
        String well =
                source.fault().isEmpty()
                        ? following(source.latest().feeds())
                        : Texts.of("shell.status.trouble");
        PolicyTimeline.Held held = source.announced();
        return held == null
                ? well
                : Texts.of("shell.policy", well, held.policy().version(), when(held.from()));
    }

    private String following(Feeds feeds) {
        Instant last = feeds.lastEntry();
        return last == null || source.mode() != UnitSource.Mode.LIVE
                ? Texts.of("shell.status." + source.mode().name())
                : Texts.of("shell.followed", whenToTheSecond(last));
    }

    /** When a device was last heard, once any was; of live units only. */
    String connection(UnitSnapshot latest) {
        Instant last = latest.feeds().lastHeard();
        if (last == null || source.mode() != UnitSource.Mode.LIVE) {
            return "";
        }
        boolean silent = latest.feeds().silent() == latest.feeds().states().size();
        return Texts.of(silent ? "shell.data.silent" : "shell.data", whenToTheSecond(last));
    }

    private String whenToTheSecond(Instant moment) {
        return isToday(moment) ? CLOCK.format(moment.atZone(zone)) : when(moment);
    }

    private boolean isToday(Instant moment) {
        LocalDate today = source.latest().at().atZone(zone).toLocalDate();
        return moment.atZone(zone).toLocalDate().equals(today);
    }

    /** With the date when it is another day. */
    private String when(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        return (isToday(moment) ? TIME : DATE_AND_TIME).format(there);
    }
}
