package org.cytovigil.ledger.jdbc;

import java.nio.file.Path;
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
    static final int VERSION = 6;

    private static final int APPLICATION = 0x43795667; // "CyVg", set by the migration for SQLite
    private static final String MIGRATIONS = "classpath:org/cytovigil/ledger/jdbc/migration/";

    /** What a file holds. */
    enum State {
        /** No table of anybody. */
        EMPTY,
        /** A store that an older version of the program made. */
        OLDER,
        /** A store as this version makes it. */
        PRESENT
    }

    private Schema() {}

    /**
     * Finds out what a file holds without changing it.
     *
     * @throws LedgerException when it is another program's, or made by a newer version of this one
     */
    static State look(SqliteFile file) {
        try (Connection connection = file.connectToLook()) {
            if (number(
                            connection,
                            "select count(*) from sqlite_master where name not like '%flyway_schema_history%'")
                    == 0) {
                return State.EMPTY;
            }
            if (number(connection, "pragma application_id") != APPLICATION) {
                throw new LedgerException(
                        "%s is the database of another program; nothing was changed. Name another file."
                                .formatted(file.path()));
            }
            long version =
                    number(
                            connection,
                            "select max(cast(version as integer)) from flyway_schema_history where success");
            if (version > VERSION) {
                throw madeByNewerVersion(file.path(), version);
            }
            return version == VERSION ? State.PRESENT : State.OLDER;
        } catch (SQLException e) {
            throw Faults.of(file.path(), "opened", e);
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

    private static LedgerException madeByNewerVersion(Path path, long version) {
        return new LedgerException(
                "The store %s was made by a newer version of CytoVigil (form %d, this program knows up to %d); nothing was changed. Update CytoVigil to open it."
                        .formatted(path, version, VERSION));
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.getLong(1);
        }
    }
}
