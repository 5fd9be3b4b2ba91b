package org.cytovigil.ledger.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;

/**
 * The statements that are run for every message, each prepared once for as long as its connection
 * is open: preparing one takes longer than running it. Not safe for use by several threads.
 */
final class Statements {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** What is done with a statement. */
    @FunctionalInterface
    interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** A statement failed; told like any other failure of the library above. */
    private static final class Failure extends JdbiException {
        private static final long serialVersionUID = 1L;

        Failure(SQLException cause) {
            super(cause);
        }
    }

    Statements(Connection connection) {
        this.connection = connection;
    }

    /**
     * Runs a statement.
     *
     * @throws JdbiException when the database reports a fault
     */
    <T> T run(String sql, Work<T> work) {
        try {
            PreparedStatement statement = prepared.remove(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
            }
            T result = use(statement, work);
            prepared.put(sql, statement);
            return result;
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** One that fails is not used again: it may hold what was meant for the failed use. */
    private static <T> T use(PreparedStatement statement, Work<T> work) throws SQLException {
        try {
            return work.with(statement);
        } catch (SQLException | RuntimeException | Error e) {
            try (statement) {
                throw e;
            }
        }
    }

    /**
     * Runs a statement that answers nothing, and forgets it.
     *
     * @throws JdbiException when the database reports a fault
     */
    static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new Failure(e);
        }
    }

    /** The one number that a query answers. */
    long number(String query) {
        return run(
                query,
                statement -> {
                    try (ResultSet answer = statement.executeQuery()) {
                        return answer.getLong(1);
                    }
                });
    }
}
