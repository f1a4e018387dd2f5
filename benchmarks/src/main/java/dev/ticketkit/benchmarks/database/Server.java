package dev.ticketkit.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL everything is measured on: one that is started here, with durability on, or the one that was named. */
public final class Server implements AutoCloseable {
    private static final String USER = "postgres";
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final String url;
    private final Properties login;
    private final @Nullable EmbeddedPostgres embedded;

    private Server(String url, Properties login, @Nullable EmbeddedPostgres embedded) {
        this.url = url;
        this.login = login;
        this.embedded = embedded;
    }

    /** Starts a server whose commits are durable; its files, in that folder, are gone when it is closed. */
    public static Server start(Path data) throws IOException {
        return start(data, true);
    }

    /** Starts a server; one that is not durable is only for looking whether everything works. */
    public static Server start(Path data, boolean durable) throws IOException {
        EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                .setPGStartupWait(STARTUP)
                .setDataDirectory(data)
                .setCleanDataDirectory(true)
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .start();
        return new Server(embedded.getJdbcUrl(USER, "postgres"), login(USER, null), embedded);
    }

    /** A server that runs already; whoever logs in must be allowed to create schemas. */
    public static Server at(String url, @Nullable String user, @Nullable String password) {
        return new Server(url, login(user, password), null);
    }

    /** An empty schema of that name, made anew, with a pool of connections into it. */
    public Schema schema(String name, int connections) {
        return new Schema(this, name, connections);
    }

    /** Where it is. */
    public String url() {
        return url;
    }

    /** Who logs in. */
    public @Nullable String user() {
        return login.getProperty("user");
    }

    /** With which password. */
    public @Nullable String password() {
        return login.getProperty("password");
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            Objects.requireNonNull(embedded).close();
        }
    }

    private static Properties login(@Nullable String user, @Nullable String password) {
        Properties login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        return login;
    }
}
