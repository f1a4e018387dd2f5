package dev.ticketkit.jdbc;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.sql.Connection;
import java.sql.SQLException;

/** The databases the store speaks to. Found from the connection; a host names one only to ask for scripts. */
public enum SqlDialect {
    /** PostgreSQL 14 or later. */
    POSTGRESQL("PostgreSQL"),
    /** H2 2.3 or later, in any mode. */
    H2("H2");

    private final String product;

    SqlDialect(String product) {
        this.product = product;
    }

    /** The folder of its scripts. */
    String folder() {
        return this == POSTGRESQL ? "postgresql" : "h2";
    }

    static SqlDialect of(Connection connection) throws SQLException {
        String name = connection.getMetaData().getDatabaseProductName();
        for (SqlDialect dialect : values()) {
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
