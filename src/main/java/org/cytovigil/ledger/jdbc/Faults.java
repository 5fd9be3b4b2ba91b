package org.cytovigil.ledger.jdbc;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.cytovigil.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what the database reports into words: which store, what happened, what to do. */
final class Faults {
    private static final int PRIMARY_CODE = 0xff;

    private static final Set<SQLiteErrorCode> READING =
            Set.of(
                    SQLiteErrorCode.SQLITE_IOERR_READ,
                    SQLiteErrorCode.SQLITE_IOERR_SHORT_READ,
                    SQLiteErrorCode.SQLITE_IOERR_CORRUPTFS,
                    SQLiteErrorCode.SQLITE_IOERR_DATA);

    private Faults() {}

    /**
     * @param doing what could not be done, as in "could not be <i>written</i>"
     * @param cause what was thrown; of it only the database's own exception is kept, because those
     *     of the libraries around it quote the values that were written, which are a patient's
     */
    static LedgerException of(Path file, String doing, Throwable cause) {
        SQLException fault = databaseFault(cause);
        return new LedgerException(
                "The store %s could not be %s: %s"
                        .formatted(file, doing, fault == null ? words(cause) : words(fault)),
                fault == null ? cause : fault);
    }

    /**
     * What the database reports when it stumbled over damage in the file; empty for any other
     * fault.
     */
    static Optional<Verification> damage(Throwable cause) {
        return databaseFault(cause) instanceof SQLiteException fault
                        && isDamage(fault.getResultCode())
                ? Optional.of(new Verification.Damaged(String.valueOf(fault.getMessage())))
                : Optional.empty();
    }

    /**
     * Whether the same fault need not befall another batch: it lies in what was to be written, and
     * not in the file or the disk.
     */
    static boolean isOfOneBatch(Throwable cause) {
        if (!(databaseFault(cause) instanceof SQLiteException fault)) {
            return true;
        }
        int primary = fault.getResultCode().code & PRIMARY_CODE;
        return primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                || primary == SQLiteErrorCode.SQLITE_TOOBIG.code
                || primary == SQLiteErrorCode.SQLITE_MISMATCH.code;
    }

    /**
     * Whether a fault met while opening or reading lies in what the file holds, and not in the disk
     * being full, the rights of the user or another program.
     */
    static boolean isOfTheFile(Throwable cause) {
        if (!(databaseFault(cause) instanceof SQLiteException fault)) {
            return true;
        }
        SQLiteErrorCode code = fault.getResultCode();
        return switch (SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE)) {
            case SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_READONLY,
                    SQLITE_PERM,
                    SQLITE_AUTH,
                    SQLITE_FULL,
                    SQLITE_NOMEM,
                    SQLITE_INTERRUPT,
                    SQLITE_CANTOPEN ->
                    false;
            case SQLITE_IOERR -> READING.contains(code);
            default -> true;
        };
    }

    /** Whether another program held the store for longer than a writer waits. */
    static boolean isBusy(Throwable cause) {
        return databaseFault(cause) instanceof SQLiteException fault
                && isBusy(fault.getResultCode());
    }

    private static boolean isBusy(SQLiteErrorCode code) {
        int primary = code.code & PRIMARY_CODE;
        return primary == SQLiteErrorCode.SQLITE_BUSY.code
                || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
    }

    private static boolean isDamage(SQLiteErrorCode code) {
        int primary = code.code & PRIMARY_CODE;
        return primary == SQLiteErrorCode.SQLITE_CORRUPT.code
                || primary == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static @Nullable SQLException databaseFault(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException fault) {
                return fault;
            }
        }
        return null;
    }

    private static String words(Throwable fault) {
        if (!(fault instanceof SQLiteException sqlite)) {
            return String.valueOf(fault.getMessage());
        }
        SQLiteErrorCode code = sqlite.getResultCode();
        int primary = code.code & PRIMARY_CODE;
        if (isBusy(code)) {
            return "another program kept it locked. Try again, or close that program.";
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code
                || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return "it is read-only. Allow this user to write the file and its folder.";
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk is full. Free some space and try again.";
        }
        if (primary == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "the disk reported an error (%s). Check the disk, then verify the store."
                    .formatted(code.name());
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return "the file is damaged. Keep it as it is, and go on with a backup.";
        }
        if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return "the file cannot be opened. Check that its folder exists and that this user may write it.";
        }
        if (primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "it is not a store of CytoVigil, or its beginning is damaged. Name another file, or go on with a"
                    + " backup.";
        }
        return String.valueOf(fault.getMessage());
    }
}
