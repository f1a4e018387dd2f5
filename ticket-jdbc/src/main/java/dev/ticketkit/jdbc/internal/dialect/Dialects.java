package dev.ticketkit.jdbc.internal.dialect;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.sql.Connection;
import java.sql.SQLException;

/** The dialects there are. Only who finds out which one a connection speaks, or hears it from the host, names one. */
public final class Dialects {
    /** PostgreSQL, also where Citus spreads its tables. */
    public static final Dialect POSTGRESQL = new PostgresDialect();

    /** H2. */
    public static final Dialect H2 = new H2Dialect();

    private Dialects() {}

    /** A dialect by the name that hosts give it. */
    public static Dialect named(String name) {
        return switch (name) {
            case "POSTGRESQL" -> POSTGRESQL;
            case "H2" -> H2;
            default -> throw new IllegalArgumentException("no dialect is called " + name);
        };
    }

    /** The dialect of a connection. */
    public static Dialect of(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> POSTGRESQL;
            case "H2" -> H2;
            default ->
                throw new StorageException(
                        TicketErrorCode.STORAGE_FAILED,
                        "the database is not supported: connect to PostgreSQL or H2, or implement TicketStorage for it",
                        null);
        };
    }
}
