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
    /** With a collation that sorts by language, to show that none is used. */
    private static final String EMPTY =
            "template0 LOCALE_PROVIDER icu ICU_LOCALE 'it' LOCALE 'C.UTF-8' ENCODING 'UTF8'";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static EmbeddedPostgres server;
    private static String withTables;

    private PostgresServer() {}

    static DataSource newDatabase() {
        return named(create(EMPTY));
    }

    /** A copy of one whose tables are made once: to copy them takes a tenth of the time. */
    static synchronized DataSource newDatabaseWithTables() {
        if (withTables == null) {
            String name = create(EMPTY);
            TicketSchema.create(named(name));
            withTables = name;
        }
        return named(create(withTables));
    }

    private static DataSource named(String database) {
        return running().getDatabase("postgres", database);
    }

    private static String create(String template) {
        String name = "tickets_" + DATABASES.incrementAndGet();
        EmbeddedPostgres running = running();
        try (Connection connection = running.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
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
