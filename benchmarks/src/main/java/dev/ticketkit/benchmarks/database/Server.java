package dev.ticketkit.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that is measured on: one that is started here, with durability on, when it is needed first, or the one that was named.
 * Thread-safe.
 */
public final class Server implements AutoCloseable {
    private static final String USER = "postgres";
    private static final Duration STARTUP = Duration.ofSeconds(60);

    private final Start start;
    private final Properties login;
    private @Nullable EmbeddedPostgres embedded;
    private @Nullable String url;

    private Server(Start start, @Nullable String url, Properties login) {
        this.start = start;
        this.url = url;
        this.login = login;
    }

    /** Starts a server. */
    private interface Start {
        EmbeddedPostgres now() throws IOException;
    }

    /** A server whose commits are durable; its files, in that folder, are gone when it is closed. */
    public static Server start(Path data) {
        return start(data, true);
    }

    /** A server; one that is not durable is only for looking whether everything works. */
    public static Server start(Path data, boolean durable) {
        return new Server(() -> postgres(data, durable), null, login(USER, null));
    }

    private static EmbeddedPostgres postgres(Path data, boolean durable) throws IOException {
        return EmbeddedPostgres.builder()
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
    }

    /** A server that runs already; whoever logs in must be allowed to create schemas. */
    public static Server at(String url, @Nullable String user, @Nullable String password) {
        return new Server(
                () -> {
                    throw new IllegalStateException("a server that was named is never started");
                },
                url,
                login(user, password));
    }

    /** An empty schema of that name, made anew, with a pool of connections into it. */
    public Schema schema(String name, int connections) {
        return new Schema(this, name, connections);
    }

    /** Where it is; from now on it runs. */
    public synchronized String url() {
        if (url == null) {
            EmbeddedPostgres started = started();
            embedded = started;
            url = started.getJdbcUrl(USER, "postgres");
        }
        return url;
    }

    private EmbeddedPostgres started() {
        try {
            return start.now();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
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
    public synchronized void close() throws IOException {
        if (embedded != null) {
            embedded.close();
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
