package dev.ticketkit.spring.internal.schema;

import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.SchemaScript;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.TicketSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The shipped scripts, for the database of the application. */
final class Scripts {
    private Scripts() {}

    static List<SchemaScript> of(DataSource dataSource, JdbcOptions options) {
        try (Connection connection = dataSource.getConnection()) {
            String product = connection.getMetaData().getDatabaseProductName();
            return TicketSchema.scripts(dialect(product), options);
        } catch (SQLException e) {
            throw new IllegalStateException("the scripts of the tables need the database, to know which it is", e);
        }
    }

    static int latest() {
        return TicketSchema.scripts(SqlDialect.H2, JdbcOptions.defaults()).stream()
                .mapToInt(SchemaScript::version)
                .max()
                .orElse(0);
    }

    private static SqlDialect dialect(String product) {
        return product.toLowerCase(Locale.ROOT).contains("postgres") ? SqlDialect.POSTGRESQL : SqlDialect.H2;
    }

    /** What a history of migrations calls it; in the order in which they are applied. */
    static String title(SchemaScript script) {
        return String.format(Locale.ROOT, "ticketkit %03d %s", script.version(), script.name());
    }
}
