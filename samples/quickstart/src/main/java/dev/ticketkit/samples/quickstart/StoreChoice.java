package dev.ticketkit.samples.quickstart;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.samples.quickstart.delivery.HelpDesk;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.testkit.MemoryStorage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;

/** Opens the store that was asked for. */
final class StoreChoice {
    private static final String SCHEMA = "ticketkit_demo";
    private static final TenantId TENANT = new TenantId("demo");
    private static final int CONNECT_MILLIS = 10_000;

    private final DemoOptions options;

    StoreChoice(DemoOptions options) {
        this.options = options;
    }

    OpenStore open() throws IOException {
        return switch (options.store()) {
            case MEMORY -> new OpenStore("memory", TENANT, new MemoryStorage(), null);
            case H2 -> h2();
            case POSTGRESQL -> postgresql();
        };
    }

    /** A file database that starts empty. */
    private OpenStore h2() throws IOException {
        Path folder = Files.createDirectories(options.target().resolve("desk"));
        deleteFilesIn(folder);
        HikariConfig config = new HikariConfig();
        config.setDriverClassName("org.h2.Driver");
        // Async: an interrupted thread does not close the file. What must survive a crash wants ";WRITE_DELAY=0" too; a
        // demo begins anew each time.
        config.setJdbcUrl("jdbc:h2:async:" + folder.toAbsolutePath().resolve("tickets"));
        return open("H2 file database", TENANT, config, JdbcOptions.defaults());
    }

    /** A schema of the demo's own, and in it a new tenant for each run: so every run starts empty and disturbs nobody. */
    private OpenStore postgresql() {
        HikariConfig config = new HikariConfig();
        config.setDriverClassName("org.postgresql.Driver");
        config.setJdbcUrl(Objects.requireNonNull(options.jdbc()));
        config.setUsername(options.user());
        config.setPassword(options.password());
        TenantId tenant = new TenantId("demo-" + UUID.randomUUID().toString().substring(0, 8));
        return open(
                "PostgreSQL, schema " + SCHEMA + ", tenant " + tenant,
                tenant,
                config,
                JdbcOptions.builder().schema(SCHEMA).build());
    }

    private OpenStore open(String name, TenantId tenant, HikariConfig config, JdbcOptions options) {
        HikariDataSource pool = connect(config);
        try {
            TicketSchema.create(pool, options);
            return new OpenStore(name, tenant, JdbcStorage.owning(pool, options), pool);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    private HikariDataSource connect(HikariConfig config) {
        config.setMaximumPoolSize(2 + HelpDesk.THREADS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            String url = config.getJdbcUrl().replaceAll("[?;].*", "");
            String reason =
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage());
            String advice = options.store() == DemoOptions.Store.H2
                    ? "Is another demo running here?"
                    : "Check -Djdbc, -Duser and -Dpassword.";
            throw new UsageException("cannot connect to " + url + ": "
                    + reason.lines().findFirst().orElse("no reason given") + " " + advice);
        }
    }

    private static void deleteFilesIn(Path folder) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, "tickets.*")) {
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }
}
