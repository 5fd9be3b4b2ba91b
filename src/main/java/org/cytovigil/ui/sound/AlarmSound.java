package org.cytovigil.ui.sound;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cytovigil.alarm.AlarmKey;
import org.cytovigil.grading.AlarmPriority;
import org.cytovigil.monitor.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * Decides what sounds: the burst of the most urgent alarm that waits for an answer, again and
 * again, louder the longer it waits. A pause silences what stood when it began and nothing else. It
 * knows no loudspeaker and no clock. Not safe for several threads.
 *
 * <table>
 * <caption>What sounds</caption>
 * <tr><th>what happens</th><th>what sounds</th></tr>
 * <tr><td>an alarm is raised, or rises</td><td>its burst at once, over a less urgent one</td></tr>
 * <tr><td>it waits</td><td>its burst again every 8, 20 or 40 s (high, medium, low)</td></tr>
 * <tr><td>it has waited for 30 s, 60 s</td><td>the same, louder</td></tr>
 * <tr><td>it is answered, or gone without latching</td><td>no more</td></tr>
 * <tr><td>sound is paused</td><td>nothing for 2 minutes</td></tr>
 * <tr><td>an alarm is raised, or rises, in the pause</td><td>its burst at once; the pause is over</td></tr>
 * </table>
 */
// [impl->req~ui.alarm-sound~1]
final class AlarmSound {
    static final Duration PAUSE = Duration.ofMinutes(2);

    private static final Duration LOUDER = Duration.ofSeconds(30);
    private static final Duration LOUDEST = Duration.ofSeconds(60);
    private static final double QUIET_VOLUME = 0.35;
    private static final double LOUDER_VOLUME = 0.6;

    private final Map<AlarmKey, Waiting> waiting = new HashMap<>();
    private @Nullable Instant pausedUntil;
    private @Nullable Play last;
    private Instant lastAt = Instant.EPOCH;

    /** An alarm that waits, and since when it has been heard of at this level. */
    private record Waiting(AlarmPriority priority, int level, Instant raisedAt, Instant since) {
        boolean isNewTo(@Nullable Waiting before) {
            return before == null
                    || level > before.level
                    || priority.compareTo(before.priority) < 0
                    || !raisedAt.equals(before.raisedAt);
        }
    }

    /**
     * What is to sound now.
     *
     * @param volume 0 to 1
     */
    record Play(Burst burst, double volume) {}

    /** Silences what stands for two minutes from now. */
    void pause(Instant now) {
        pausedUntil = now.plus(PAUSE);
    }

    /** Ends the pause; what waits sounds at once. */
    void resume() {
        pausedUntil = null;
        last = null;
    }

    /** How long the pause still lasts; zero when there is none. */
    Duration pauseLeft(Instant now) {
        Instant until = pausedUntil;
        return until == null || !until.isAfter(now) ? Duration.ZERO : Duration.between(now, until);
    }

    /** Forgets what has sounded and what has waited, as when sound is switched on. */
    void reset() {
        waiting.clear();
        pausedUntil = null;
        last = null;
    }

    /**
     * Decides; asked several times a second.
     *
     * @param alarms those that stand, answered or not
     * @param now by a clock that never goes back, whatever time the unit has
     * @return what begins to sound now, in place of whatever sounds; empty when nothing begins
     */
    Optional<Play> decide(List<Alarm> alarms, Instant now) {
        boolean paused = pausedUntil != null;
        AlarmPriority news = take(alarms, now);
        if (paused && (news != null || pauseLeft(now).isZero())) {
            pausedUntil = null;
            last = null;
        }
        Optional<AlarmPriority> top =
                waiting.values().stream().map(Waiting::priority).min(Comparator.naturalOrder());
        if (top.isEmpty()) {
            last = null;
            return Optional.empty();
        }
        if (pausedUntil != null) {
            return Optional.empty();
        }
        Burst burst = Burst.of(top.get());
        if (!isDue(burst, news == top.get(), now)) {
            return Optional.empty();
        }
        Play play = new Play(burst, volume(top.get(), now));
        last = play;
        lastAt = now;
        return Optional.of(play);
    }

    /**
     * Whether a burst that has begun may go on: nobody has paused it, and something waits for it.
     */
    boolean mayGoOn(Burst burst) {
        return pausedUntil == null
                && waiting.values().stream()
                        .anyMatch(alarm -> alarm.priority() == burst.priority());
    }

    /** Lets what waits sound at once, as when a loudspeaker is there again. */
    void again() {
        last = null;
    }

    /** Takes over what waits; tells the most urgent of what is new, or {@code null}. */
    private @Nullable AlarmPriority take(List<Alarm> alarms, Instant now) {
        AlarmPriority news = null;
        Map<AlarmKey, Waiting> before = Map.copyOf(waiting);
        waiting.clear();
        for (Alarm alarm : alarms) {
            if (!alarm.answered()) {
                AlarmPriority priority = alarm.condition().priority();
                Waiting was = before.get(alarm.key());
                Waiting is =
                        new Waiting(
                                priority,
                                alarm.condition().level(),
                                alarm.condition().raisedAt(),
                                now);
                boolean isNew = is.isNewTo(was);
                waiting.put(alarm.key(), isNew || was == null ? is : was);
                if (isNew && (news == null || priority.compareTo(news) < 0)) {
                    news = priority;
                }
            }
        }
        return news;
    }

    private boolean isDue(Burst burst, boolean isNew, Instant now) {
        Play played = last;
        if (played == null) {
            return true;
        }
        Duration since = Duration.between(lastAt, now);
        if (burst.compareTo(played.burst()) < 0) {
            return true;
        }
        if (isNew && since.compareTo(played.burst().length()) >= 0) {
            return true;
        }
        return since.compareTo(played.burst().every()) >= 0;
    }

    private double volume(AlarmPriority priority, Instant now) {
        Duration longest =
                waiting.values().stream()
                        .filter(alarm -> alarm.priority() == priority)
                        .map(alarm -> Duration.between(alarm.since(), now))
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
        if (longest.compareTo(LOUDEST) >= 0) {
            return 1;
        }
        return longest.compareTo(LOUDER) >= 0 ? LOUDER_VOLUME : QUIET_VOLUME;
    }
}
