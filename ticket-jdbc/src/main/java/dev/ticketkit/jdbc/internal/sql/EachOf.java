package dev.ticketkit.jdbc.internal.sql;

import dev.ticketkit.jdbc.internal.dialect.Dialect;

/**
 * Rows of a tenant by many keys. They are compared with an array where the dialect finds such rows in an index; elsewhere the keys are joined, so
 * that each is looked up, and none may come twice. {@link Bindings#anyOf} binds them.
 */
public final class EachOf {
    private EachOf() {}

    /**
     * What follows the columns of a query of rows {@code alias} by their {@code id}s in {@code :ids}.
     *
     * @param joins further tables, or empty
     * @param condition what must be so besides, or empty
     */
    public static String ids(Dialect dialect, String table, String alias, String joins, String condition) {
        return dialect.looksUpSeveral()
                ? " FROM %1$s %2$s %3$s WHERE %2$s.tenant_id = :tenant_id AND %2$s.id = ANY(:ids)"
                                .formatted(table, alias, joins)
                        + (condition.isEmpty() ? "" : " AND " + condition)
                : " FROM %1$s JOIN %2$s %3$s ON %3$s.tenant_id = :tenant_id AND %3$s.id = u.id %4$s"
                                .formatted(dialect.elements("ids", "uuid", "id"), table, alias, joins)
                        + (condition.isEmpty() ? "" : " WHERE " + condition);
    }
}
