package dev.ticketkit.spring.internal.schema;

import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spring.TicketkitProperties.SchemaMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Makes or looks at the tables, once, before anything uses them. */
public final class SchemaAtStart {
    private final String summary;

    private SchemaAtStart(String summary) {
        this.summary = summary;
    }

    /**
     * Does what the mode says.
     *
     * @throws StorageException with {@code SCHEMA} when the tables are not as this version needs them
     */
    public static SchemaAtStart of(
            SchemaMode mode, DataSource dataSource, JdbcOptions options, List<SchemaMigration> migrations) {
        if (mode == SchemaMode.NONE) {
            return new SchemaAtStart("JDBC, tables not looked at");
        }
        migrations.forEach(each -> each.migrate(dataSource, options));
        if (mode == SchemaMode.CREATE) {
            TicketSchema.create(dataSource, options);
        } else {
            TicketSchema.verify(dataSource, options);
        }
        return new SchemaAtStart(product(dataSource) + ", schema version " + Scripts.latest());
    }

    /** Which database, and which version of the tables. */
    public String summary() {
        return summary;
    }

    private static String product(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it is", e);
        }
    }
}
