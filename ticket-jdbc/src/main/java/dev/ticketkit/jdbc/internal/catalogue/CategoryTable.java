package dev.ticketkit.jdbc.internal.catalogue;

import dev.ticketkit.jdbc.internal.dialect.RowLock;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.SortKeys;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes categories for commits. A commit holds the row of the spelling it uses, and whoever renames or merges takes every row of the
 * category first: so a ticket never keeps the name or the id of a moment before.
 */
public final class CategoryTable {
    public static final String INSERT = """
            INSERT INTO {ticket_category} (tenant_id, id, name, name_sort, hidden)
            VALUES (:tenant_id, :id, :name, :name_sort, FALSE)""";

    private final SqlText insert;
    private final SqlText hold;

    public CategoryTable(TableNames names) {
        insert = names.insert(INSERT);
        // Beside other commits, against renames and merges.
        hold = names.sql(dialect -> """
                SELECT COALESCE(target_id, id) AS id, name_sort FROM {ticket_category}
                WHERE tenant_id = :tenant_id AND id = :id\s""" + dialect.lock(RowLock.KEY_SHARE));
    }

    /** What a ticket keeps of its category. */
    public static final class Held {
        private final UUID id;
        private final byte[] sortKey;

        Held(UUID id, byte[] sortKey) {
            this.id = id;
            this.sortKey = sortKey;
        }

        public void bind(Bindings ticket) {
            ticket.id("category_id", id).bytes("category_sort", sortKey);
        }
    }

    /** Makes the category unless it is there, and holds it until the transaction ends. */
    public Held hold(Sql sql, TenantId tenant, Category category) throws SQLException {
        Bindings row = bind(tenant, category);
        Optional<Held> held = find(sql, row);
        if (held.isPresent()) {
            return held.get();
        }
        sql.insert(insert, row);
        // A snapshot of the host's from before another made it does not see the row; then nobody renamed it in this
        // snapshot either.
        return find(sql, row).orElseGet(() -> new Held(category.id(), SortKeys.of(category.name())));
    }

    public static Bindings bind(TenantId tenant, Category category) {
        return new Bindings()
                .text("tenant_id", tenant.value())
                .id("id", category.id())
                .text("name", category.name())
                .bytes("name_sort", SortKeys.of(category.name()));
    }

    private Optional<Held> find(Sql sql, Bindings row) throws SQLException {
        return sql.first(hold, row, CategoryTable::held);
    }

    private static Held held(Row row) throws SQLException {
        byte[] sortKey = row.bytesOrNull("name_sort");
        return new Held(row.id("id"), sortKey == null ? SortKeys.empty() : sortKey);
    }
}
