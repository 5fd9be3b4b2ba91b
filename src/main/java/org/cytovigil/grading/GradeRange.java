package org.cytovigil.grading;

/**
 * The grades that the known facts allow, both ends included.
 *
 * @param lowest the lowest possible grade, 0 to 5
 * @param highest the highest possible grade, 0 to 5, not below {@code lowest}
 */
public record GradeRange(int lowest, int highest) {
    public GradeRange {
        if (lowest < 0 || highest > 5 || lowest > highest) {
            throw new IllegalArgumentException("no range of grades: " + lowest + " to " + highest);
        }
    }

    /** Exactly that grade. */
    public static GradeRange of(int grade) {
        return new GradeRange(grade, grade);
    }

    /** Whether the facts leave only one grade. */
    public boolean determined() {
        return lowest == highest;
    }

    /** The range of the worse of two axes: the maximum of the lowest and of the highest ends. */
    public GradeRange worse(GradeRange other) {
        return new GradeRange(Math.max(lowest, other.lowest), Math.max(highest, other.highest));
    }

    /** "2", "at least 2 (up to 4)" or "unknown (0 to 4)", as policy section 3 words it. */
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
