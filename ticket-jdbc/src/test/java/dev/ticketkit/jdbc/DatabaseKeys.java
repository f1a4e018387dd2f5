package dev.ticketkit.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Sets the key that was made with the tables: databases made from one copy have the same. */
final class DatabaseKeys {
    private static final int BYTES = 32;

    private DatabaseKeys() {}

    static void set(DataSource database, int key) throws SQLException {
        byte[] secret = new byte[BYTES];
        secret[0] = (byte) key;
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement("UPDATE ticket_key SET secret = ?")) {
            statement.setBytes(1, secret);
            statement.executeUpdate();
        }
    }
}
