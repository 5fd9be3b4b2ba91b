package org.cytovigil.feed.clif;

import java.util.List;

/** What the columns of one table mean. */
interface ClifTable {
    /** The column that names the stay, in every table. */
    String STAY = "hospitalization_id";

    /** The table's name with its prefix. */
    String name();

    /** The columns without which no row can be read. */
    List<String> required();

    /** Whether the row is about something that is charted here. */
    boolean concerns(Row row);

    /** When it was so, as the row gives it; empty when it does not. */
    String stamp(Row row);

    /** What the row says; only for rows that concern. */
    Reading read(Row row);
}
