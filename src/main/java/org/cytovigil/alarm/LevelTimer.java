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
    private Level current = Level.NONE;
    private Level.Before alarmed = new Level.Before(0, "");
    private @Nullable Instant aboveSince;
    private @Nullable Instant belowSince;
    private @Nullable Instant looked;

    LevelTimer(AlarmKind kind) {
        this.kind = kind;
    }

    /**
     * Looks at the level of a moment; moments come in order.
     *
     * @param out told what happens and when, in order
     */
    void look(Instant at, Level level, SitePolicy policy, BiConsumer<Instant, AlarmEvent> out) {
        settle(at, policy, out);
        current = level;
        if (level.lowest() > alarmed.level()) {
            belowSince = null;
            if (aboveSince == null) {
                Instant since = level.since();
                aboveSince = since == null || since.isAfter(at) ? at : since;
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
        settle(at, policy, out);
    }

    /** Lets time pass. */
    void settle(Instant now, SitePolicy policy, BiConsumer<Instant, AlarmEvent> out) {
        if (aboveSince != null) {
            Instant due = aboveSince.plus(kind.settings().delay(policy));
            if (!due.isAfter(now)) {
                raise(notBefore(looked, due), aboveSince, policy, out);
            }
        }
        if (belowSince != null) {
            Instant over = belowSince.plus(kind.settings().clearAfter(policy));
            if (!over.isAfter(now)) {
                alarmed = new Level.Before(current.lowest(), current.subject());
                belowSince = null;
                out.accept(over, new AlarmEvent.Cleared(over));
            }
        }
        looked = now;
    }

    private void raise(
            Instant at,
            Instant since,
            SitePolicy policy,
            BiConsumer<Instant, AlarmEvent> out) {
        int level = current.lowest();
        AlarmPriority priority = kind.settings().priority(policy, level);
        String cause = current.cause().apply(alarmed);
        alarmed = new Level.Before(level, current.subject());
        aboveSince = null;
        out.accept(
                at, new AlarmEvent.Raised(new Condition(kind, priority, level, cause, since)));
    }

    /** What was over before the last look was not seen then, but learned since. */
    private static Instant notBefore(@Nullable Instant earliest, Instant at) {
        return earliest != null && earliest.isAfter(at) ? earliest : at;
    }
}
