package dev.ticketkit.jdbc.internal.transaction;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import java.util.function.Function;

/**
 * How a tenant with something due is found.
 *
 * @param next the next one in the order of their names; on Citus it asks every node
 * @param ofTenant one, if it has something due; it asks the tenant's node
 */
public record DueLook(SqlText next, SqlText ofTenant) {
    /**
     * Of one statement.
     *
     * @param statement gives one row with a {@code tenant_id}; {@code %s} stands for what is said of that
     */
    public static DueLook of(TableNames names, String statement) {
        return of(names, dialect -> statement);
    }

    /** The same, which each dialect says in its own way. */
    public static DueLook of(TableNames names, Function<Dialect, String> statement) {
        return new DueLook(
                names.sql(dialect -> statement.apply(dialect).formatted("> :after")),
                names.sql(dialect -> statement.apply(dialect).formatted("= :tenant_id")));
    }
}
