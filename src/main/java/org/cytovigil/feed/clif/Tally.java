package org.cytovigil.feed.clif;

import java.time.Instant;
import org.cytovigil.ledger.Quarantine;
import org.jspecify.annotations.Nullable;

/**
 * Counts what becomes of one table's rows, each count where it happens, and sends what is refused
 * to the quarantine.
 */
final class Tally {
    private final String table;
    private final Instant now;
    private final QuarantineBuffer quarantine;
    private @Nullable String file;
    private boolean usable;
    private long read;
    private long ofInterest;
    private long accepted;
    private long quarantined;
    private long notOfInterest;
    private long remarks;

    Tally(String table, Instant now, QuarantineBuffer quarantine) {
        this.table = table;
        this.now = now;
        this.quarantine = quarantine;
    }

    /** The file is there. */
    void found(String name) {
        file = name;
    }

    /** The file's header is sound: its rows can be read. */
    void headerSound() {
        usable = true;
    }

    boolean usable() {
        return usable;
    }

    /** The file's name, or the table's when there is no file. */
    String file() {
        return file == null ? table : file;
    }

    void read() {
        read++;
    }

    void ofInterest() {
        ofInterest++;
    }

    void notOfInterest() {
        notOfInterest++;
    }

    /** That many rows are in the ledger. */
    void accepted(int rows) {
        accepted += rows;
    }

    /** A row goes to the quarantine whole. */
    void refuse(long line, String reason, String raw) {
        quarantined++;
        quarantine.add(new Quarantine.Item(now, file(), line, reason, raw));
    }

    /** A row is accepted without one of its fields; the field is kept in the quarantine. */
    void remark(Row row, String remark) {
        remarks++;
        quarantine.add(
                new Quarantine.Item(
                        now, file(), row.line(), "row accepted, but " + remark, row.raw()));
    }

    ClifReport.TableReport report() {
        return new ClifReport.TableReport(
                table, file, read, ofInterest, accepted, quarantined, notOfInterest, remarks);
    }
}
