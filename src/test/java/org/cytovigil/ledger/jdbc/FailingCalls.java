package org.cytovigil.ledger.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Connections to real stores of which chosen calls fail before they reach the database. */
public final class FailingCalls {
    // Not the rollback of JDBC: SQLite drops a transaction of the log in memory, whatever the disk
    // does. After one that failed nevertheless, JDBC's return to single commits would keep a half.
    private static final Set<String> COUNTED =
            Set.of("prepareStatement", "createStatement", "next", "commit");

    private final SQLiteErrorCode code;
    private int first = Integer.MAX_VALUE;
    private boolean sticks;
    private int calls;
    private volatile boolean full;

    FailingCalls(SQLiteErrorCode code) {
        this.code = code;
    }

    /** A store of which nothing fails yet. */
    public FailingCalls() {
        this(SQLiteErrorCode.SQLITE_FULL);
    }

    /** From now on the n-th call fails. */
    void failAt(int n, boolean sticking) {
        first = n;
        sticks = sticking;
        calls = 0;
    }

    /** From now on no call fails. */
    void stop() {
        first = Integer.MAX_VALUE;
    }

    /** Whether a call has failed. */
    boolean happened() {
        return calls >= first;
    }

    /** Has every call fail that would write, as on a full disk. */
    public void setFull(boolean full) {
        this.full = full;
    }

    SqliteFile file(Path path) {
        return new SqliteFile(path, this::connect);
    }

    /** Opens a store through these connections. */
    public JdbcLedger open(Path path) {
        return JdbcLedger.open(file(path));
    }

    private Connection connect(SQLiteConfig config, String address) throws SQLException {
        count();
        return over(config.createConnection(address), Connection.class, "");
    }

    private void count() throws SQLException {
        calls++;
        if (calls == first || (sticks && calls > first)) {
            throw new SQLiteException("injected", code);
        }
    }

    private void requireSpace(String sql) throws SQLException {
        String words = sql.strip().toLowerCase(Locale.ROOT);
        if (full
                && (words.startsWith("insert")
                        || words.startsWith("update")
                        || words.startsWith("pragma user_version")
                        || words.startsWith("commit"))) {
            throw new SQLiteException("injected", SQLiteErrorCode.SQLITE_FULL);
        }
    }

    private <T> T over(Object real, Class<T> type, String sql) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> call(real, method, arguments, sql)));
    }

    private @Nullable Object call(
            Object real, Method method, Object @Nullable [] arguments, String sql)
            throws Throwable {
        String name = method.getName();
        String said = arguments != null && arguments[0] instanceof String text ? text : sql;
        if (name.startsWith("execute")) {
            requireSpace(said);
        }
        if (name.startsWith("execute") || COUNTED.contains(name)) {
            count();
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        // By what was asked for: the driver's results are several things at once.
        Class<?> type = method.getReturnType();
        if (result == null) {
            return null;
        } else if (type == PreparedStatement.class) {
            return over(result, PreparedStatement.class, said);
        } else if (type == Statement.class) {
            return over(result, Statement.class, "");
        } else if (type == ResultSet.class) {
            return over(result, ResultSet.class, "");
        }
        return result;
    }
}
