package dev.ticketkit.spring.internal.schema;

import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.SchemaScript;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * One of the shipped scripts as a repeatable migration: it has no version that could meet one of the application's, and runs once, for it
 * never changes. Runs after the versioned ones.
 */
public final class FlywayScript implements JavaMigration {
    private final SchemaScript script;

    private FlywayScript(SchemaScript script) {
        this.script = script;
    }

    /** Adds all of them to what Flyway has. */
    public static void addTo(FluentConfiguration flyway, DataSource dataSource, JdbcOptions options) {
        Stream<JavaMigration> ours = Scripts.of(dataSource, options).stream().map(FlywayScript::new);
        flyway.javaMigrations(
                Stream.concat(Stream.of(flyway.getJavaMigrations()), ours).toArray(JavaMigration[]::new));
    }

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return Scripts.title(script);
    }

    @Override
    public Integer getChecksum() {
        return script.checksum().hashCode();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute(script.sql());
        }
    }
}
