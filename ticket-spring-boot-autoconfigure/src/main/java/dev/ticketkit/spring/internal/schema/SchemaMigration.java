package dev.ticketkit.spring.internal.schema;

import dev.ticketkit.jdbc.JdbcOptions;
import javax.sql.DataSource;

/** Applies the shipped scripts before the tables are looked at. */
@FunctionalInterface
public interface SchemaMigration {
    /** Applies what was not applied yet. */
    void migrate(DataSource dataSource, JdbcOptions options);
}
