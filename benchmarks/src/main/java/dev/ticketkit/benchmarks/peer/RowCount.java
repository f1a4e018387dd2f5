package dev.ticketkit.benchmarks.peer;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows as a host would, every column, and counts them. */
final class RowCount {
    private RowCount() {}

    static void require(int expected, PreparedStatement statement) throws SQLException {
        int found = of(statement);
        if (found != expected) {
            throw new IllegalStateException(expected + " rows were expected, but " + found + " were found");
        }
    }

    static int of(PreparedStatement statement) throws SQLException {
        int found = 0;
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
                found++;
            }
        }
        return found;
    }
}
