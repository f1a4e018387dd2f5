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
import org.postgresql.PGStatement;

/** Keeps PostgreSQL's plan of every statement that reads, made with table scans and sorting discouraged, values put in. */
final class PlanningDataSource {
    final List<String> plans = new ArrayList<>();
    final DataSource dataSource;

    PlanningDataSource(DataSource real) {
        dataSource = proxy(DataSource.class, real);
    }

    private <T> T proxy(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("executeQuery") && target instanceof PreparedStatement statement) {
                        explain(statement);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof PreparedStatement statement) {
                            return proxy(PreparedStatement.class, statement);
                        }
                        return result instanceof Connection connection ? proxy(Connection.class, connection) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private void explain(PreparedStatement prepared) throws SQLException {
        // The driver writes a statement with its values in place of the question marks.
        String sql = prepared.unwrap(PGStatement.class).toString();
        if (!sql.startsWith("SELECT")) {
            return;
        }
        try (Statement statement = prepared.getConnection().createStatement()) {
            statement.execute(
                    "SET enable_seqscan = off; SET enable_bitmapscan = off; SET enable_incremental_sort = off; SET enable_sort = off");
            try (ResultSet plan = statement.executeQuery("EXPLAIN " + sql)) {
                while (plan.next()) {
                    plans.add(plan.getString(1));
                }
            }
            statement.execute(
                    "RESET enable_seqscan; RESET enable_bitmapscan; RESET enable_incremental_sort; RESET enable_sort");
        }
    }
}
