package dev.ticketkit.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Keeps H2's plan of every statement: of those that read, with how many rows they looked at; the others are not run a second time. */
final class H2PlanningDataSource {
    /** A table with how it is found and, when it was read, how many rows were looked at. */
    private static final Pattern TABLE = Pattern.compile(
            "\"PUBLIC\"\\.\"(TICKET[A-Z_]*)\"[^/]*/\\* ([^*]*)\\*/(?:\\s*/\\*[^*]*\\*/)??\\s*(?:/\\* scanCount: (\\d+) \\*/)?");

    final List<String> plans = new ArrayList<>();
    final DataSource dataSource;

    H2PlanningDataSource(DataSource real) {
        dataSource = proxy(DataSource.class, real, null);
    }

    /** A table in a plan. */
    record Read(String table, String how, long rows) {
        /** Whether it is read from the first to the last row of a tenant, or of all. */
        boolean isOfAll() {
            String conditions = how.replaceAll("\\s+", " ");
            return conditions.contains(".tableScan") || !conditions.contains(" AND ");
        }
    }

    /** Every table of every plan. */
    List<Read> reads() {
        List<Read> reads = new ArrayList<>();
        for (String plan : plans) {
            Matcher table = TABLE.matcher(plan);
            while (table.find()) {
                reads.add(new Read(
                        table.group(1), table.group(2), table.group(3) == null ? 0 : Long.parseLong(table.group(3))));
            }
        }
        return reads;
    }

    /** How many rows of a table were looked at, in all plans. */
    long rowsOf(String table) {
        return reads().stream()
                .filter(read -> read.table().equals(table))
                .mapToLong(Read::rows)
                .sum();
    }

    /** @param twin of a prepared statement: the same behind EXPLAIN, given the same values */
    private <T> T proxy(Class<T> type, T target, PreparedStatement twin) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String name = method.getName();
                    try {
                        if (twin != null && name.startsWith("set")) {
                            method.invoke(twin, arguments);
                        }
                        if (twin != null && name.matches("executeQuery|executeUpdate|addBatch")) {
                            explain(twin);
                        }
                        Object result = method.invoke(target, arguments);
                        if (result instanceof PreparedStatement statement && target instanceof Connection connection) {
                            return proxy(PreparedStatement.class, statement, twin(connection, (String) arguments[0]));
                        }
                        return result instanceof Connection connection
                                ? proxy(Connection.class, connection, null)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static PreparedStatement twin(Connection connection, String sql) throws SQLException {
        boolean reads = sql.matches("(?s)\\(*SELECT.*") && !sql.contains("OLD TABLE") && !sql.contains("FOR UPDATE");
        return connection.prepareStatement((reads ? "EXPLAIN ANALYZE " : "EXPLAIN ") + sql);
    }

    private void explain(PreparedStatement twin) throws SQLException {
        try (ResultSet plan = twin.executeQuery()) {
            while (plan.next()) {
                plans.add(plan.getString(1));
            }
        }
    }
}
