package dev.ticketkit.acceptance.delivery;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.storage.TicketStorage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** A new database on the PostgreSQL server of the acceptance tests: a pump handles what every tenant of its store has waiting. */
final class DeliveryStore implements AutoCloseable {
    private static final int CONNECTIONS = 14;

    private final List<HikariDataSource> pools = new ArrayList<>();
    private final String url;

    DeliveryStore() throws SQLException {
        String name = "d_" + UUID.randomUUID().toString().replace("-", "");
        DataSource server = Store.POSTGRESQL.dataSource();
        try (Connection connection = server.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            url = connection.getMetaData().getURL().replaceFirst("/postgres(?=\\?|$)", "/" + name);
        }
        TicketSchema.create(pool());
    }

    /** A storage on a pool of its own, as a further node has. */
    TicketStorage node() {
        return JdbcStorage.owning(pool());
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = pools.get(0).getConnection();
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private DataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        HikariDataSource pool = new HikariDataSource(config);
        pools.add(pool);
        return pool;
    }

    @Override
    public void close() {
        pools.forEach(HikariDataSource::close);
    }
}
