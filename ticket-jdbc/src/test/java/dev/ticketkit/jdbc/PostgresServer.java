package dev.ticketkit.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL of this JVM, started by the first test that needs it; every caller gets a database of his own. */
final class PostgresServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static EmbeddedPostgres server;

    private PostgresServer() {}

    static DataSource newDatabase() {
        String name = "tickets_" + DATABASES.incrementAndGet();
        EmbeddedPostgres running = running();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            // A collation that sorts by language, to show that none is used.
            statement.execute("CREATE DATABASE " + name
                    + " TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'it' LOCALE 'C.UTF-8' ENCODING 'UTF8'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return running.getDatabase("postgres", name);
    }

    private static synchronized EmbeddedPostgres running() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }
}
