package org.cytovigil.alarm;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.cytovigil.grading.SitePolicy;

/**
 * The alarms that concern the whole unit: what the program finds out about itself, its store and
 * its feeds. What is told comes in the order of time. One thread only.
 */
// [impl->req~alarm.of-the-unit~1]
// [impl->req~alarm.own-findings~1]
public final class UnitAlarms {
    /** One silent device is an alarm of its patient. */
    private static final int SEVERAL = 2;

    private final AlarmBook book = new AlarmBook(AlarmKind.OF_THE_UNIT);
    private final Map<AlarmKind, Map<String, Level>> findings = new EnumMap<>(AlarmKind.class);
    private final NoDataRule noData;
    private Instant looked = Instant.MIN;

    /**
     * @param zone for clock times in words
     */
    public UnitAlarms(ZoneId zone) {
        this.noData = new NoDataRule("no data from any device of the unit since ", zone);
    }

    /**
     * Says how one program finds one kind of condition from now on. Said again it changes nothing;
     * the gravest of what programs find counts, so that none ends what another still finds.
     *
     * @param program whose finding it is
     * @param level how grave it is; 0 when it is over
     * @param cause what is wrong, in words
     */
    public void look(
            String program,
            AlarmKind kind,
            int level,
            String cause,
            Instant at,
            SitePolicy policy) {
        Map<String, Level> found = findings.computeIfAbsent(kind, any -> new LinkedHashMap<>());
        if (level == 0) {
            found.remove(program);
        } else {
            found.put(program, Level.of(level, cause));
        }
        Level gravest = Level.NONE;
        for (Level each : found.values()) {
            gravest = each.lowest() > gravest.lowest() ? each : gravest;
        }
        book.look(kind, at, gravest, policy);
    }

    /**
     * A device of a stay has sent a fact. It counts when it arrives, so that a restart raises the
     * same alarms.
     *
     * @param sending how many stays there are at a moment to which devices send
     * @param policy the one that holds then
     */
    public void heard(Instant learned, ToIntFunction<Instant> sending, SitePolicy policy) {
        tick(learned, sending, policy);
        noData.heard(learned);
        lookAtFeeds(learned, sending, policy);
    }

    /**
     * Lets time pass.
     *
     * @param sending how many stays there are at a moment to which devices send
     */
    public void tick(Instant now, ToIntFunction<Instant> sending, SitePolicy policy) {
        Instant silent = noData.look(now, policy).since();
        if (silent != null && silent.isAfter(looked) && silent.isBefore(now)) {
            // Nobody has looked since, and what ended in between ended while it was silent.
            book.settle(silent, policy, book::apply);
            lookAtFeeds(silent, sending, policy);
        }
        book.settle(now, policy, book::apply);
        lookAtFeeds(now, sending, policy);
    }

    private void lookAtFeeds(Instant at, ToIntFunction<Instant> sending, SitePolicy policy) {
        looked = at.isAfter(looked) ? at : looked;
        Level silent = noData.look(at, policy);
        // The stays are counted only when that matters: most facts come while nothing is silent.
        boolean lost = silent.lowest() > 0 && sending.applyAsInt(at) >= SEVERAL;
        Level level = lost ? silent : Level.NONE;
        book.look(AlarmKind.FEED_LOST, at, level, policy);
    }

    /** Something was done to an alarm. */
    public void tell(AlarmKind kind, AlarmEvent event, Instant at) {
        book.apply(kind, event, at);
    }

    /** The state of an alarm; normal when it was never raised. */
    public AlarmState state(AlarmKind kind) {
        return book.state(kind);
    }

    /** What became of the alarms so far, oldest first. */
    public List<AlarmLine> log() {
        return book.log();
    }
}
