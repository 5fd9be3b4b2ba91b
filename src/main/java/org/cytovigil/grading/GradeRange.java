package org.cytovigil.grading;

/**
 * The grades that the known facts allow, both ends included.
 *
 * @param lowest the lowest possible grade, 0 to 5
 * @param highest the highest possible grade, 0 to 5, not below {@code lowest}
 */
public record GradeRange(int lowest, int highest) {
    /** The worst grade of any scale: death. */
    public static final int WORST = 5;

    // There are only 21 ranges: made once, so that grading makes no new ones.
    private static final GradeRange[] KNOWN = new GradeRange[(WORST + 1) * (WORST + 1)];

    static {
        for (int low = 0; low <= WORST; low++) {
            for (int high = low; high <= WORST; high++) {
                KNOWN[low * (WORST + 1) + high] = new GradeRange(low, high);
            }
        }
    }

    public GradeRange {
        if (lowest < 0 || highest > WORST || lowest > highest) {
            throw new IllegalArgumentException("no range of grades: " + lowest + " to " + highest);
        }
    }

    /** Exactly that grade. */
    public static GradeRange of(int grade) {
        return of(grade, grade);
    }

    /**
     * From one grade to another.
     *
     * @throws IllegalArgumentException when these are no two grades in order
     */
    public static GradeRange of(int lowest, int highest) {
        return lowest >= 0 && lowest <= highest && highest <= WORST
                ? KNOWN[lowest * (WORST + 1) + highest]
                : new GradeRange(lowest, highest);
    }

    /** Whether the facts leave only one grade. */
    public boolean determined() {
        return lowest == highest;
    }

    /** The range of the worse of two axes: the maximum of the lowest and of the highest ends. */
    public GradeRange worse(GradeRange other) {
        return of(Math.max(lowest, other.lowest), Math.max(highest, other.highest));
    }

    /** "2", "at least 2 (up to 4)" or "unknown (0 to 4)", as Clinical basis section 3 words it. */
    @Override
    public String toString() {
        if (determined()) {
            return Integer.toString(lowest);
        }
        return lowest == 0
                ? "unknown (0 to %d)".formatted(highest)
                : "at least %d (up to %d)".formatted(lowest, highest);
    }
}
