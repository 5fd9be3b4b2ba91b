package org.cytovigil.ui.trend.table;

import java.util.Map;

/**
 * One row: what was known and done in one interval.
 *
 * @param interval the whole of it
 * @param running whether it has not ended at the present
 * @param grade the highest grade on the unit's scale
 * @param second the highest grade on the scale beside it
 * @param cells what the other columns tell, by column
 */
record TableRow(
        Interval interval,
        boolean running,
        GradeCell grade,
        GradeCell second,
        Map<Column, Cell> cells) {
    TableRow {
        cells = Map.copyOf(cells);
    }

    /** What a column tells; of {@link Column#TIME} and the grades nothing. */
    Cell cell(Column column) {
        return cells.getOrDefault(column, Cell.NOTHING);
    }
}
