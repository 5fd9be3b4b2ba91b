package org.cytovigil.ui.trend.table;

import java.util.ArrayList;
import java.util.List;
import org.cytovigil.grading.Assessment;
import org.cytovigil.grading.Explanation;
import org.cytovigil.grading.GradeOverride;
import org.cytovigil.grading.GradeRange;
import org.cytovigil.ui.theme.Texts;
import org.jspecify.annotations.Nullable;

/** The grades of one row. */
final class GradeCells {
    private final RowWriter row;

    GradeCells(RowWriter row) {
        this.row = row;
    }

    /**
     * The assessments that held at some moment of the row, oldest first; the one that began before
     * it among them.
     */
    private List<Assessment> held(List<Assessment> changes) {
        int first = Within.lastAt(changes, Assessment::at, row.interval().from());
        int latest = Within.lastAt(changes, Assessment::at, row.last());
        return latest < 0 ? List.of() : changes.subList(Math.max(0, first), latest + 1);
    }

    /** The highest grade: at least the highest certain one, at most the highest possible one. */
    GradeCell highest(List<Assessment> changes) {
        GradeRange standing = null;
        GradeRange computed = null;
        for (Assessment held : held(changes)) {
            standing = standing == null ? held.standing() : standing.worse(held.standing());
            computed = computed == null ? held.range() : computed.worse(held.range());
        }
        boolean set = held(changes).stream().anyMatch(held -> held.override() != null);
        return new GradeCell(standing, set ? computed : null);
    }

    /** Why the grade on the unit's scale was as high as that. */
    Cell reason() {
        Assessment highest = null;
        for (Assessment held : held(row.facts().grades())) {
            if (highest == null || isWorse(held.standing(), highest.standing())) {
                highest = held;
            }
        }
        return highest == null ? Cell.UNKNOWN : reason(highest);
    }

    private static boolean isWorse(GradeRange one, GradeRange other) {
        return one.lowest() > other.lowest()
                || (one.lowest() == other.lowest() && one.highest() > other.highest());
    }

    private Cell reason(Assessment graded) {
        Explanation words = Explanation.withClockTimes(graded, row.facts().zone());
        List<String> lines = new ArrayList<>();
        @Nullable GradeOverride set = graded.override();
        if (set != null) {
            lines.add(Texts.of("trend.table.set-by", set.by(), set.reason()));
        }
        lines.add(words.criterion());
        return new Cell(lines, words.decidingFact(), Cell.State.KNOWN);
    }
}
