package org.cytovigil.ledger.jdbc;

import java.sql.SQLException;
import org.cytovigil.ledger.LedgerException;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** An open store: one connection to write through, and one to read while that one waits. */
record Handles(Handle writing, Handle reading) {
    private static final int OPEN_ATTEMPTS = 3;

    /**
     * Opens a store, making it or bringing it to the present form where that is needed.
     *
     * @throws LedgerException when it cannot be used; nothing of what was there is lost then
     */
    static Handles open(SqliteFile file) {
        file.requireUsable();
        for (int attempt = 1; ; attempt++) {
            Schema.State state = file.exists() ? Schema.look(file) : Schema.State.EMPTY;
            try {
                return open(file, state);
            } catch (JdbiException | FlywayException | SQLException e) {
                // Another process may be making the same store this moment: what failed here has
                // succeeded there.
                if (state == Schema.State.PRESENT || attempt == OPEN_ATTEMPTS) {
                    throw Faults.of(file.path(), "opened", e);
                }
            }
        }
    }

    private static Handles open(SqliteFile file, Schema.State state) throws SQLException {
        Handle writing = file.open();
        try {
            file.requireSettings(writing.getConnection());
            if (state != Schema.State.PRESENT) {
                Schema.migrate(file);
            }
            new EntryWriter(writing).forgetOldReceipts();
            return new Handles(writing, file.open());
        } catch (RuntimeException | SQLException | Error e) {
            writing.close();
            throw e;
        }
    }

    /** Ends the use of both connections. */
    void close() {
        try (writing;
                reading) {
            // Closing is all.
        }
    }
}
