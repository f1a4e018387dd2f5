package dev.ticketkit.acceptance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.MemoryStorage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The stores every rule is tested on; each is made once and shared, tests use tenants of their own. The databases' sessions run in zones
 * far from the JVM's and from each other's.
 */
@SuppressWarnings("ImmutableEnumChecker") // each store is opened by the first test that asks for it
public enum Store {
    MEMORY {
        @Override
        TicketStorage open() {
            return new MemoryStorage();
        }
    },
    H2 {
        @Override
        TicketStorage open() {
            return database(pool("jdbc:h2:mem:acceptance;DB_CLOSE_DELAY=-1;TIME ZONE=Asia/Tokyo", "sa", null));
        }
    },
    POSTGRESQL {
        @Override
        TicketStorage open() {
            return database(pool(
                    startServer().getJdbcUrl("postgres", "postgres"), "postgres", "SET TIME ZONE 'Asia/Kathmandu'"));
        }
    };

    private static final int CONNECTIONS = 20;

    private TicketStorage storage;
    private DataSource dataSource;

    abstract TicketStorage open();

    /** The storage, with transactions of its own. */
    public synchronized TicketStorage storage() {
        if (storage == null) {
            storage = open();
        }
        return storage;
    }

    /** Where a host gets connections from; databases only. */
    public synchronized DataSource dataSource() {
        storage();
        if (dataSource == null) {
            throw new IllegalStateException(this + " is no database");
        }
        return dataSource;
    }

    TicketStorage database(DataSource source) {
        TicketSchema.create(source);
        dataSource = source;
        return JdbcStorage.owning(source);
    }

    private static DataSource pool(String url, String user, String sessionSql) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionInitSql(sessionSql);
        return new HikariDataSource(config);
    }

    private static EmbeddedPostgres startServer() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }
}
