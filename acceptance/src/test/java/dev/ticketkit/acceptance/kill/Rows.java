package dev.ticketkit.acceptance.kill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Looks into tables past the desk. */
final class Rows {
    private Rows() {}

    interface Mapper<T> {
        T row(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(DataSource source, String sql, Mapper<T> mapper) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(mapper.row(result));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("could not be read: " + sql, e);
        }
    }
}
