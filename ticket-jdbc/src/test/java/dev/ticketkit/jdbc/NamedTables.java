package dev.ticketkit.jdbc;

import javax.sql.DataSource;

/** A host with names of his own for schema and tables. */
final class NamedTables {
    static final JdbcOptions OPTIONS =
            JdbcOptions.builder().schema("desk_1").tablePrefix("tk_").build();

    private NamedTables() {}

    static JdbcStorage in(DataSource dataSource) {
        TicketSchema.create(dataSource, OPTIONS);
        return JdbcStorage.owning(dataSource, OPTIONS);
    }
}
