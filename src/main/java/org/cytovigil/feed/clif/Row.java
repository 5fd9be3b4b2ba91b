package org.cytovigil.feed.clif;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table.
 *
 * @param columns the columns of its file
 * @param fields its fields; none when it could not be taken apart
 * @param line the line on which it begins, counted from 1
 * @param raw the text as it came
 * @param defect why it cannot be used at all, or {@code null}
 */
record Row(Columns columns, List<String> fields, long line, String raw, @Nullable String defect) {
    /**
     * The field of that column without blanks around it; empty when the file has no such column.
     */
    String get(String column) {
        int position = columns.position(column);
        return position < 0 ? "" : fields.get(position).strip();
    }
}
