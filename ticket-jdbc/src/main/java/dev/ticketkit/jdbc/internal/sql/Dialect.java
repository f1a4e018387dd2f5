package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.sql.Connection;
import java.sql.SQLException;

/** The databases the store speaks to, found from the connection. */
public enum Dialect {
    POSTGRESQL("PostgreSQL"),
    H2("H2");

    private final String product;

    Dialect(String product) {
        this.product = product;
    }

    /** The folder of its scripts. */
    public String folder() {
        return this == POSTGRESQL ? "postgresql" : "h2";
    }

    public static Dialect of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        for (Dialect dialect : values()) {
            if (dialect.product.equals(name)) {
                return dialect;
            }
        }
        throw new StorageException(
                TicketErrorCode.STORAGE_FAILED,
                "the database is not supported: connect to PostgreSQL or H2, or implement TicketStorage for it",
                null);
    }
}
