package dev.ticketkit.jdbc;

import javax.sql.DataSource;

/** A host with names of his own for schema and tables. */
final class NamedTables {
    static final JdbcOptions OPTIONS = names().build();

    private NamedTables() {}

    static JdbcOptions.Builder names() {
        return JdbcOptions.builder().schema("desk_1").tablePrefix("tk_");
    }

    /** There are no tables of the default names. */
    static JdbcStorage in(DataSource dataSource) {
        return in(dataSource, OPTIONS);
    }

    /** @param options names and more */
    static JdbcStorage in(DataSource dataSource, JdbcOptions options) {
        TicketSchema.create(dataSource, options);
        return JdbcStorage.owning(dataSource, options);
    }
}
