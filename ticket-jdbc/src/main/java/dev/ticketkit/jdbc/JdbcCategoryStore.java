package dev.ticketkit.jdbc;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Categories. Every spelling has a row, and each row of a category carries what the category shows, so that one row tells a commit
 * all. Renames and merges take all rows of a category in order of id before they change one.
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
    private final SqlText postgresSpelling;
    private final SqlText h2Spelling;

    JdbcCategoryStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        String read =
                "SELECT COALESCE(target_id, id) AS id, name, hidden FROM {ticket_category} WHERE tenant_id = :tenant_id ";
        String ofCategory = " WHERE tenant_id = :tenant_id AND (id = :id OR target_id = :id)";
        all = names.sql(read + "AND target_id IS NULL ORDER BY name_sort, id");
        byId = names.sql(read + "AND id = :id");
        take = names.sql("""
                SELECT id FROM {ticket_category}
                WHERE tenant_id = :tenant_id AND (id = ANY(:ids) OR target_id = ANY(:ids))
                ORDER BY id FOR UPDATE""");
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
        String spelling = """
                INSERT INTO {ticket_category} (tenant_id, id, target_id, name, name_sort, hidden)
                VALUES (:tenant_id, :spelling, :id, :name, :name_sort, :hidden)""";
        h2Spelling = names.sql(spelling);
        postgresSpelling = names.sql(spelling + " ON CONFLICT DO NOTHING");
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
        if (!sql.insert(sql.isPostgres() ? postgresSpelling : h2Spelling, row)
                && !means(sql, tenant, wanted.id(), canonical)) {
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

    /** Takes all rows of these categories, and says what they are while nobody else can change them. */
    private List<Optional<CategoryEntry>> taken(Sql sql, TenantId tenant, List<UUID> ids) throws SQLException {
        List<Optional<CategoryEntry>> before = found(sql, tenant, ids);
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            List<UUID> canonical = Stream.concat(
                            ids.stream(),
                            before.stream().flatMap(Optional::stream).map(each -> each.category()
                                    .id()))
                    .toList();
            sql.list(take, tenant(tenant).ids("ids", canonical), row -> row.id("id"));
            List<Optional<CategoryEntry>> now = found(sql, tenant, ids);
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
        throw StorageErrors.contended();
    }

    private List<Optional<CategoryEntry>> found(Sql sql, TenantId tenant, List<UUID> ids) throws SQLException {
        Optional<CategoryEntry> first = find(sql, tenant, ids.get(0));
        return ids.size() == 1 ? List.of(first) : List.of(first, find(sql, tenant, ids.get(1)));
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
