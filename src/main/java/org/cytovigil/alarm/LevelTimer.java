package org.cytovigil.alarm;

import java.time.Instant;
import java.util.function.BiConsumer;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.grading.SitePolicy;
import org.jspecify.annotations.Nullable;

/**
 * Turns the levels of one kind of condition into events: one for each upward step that lasts as
 * long as the site's delay, none for a fall, and an end once a lower level has lasted. The same
 * level is raised again only after that. Whatever time brings by itself comes out the same however
 * late it is asked for. Holds the state of one stay; not safe for several threads.
 */
final class LevelTimer {
    private final AlarmKind kind;
    private final StaySettings settings;
    private Level current = Level.NONE;
    private Level.Before alarmed = new Level.Before(0, "");
    private @Nullable Level ahead;
    private @Nullable Instant aboveSince;
    private @Nullable Instant belowSince;
    private @Nullable Instant looked;

    /**
     * @param settings those of the stay; looked up whenever a time is reckoned
     */
    LevelTimer(AlarmKind kind, StaySettings settings) {
        this.kind = kind;
        this.settings = settings;
    }

    /**
     * Looks at the level of a moment; moments come in order.
     *
     * @param out told what happens and when, in order
     */
    void look(Instant at, Level level, SitePolicy policy, BiConsumer<Instant, AlarmEvent> out) {
        settle(at, policy, out);
        take(at, level);
        settle(at, policy, out);
        looked = notBefore(looked, at);
    }

    private void take(Instant at, Level level) {
        Instant since = level.since() == null ? at : level.since();
        boolean begun = !since.isAfter(at);
        ahead = begun ? level.next() : level;
        current = begun ? level : Level.NONE;
        compare(at, current, since);
    }

    private void compare(Instant at, Level level, Instant since) {
        if (level.lowest() > alarmed.level()) {
            belowSince = null;
            if (aboveSince == null) {
                aboveSince = since;
            }
        } else {
            aboveSince = null;
            // A level that may still be as high, for want of a fact, is no fall: stale data end no
            // alarm.
            if (level.highest() >= alarmed.level()) {
                belowSince = null;
            } else if (belowSince == null) {
                belowSince = at;
            }
        }
    }

    /** When time alone will bring something next; {@code null} when it will not. */
    @Nullable Instant due(SitePolicy policy) {
        Instant begins = ahead == null ? null : ahead.since();
        return earlier(earlier(begins, current.until()), earlier(raised(policy), over(policy)));
    }

    private @Nullable Instant raised(SitePolicy policy) {
        return aboveSince == null ? null : settings.raised(kind, policy, aboveSince);
    }

    private @Nullable Instant over(SitePolicy policy) {
        return belowSince == null ? null : settings.over(kind, policy, belowSince);
    }

    /** Lets time pass: tells what it alone has brought up to now, in its order. */
    void settle(Instant now, SitePolicy policy, BiConsumer<Instant, AlarmEvent> out) {
        for (Instant due = due(policy); due != null && !due.isAfter(now); due = due(policy)) {
            if (aboveSince != null && due.equals(raised(policy))) {
                raise(notBefore(looked, due), aboveSince, policy, out);
            } else if (belowSince != null && due.equals(over(policy))) {
                alarmed = new Level.Before(current.lowest(), current.subject());
                belowSince = null;
                out.accept(due, new AlarmEvent.Cleared(due));
            } else {
                take(due, ahead == null ? Level.NONE : ahead);
            }
        }
    }

    static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.isBefore(one) ? other : one;
    }

    static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : notBefore(other, one);
    }

    private void raise(
            Instant at, Instant since, SitePolicy policy, BiConsumer<Instant, AlarmEvent> out) {
        int level = current.lowest();
        AlarmPriority priority = settings.priority(kind, policy, level);
        String cause = current.cause().apply(alarmed);
        alarmed = new Level.Before(level, current.subject());
        aboveSince = null;
        out.accept(at, new AlarmEvent.Raised(new Condition(kind, priority, level, cause, since)));
    }

    /** What was over before the last look was not seen then, but learned since. */
    private static Instant notBefore(@Nullable Instant earliest, Instant at) {
        return earliest != null && earliest.isAfter(at) ? earliest : at;
    }
}
