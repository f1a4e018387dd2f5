package dev.ticketkit.samples.quickstart;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for with {@code -D}.
 *
 * @param log the log to replay, or null for an invented one
 * @param store where the tickets go
 * @param jdbc the URL of the PostgreSQL database; null on another store
 * @param user its user, or null
 * @param password its password, or null
 * @param format what is printed
 * @param target the folder for everything the demo writes
 */
record DemoOptions(
        @Nullable Path log,
        Store store,
        @Nullable String jdbc,
        @Nullable String user,
        @Nullable String password,
        Format format,
        Path target) {
    enum Store {
        H2,
        MEMORY,
        POSTGRESQL
    }

    enum Format {
        TEXT,
        JSON
    }

    /** Reads system properties. */
    static DemoOptions of(Properties properties) {
        String jdbc = given(properties, "jdbc");
        String log = given(properties, "log");
        String target = given(properties, "demo.target");
        return new DemoOptions(
                log == null ? null : path(log),
                store(jdbc, given(properties, "store")),
                jdbc,
                given(properties, "user"),
                properties.getProperty("password"),
                format(given(properties, "format")),
                path(target == null ? "target" : target));
    }

    private static Store store(@Nullable String jdbc, @Nullable String named) {
        String store = (named == null ? jdbc == null ? "h2" : "postgresql" : named).toLowerCase(Locale.ROOT);
        if (jdbc != null && !jdbc.startsWith("jdbc:postgresql:")) {
            throw new UsageException("-Djdbc: the URL must be like jdbc:postgresql://localhost:5432/postgres");
        }
        if (store.equals("postgresql") != (jdbc != null)) {
            throw new UsageException(
                    jdbc == null
                            ? "-Dstore=postgresql needs -Djdbc=jdbc:postgresql://… with -Duser and -Dpassword"
                            : "-Djdbc means PostgreSQL; leave out -Dstore=" + named);
        }
        return switch (store) {
            case "h2" -> Store.H2;
            case "memory" -> Store.MEMORY;
            case "postgresql" -> Store.POSTGRESQL;
            default -> throw new UsageException("-Dstore: choose h2 or memory, or give -Djdbc=URL for PostgreSQL");
        };
    }

    private static Format format(@Nullable String named) {
        return switch (named == null ? "text" : named.toLowerCase(Locale.ROOT)) {
            case "text" -> Format.TEXT;
            case "json" -> Format.JSON;
            default -> throw new UsageException("-Dformat: choose text or json");
        };
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("-Dlog: " + e.getReason() + "; give the path of a CSV file");
        }
    }

    private static @Nullable String given(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DemoOptions[store=" + store + ", format=" + format + "]";
    }
}
