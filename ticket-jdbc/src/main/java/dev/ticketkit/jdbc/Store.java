package dev.ticketkit.jdbc;

import dev.ticketkit.spi.Placeholder;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the build open until the real classes arrive. */
public final class Store {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);

    private Store() {}

    /**
     * Names the database.
     *
     * @param connection an open connection; stays open
     * @return the product's name
     * @throws SQLException if the database does not answer
     */
    public static Placeholder of(Connection connection) throws SQLException {
        LOG.debug("asking the database for its name");
        return new Placeholder(connection.getMetaData().getDatabaseProductName());
    }
}
