package org.cytovigil.ledger.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.cytovigil.ledger.LedgerException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The form of the tables: which one a file has, and how an older one becomes the present one. */
final class Schema {
    /** The newest migration. */
    static final int VERSION = 7;

    private static final int APPLICATION = 0x43795667; // "CyVg", set by the migration for SQLite
    private static final String MIGRATIONS = "classpath:org/cytovigil/ledger/jdbc/migration/";

    // A migration names its version twice; where the two differ one of them is damaged.
    private static final String NEWEST =
            """
            select max(cast(version as integer)) from flyway_schema_history
            where success and script like 'V' || version || '\\_\\_%' escape '\\'
            """;

    /** What a file holds. */
    enum State {
        /** No table of anybody. */
        EMPTY,
        /** A store that an older version of the program made. */
        OLDER,
        /** A store as this version makes it. */
        PRESENT,
        /** A store that a newer version of the program made. */
        NEWER,
        /** The database of another program. */
        FOREIGN
    }

    private Schema() {}

    /**
     * Finds out what a file holds without changing it.
     *
     * @throws LedgerException when it is another program's, or made by a newer version of this one
     */
    static State look(SqliteFile file) {
        State state;
        try {
            state = judge(file);
        } catch (SQLException e) {
            throw Faults.of(file.path(), "opened", e);
        }
        return switch (state) {
            case EMPTY, OLDER, PRESENT -> state;
            case NEWER -> throw madeByNewerVersion(file);
            case FOREIGN ->
                    throw new LedgerException(
                            "%s is the database of another program; nothing was changed. Name another file."
                                    .formatted(file.path()));
        };
    }

    /**
     * Finds out what a file holds without changing it.
     *
     * @throws SQLException when it cannot be read
     */
    static State judge(SqliteFile file) throws SQLException {
        try (Connection connection = file.connectToLook()) {
            if (number(
                            connection,
                            "select count(*) from sqlite_master where name not like '%flyway_schema_history%'")
                    == 0) {
                return State.EMPTY;
            }
            if (number(connection, "pragma application_id") != APPLICATION) {
                return State.FOREIGN;
            }
            long version = number(connection, NEWEST);
            if (version > VERSION) {
                return State.NEWER;
            }
            return version == VERSION ? State.PRESENT : State.OLDER;
        }
    }

    /**
     * Brings the tables to the present form, all migrations or none.
     *
     * @throws FlywayException when that failed
     */
    static void migrate(SqliteFile file) {
        // "slf4j" by name: left to itself Flyway may choose the console.
        Flyway.configure(Schema.class.getClassLoader())
                .loggers("slf4j")
                .dataSource(file.dataSource())
                .locations(MIGRATIONS + "common", MIGRATIONS + "sqlite")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .group(true)
                .load()
                .migrate();
    }

    private static LedgerException madeByNewerVersion(SqliteFile file) {
        try (Connection connection = file.connectToLook()) {
            return new LedgerException(
                    "The store %s was made by a newer version of CytoVigil (form %d, this program knows up to %d); nothing was changed. Update CytoVigil to open it."
                            .formatted(file.path(), number(connection, NEWEST), VERSION));
        } catch (SQLException e) {
            return Faults.of(file.path(), "opened", e);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.getLong(1);
        }
    }
}
