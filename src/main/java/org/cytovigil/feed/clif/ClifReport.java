package org.cytovigil.feed.clif;

import java.util.List;
import org.cytovigil.clinical.StayId;
import org.jspecify.annotations.Nullable;

/**
 * What an import did.
 *
 * @param tables the five tables in the order in which they were read, the absent ones included
 * @param stays the stays imported, in the order of the file
 * @param faults what was wrong with the files as such; empty when nothing was
 */
public record ClifReport(List<TableReport> tables, List<StayId> stays, List<Fault> faults) {
    public ClifReport {
        tables = List.copyOf(tables);
        stays = List.copyOf(stays);
        faults = List.copyOf(faults);
    }

    /**
     * What became of the rows of one table. Every row read is either of interest or not, and every
     * row of interest was either accepted or quarantined.
     *
     * @param table the table's name, for instance {@code clif_vitals}
     * @param file the file read, or {@code null} when the source has none or it was not read
     * @param read rows read, the header and blank lines aside
     * @param ofInterest rows that concern this program and a stay that was to be imported, and rows
     *     that are too broken to tell
     * @param accepted rows that are in the ledger
     * @param quarantined rows that are in the quarantine
     * @param notOfInterest rows of other categories, of stays not asked for, and of stays already
     *     in the ledger
     * @param remarks accepted rows of which one field was not taken; for each the quarantine holds
     *     an item as well
     */
    public record TableReport(
            String table,
            @Nullable String file,
            long read,
            long ofInterest,
            long accepted,
            long quarantined,
            long notOfInterest,
            long remarks) {}

    /**
     * Something is wrong with a file, not with one row's value.
     *
     * @param file the file's name without folder, or the source's name when no file is meant
     * @param line the line, counted from 1; 0 when no line is meant
     * @param reason what is wrong, in words
     */
    public record Fault(String file, long line, String reason) {}
}
