package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.spi.error.UnreadableException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which row it is that cannot be read: by the ids it was read with, whatever statement read it. */
final class UnreadableRow {
    /** The columns that say which row it is; ids and keys, no text of a person. */
    private static final List<String> IDS = List.of(
            "id",
            "ticket_id",
            "event_id",
            "automation",
            "status_key",
            "category_id",
            "rollup",
            "period",
            "priority",
            "bucket");

    private UnreadableRow() {}

    static UnreadableException error(ResultSet result, RuntimeException problem) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i).toLowerCase(Locale.ROOT);
            String value = IDS.contains(name) || name.equals("version") ? result.getString(i) : null;
            if (value != null) {
                values.putIfAbsent(name, value);
            }
        }
        String version = values.remove("version");
        return new UnreadableException(
                row(table(columns), values),
                version == null ? null : Long.valueOf(version),
                String.valueOf(problem.getMessage()),
                problem);
    }

    /** One id says all where there is one. */
    private static String row(String table, Map<String, String> values) {
        String id = values.get("id");
        return id != null
                ? table + " " + id
                : table
                        + values.entrySet().stream()
                                .map(each -> " " + each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining());
    }

    /** As the driver knows it; a row that was put together of several has none. */
    private static String table(ResultSetMetaData columns) throws SQLException {
        String table = columns.getTableName(1);
        return table == null || table.isEmpty() ? "a row of" : table.toLowerCase(Locale.ROOT);
    }
}
