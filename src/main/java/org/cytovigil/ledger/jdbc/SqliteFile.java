package org.cytovigil.ledger.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.cytovigil.ledger.LedgerException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * Everything about a store that holds for SQLite only: its file, its connections, its settings, its
 * transactions.
 */
final class SqliteFile {
    /** How long a writer waits for another one, in milliseconds. */
    static final int BUSY_TIMEOUT = 5_000;

    // What SQLite answers when asked for a setting; 2 is FULL: every commit waits for the disk.
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "journal_mode", "wal",
                    "synchronous", "2",
                    "foreign_keys", "1",
                    // Without these two macOS says that a disk has written what it only holds.
                    "fullfsync", "1",
                    "checkpoint_fullfsync", "1",
                    "busy_timeout", Integer.toString(BUSY_TIMEOUT));

    private final Path path;
    private final Connector connector;

    /** Makes connections; a test puts one in its place whose connections fail. */
    @FunctionalInterface
    interface Connector {
        Connection connect(SQLiteConfig config, String address) throws SQLException;
    }

    SqliteFile(Path path) {
        this(path, SQLiteConfig::createConnection);
    }

    SqliteFile(Path path, Connector connector) {
        this.path = path.toAbsolutePath().normalize();
        this.connector = connector;
    }

    /** Another file, reached in the same way. */
    SqliteFile at(Path other) {
        return new SqliteFile(other, connector);
    }

    Path path() {
        return path;
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Looks at file and folder before SQLite does, whose own words ("unable to open database file")
     * help nobody.
     *
     * @throws LedgerException when there can be no store at this path
     */
    void requireUsable() {
        Path folder = path.getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw new LedgerException("%s is a folder, not a store. Name a file.".formatted(path));
        }
        if (!Files.isDirectory(folder)) {
            throw new LedgerException(
                    "There is no folder %s for the store %s. Create the folder, or name another file."
                            .formatted(folder, path.getFileName()));
        }
        if (exists() && !Files.isReadable(path)) {
            throw new LedgerException(
                    "The store %s may not be read. Allow this user to read it.".formatted(path));
        }
        if (exists() && !Files.isWritable(path)) {
            throw new LedgerException(
                    "The store %s is read-only. Allow this user to write the file."
                            .formatted(path));
        }
        if (!Files.isWritable(folder)) {
            throw new LedgerException(
                    "The folder of the store %s is read-only. Allow this user to write it: the store keeps files"
                                    .formatted(path)
                            + " beside itself while it is open.");
        }
    }

    /**
     * A connection for looking only. With a write-ahead log left behind it cannot write, so that
     * not even the log is carried over; without one it can, because only then SQLite clears away
     * what it puts beside the file.
     */
    Connection connectToLook() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        if (Files.exists(path.resolveSibling(path.getFileName() + "-wal"))) {
            config.setReadOnly(true);
        }
        return connector.connect(config, address());
    }

    /** A handle for looking only, as {@link #connectToLook}. */
    Handle look() {
        return Jdbi.create(this::connectToLook).open();
    }

    /** A handle with the settings of the store; closing it closes its connection. */
    Handle open() {
        return Jdbi.create(this::connect).open();
    }

    private Connection connect() throws SQLException {
        Connection connection = connector.connect(settings(), address());
        // The driver has no settings for these.
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma fullfsync = on");
            statement.execute("pragma checkpoint_fullfsync = on");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Whether nobody has it open: who does holds a lock on it that bars sole use. A file that
     * SQLite cannot read is used by nobody.
     */
    boolean isUnused() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(0);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        try (Connection connection = connector.connect(config, address());
                Statement statement = connection.createStatement()) {
            statement.execute("begin exclusive");
            statement.execute("rollback");
            return true;
        } catch (SQLException e) {
            return !Faults.isBusy(e);
        }
    }

    /** Gives connections with the settings of the store. */
    DataSource dataSource() {
        SQLiteConfig config = settings();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source =
                new SQLiteDataSource(config) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return connector.connect(config, address());
                    }
                };
        source.setUrl(address());
        return source;
    }

    /**
     * Asks SQLite for its settings: it silently keeps others where a file system cannot do what was
     * set.
     *
     * @throws LedgerException when one is not as it must be
     */
    void requireSettings(Connection connection) throws SQLException {
        for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet answer = statement.executeQuery("pragma " + setting.getKey())) {
                String value = answer.getString(1);
                if (!setting.getValue().equals(value)) {
                    throw new LedgerException(
                            "The store %s cannot be kept safely where it is: %s is %s instead of %s. Move it to a local disk."
                                    .formatted(path, setting.getKey(), value, setting.getValue()));
                }
            }
        }
    }

    /**
     * Does work in a transaction that holds the right to write from its start, so that what it
     * reads stays true. JDBC's own transactions will not do: the driver begins the next one within
     * the commit, and when that has to wait too long it reports a commit that succeeded as failed.
     */
    static void write(Handle handle, Runnable work) {
        begin(handle);
        try {
            work.run();
            Statements.execute(handle.getConnection(), "commit");
        } catch (RuntimeException | Error e) {
            rollBack(handle, e);
            throw e;
        }
    }

    private static void begin(Handle handle) {
        try {
            Statements.execute(handle.getConnection(), "begin immediate");
        } catch (JdbiException e) {
            if (Faults.isBusy(e)) {
                throw e;
            }
            // A transaction that could not even be rolled back may still be open: without this, one
            // fault of the disk would end all writing until the next start.
            rollBack(handle, e);
            Statements.execute(handle.getConnection(), "begin immediate");
        }
    }

    private static void rollBack(Handle handle, Throwable reason) {
        try {
            Statements.execute(handle.getConnection(), "rollback");
        } catch (JdbiException e) {
            // After some faults SQLite has rolled back by itself and says that there is no
            // transaction.
            reason.addSuppressed(e);
        }
    }

    /** What SQLite finds wrong with the file; empty when nothing. */
    static List<String> damage(Handle handle) {
        // The quick check does not compare indexes with their tables, and a damaged index hides
        // entries of a stay.
        List<String> findings =
                handle.createQuery("pragma integrity_check").mapTo(String.class).list();
        return findings.equals(List.of("ok")) ? List.of() : findings;
    }

    /** Carries the write-ahead log over into the file as far as nobody else is using it. */
    static void checkpoint(Handle handle) {
        handle.createQuery("pragma wal_checkpoint(passive)").mapToMap().list();
    }

    private static SQLiteConfig settings() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        return config;
    }

    private String address() {
        // The driver takes what follows a question mark for settings; in a URI it can be escaped.
        String text = path.toString();
        return "jdbc:sqlite:" + (text.contains("?") ? "file:" + path.toUri().getRawPath() : text);
    }
}
