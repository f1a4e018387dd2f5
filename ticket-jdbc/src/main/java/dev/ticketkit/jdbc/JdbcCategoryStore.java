package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.catalogue.CategoryTable;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Categories. Every spelling has a row, and each row of a category carries what the category shows, so that one row says to a commit
 * all. Renames and merges take all rows of the tenant before they change one; they are rare.
 */
final class JdbcCategoryStore implements CategoryStore {
    private static final int MOST_TRIES = 20;

    private final Transactions transactions;
    private final SqlText all;
    private final SqlText byId;
    private final SqlText take;
    private final SqlText show;
    private final SqlText retarget;
    private final SqlText sortTickets;
    private final SqlText moveTickets;
    private final SqlText hide;
    private final SqlText spell;

    JdbcCategoryStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        String read =
                "SELECT COALESCE(target_id, id) AS id, name, hidden FROM {ticket_category} WHERE tenant_id = :tenant_id ";
        String ofCategory = " WHERE tenant_id = :tenant_id AND (id = :id OR target_id = :id)";
        all = names.sql(read + "AND target_id IS NULL ORDER BY name_sort, id");
        byId = names.sql(read + "AND id = :id");
        take = names.sql("SELECT id FROM {ticket_category} WHERE tenant_id = :tenant_id ORDER BY id FOR UPDATE");
        show = names.sql("UPDATE {ticket_category} SET name = :name, name_sort = :name_sort" + ofCategory);
        retarget = names.sql("""
                UPDATE {ticket_category} SET target_id = :into, name = :name, name_sort = :name_sort, hidden = :hidden
                """ + ofCategory);
        sortTickets = names.sql("""
                UPDATE {ticket} SET category_sort = :name_sort WHERE tenant_id = :tenant_id AND category_id = :id""");
        moveTickets = names.sql("""
                UPDATE {ticket} SET category_id = :into, category_sort = :name_sort
                WHERE tenant_id = :tenant_id AND category_id = :id""");
        hide = names.sql("UPDATE {ticket_category} SET hidden = :hidden" + ofCategory);
        spell = names.insert("""
                INSERT INTO {ticket_category} (tenant_id, id, target_id, name, name_sort, hidden)
                VALUES (:tenant_id, :spelling, :id, :name, :name_sort, :hidden)""");
    }

    @Override
    public List<CategoryEntry> categories(TenantId tenant) {
        return transactions.call().read(sql -> sql.list(all, tenant(tenant), JdbcCategoryStore::entry));
    }

    @Override
    public Optional<CategoryEntry> find(TenantId tenant, UUID id) {
        return transactions.call().read(sql -> find(sql, tenant, id));
    }

    @Override
    public boolean rename(TenantId tenant, UUID id, String name) {
        Category wanted = Category.named(tenant, name);
        return transactions.call().write(sql -> rename(sql, tenant, id, wanted));
    }

    @Override
    public boolean merge(TenantId tenant, UUID from, UUID into) {
        return transactions.call().write(sql -> merge(sql, tenant, from, into));
    }

    @Override
    public boolean hide(TenantId tenant, UUID id, boolean hidden) {
        return transactions.call().write(sql -> hide(sql, tenant, id, hidden));
    }

    private boolean rename(Sql sql, TenantId tenant, UUID id, Category wanted) throws SQLException {
        Optional<CategoryEntry> category = taken(sql, tenant, List.of(id)).get(0);
        if (category.isEmpty()) {
            return false;
        }
        UUID canonical = category.get().category().id();
        Bindings row = CategoryTable.bind(tenant, wanted)
                .id("spelling", wanted.id())
                .id("id", canonical)
                .flag("hidden", category.get().hidden());
        if (!sql.insert(spell, row) && !means(sql, tenant, wanted.id(), canonical)) {
            return false;
        }
        sql.update(show, row);
        sql.update(sortTickets, row);
        return true;
    }

    private boolean means(Sql sql, TenantId tenant, UUID spelling, UUID canonical) throws SQLException {
        return find(sql, tenant, spelling)
                .filter(entry -> entry.category().id().equals(canonical))
                .isPresent();
    }

    private boolean merge(Sql sql, TenantId tenant, UUID from, UUID into) throws SQLException {
        List<Optional<CategoryEntry>> both = taken(sql, tenant, List.of(from, into));
        Optional<CategoryEntry> source = both.get(0);
        Optional<CategoryEntry> target = both.get(1);
        if (source.isEmpty() || target.isEmpty()) {
            return false;
        }
        Category shown = target.get().category();
        if (!source.get().category().id().equals(shown.id())) {
            Bindings row = CategoryTable.bind(tenant, shown)
                    .id("into", shown.id())
                    .id("id", source.get().category().id())
                    .flag("hidden", target.get().hidden());
            sql.update(retarget, row);
            sql.update(moveTickets, row);
        }
        return true;
    }

    private boolean hide(Sql sql, TenantId tenant, UUID id, boolean hidden) throws SQLException {
        Optional<CategoryEntry> category = taken(sql, tenant, List.of(id)).get(0);
        if (category.isEmpty()) {
            return false;
        }
        sql.update(hide, tenant(tenant).id("id", category.get().category().id()).flag("hidden", hidden));
        return true;
    }

    /**
     * Takes all rows of the tenant, in one order, so that crossed merges do not deadlock; then says what these ids mean while nobody
     * can change it.
     */
    private List<Optional<CategoryEntry>> taken(Sql sql, TenantId tenant, List<UUID> ids) throws SQLException {
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            Set<UUID> held = new HashSet<>(sql.list(take, tenant(tenant), row -> row.id("id")));
            List<Optional<CategoryEntry>> found = new ArrayList<>();
            for (UUID id : ids) {
                found.add(find(sql, tenant, id));
            }
            // A category made since then is not held yet.
            if (found.stream()
                    .flatMap(Optional::stream)
                    .allMatch(each -> held.contains(each.category().id()))) {
                return found;
            }
        }
        throw StorageErrors.contended();
    }

    private Optional<CategoryEntry> find(Sql sql, TenantId tenant, UUID id) throws SQLException {
        return sql.first(byId, tenant(tenant).id("id", id), JdbcCategoryStore::entry);
    }

    private static CategoryEntry entry(Row row) throws SQLException {
        return new CategoryEntry(new Category(row.id("id"), row.text("name")), row.flag("hidden"));
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }
}
