package dev.ticketkit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Keeps PostgreSQL's plan of every statement, values put in: of those that read, made with table scans and sorting discouraged, or of
 * all, made as the server likes best.
 */
final class PlanningDataSource {
    final List<String> plans = new ArrayList<>();
    final DataSource dataSource;

    private final boolean asTheServerLikes;
    private String explain = "EXPLAIN ";

    PlanningDataSource(DataSource real) {
        this(real, false);
    }

    PlanningDataSource(DataSource real, boolean asTheServerLikes) {
        this.asTheServerLikes = asTheServerLikes;
        dataSource = proxy(DataSource.class, real);
    }

    /** Plans with what was really read; only for statements that write nothing. */
    PlanningDataSource analyzing() {
        explain = "EXPLAIN (ANALYZE, TIMING OFF) ";
        return this;
    }

    private <T> T proxy(Class<T> type, T target) {
        return proxy(type, target, null, "");
    }

    /** @param twin of a prepared statement: the same behind EXPLAIN, given the same values */
    private <T> T proxy(Class<T> type, T target, PreparedStatement twin, String sql) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = method.getName();
                    try {
                        if (twin != null && name.startsWith("set")) {
                            method.invoke(twin, arguments);
                        }
                        if (twin != null && name.matches("execute(Query|Update)")) {
                            explain(twin, sql);
                        }
                        Object result = method.invoke(target, arguments);
                        if (result instanceof PreparedStatement statement && target instanceof Connection connection) {
                            String text = (String) arguments[0];
                            return proxy(
                                    PreparedStatement.class,
                                    statement,
                                    connection.prepareStatement(explain + text),
                                    text);
                        }
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void explain(PreparedStatement twin, String sql) throws SQLException {
        // What a store asks once, when it is first used.
        if (sql.contains("pg_extension") || (!asTheServerLikes && !sql.startsWith("SELECT"))) {
            return;
        }
        try (Statement statement = twin.getConnection().createStatement()) {
            if (!asTheServerLikes) {
                statement.execute(
                        "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_incremental_sort = off; SET enable_sort = off");
            }
            try (ResultSet plan = twin.executeQuery()) {
                while (plan.next()) {
                    plans.add(plan.getString(1));
                }
            }
            if (!asTheServerLikes) {
                statement.execute(
                        "RESET enable_seqscan; RESET enable_bitmapscan; RESET enable_incremental_sort; RESET enable_sort");
            }
        }
    }
}
