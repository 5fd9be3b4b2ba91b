package org.cytovigil.feed.simulator;

/**
 * When the next vital signs are due: every 4 h, 2 h from grade 2 and 1 h from grade 3 (monitoring
 * intervals of the site policy), at slightly irregular minutes, and in between when someone asks
 * for them.
 */
final class Rounds {
    private static final long NONE = Long.MAX_VALUE;
    private static final long CLOSE_WATCH_HELD_MINUTES = 12 * 60;
    private static final long WATCH_HELD_MINUTES = 24 * 60;

    private final Chance chance;
    private long slot;
    private long routine;
    private long asked = NONE;
    private long last = -NONE / 2;
    private long lastSevere = -NONE / 2;
    private long lastModerate = -NONE / 2;

    Rounds(Chance chance, long firstMinute) {
        this.chance = chance;
        slot = 0;
        routine = firstMinute;
    }

    /** Has a set taken at that minute, unless an earlier one is asked for already. */
    void ask(long minute) {
        asked = Math.min(asked, minute);
    }

    /** Tells the grade that now shows, which sets the interval. */
    void gradeShows(long minute, int grade) {
        if (grade >= 3) {
            lastSevere = minute;
        }
        if (grade >= 2) {
            lastModerate = minute;
        }
        long interval = interval(minute);
        if (routine - minute > interval + interval / 4) {
            slot = (Math.floorDiv(minute + interval / 3, interval) + 1) * interval;
            routine = slot + irregularity(interval);
        }
    }

    /**
     * Whether a set is due before that minute; one that follows another too closely is left out.
     */
    boolean dueBefore(long minute) {
        long interval = interval(minute);
        if (routine < minute && routine - last < interval / 8) {
            nextRoutine(interval);
        }
        if (asked < minute && asked - last < 8) {
            asked = NONE;
        }
        return Math.min(routine, asked) < minute;
    }

    /** The minute of the set that is due; it counts as taken. */
    long take() {
        long minute = Math.min(routine, asked);
        if (asked <= minute) {
            asked = NONE;
        }
        if (routine <= minute) {
            nextRoutine(interval(minute));
        }
        last = minute;
        return minute;
    }

    /** Minutes since the last set. */
    long since(long minute) {
        return minute - last;
    }

    private void nextRoutine(long interval) {
        slot = (Math.floorDiv(slot, interval) + 1) * interval;
        routine = slot + irregularity(interval);
    }

    private long irregularity(long interval) {
        return interval >= 240
                ? chance.whole(-8, 17)
                : interval >= 120 ? chance.whole(-6, 12) : chance.whole(-4, 8);
    }

    private long interval(long minute) {
        if (minute - lastSevere < CLOSE_WATCH_HELD_MINUTES) {
            return 60;
        }
        return minute - lastModerate < WATCH_HELD_MINUTES ? 120 : 240;
    }
}
