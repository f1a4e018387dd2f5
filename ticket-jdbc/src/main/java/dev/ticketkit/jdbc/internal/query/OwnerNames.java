package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.SearchPhrase;
import dev.ticketkit.spi.text.Words;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of owners that a query means. There are few owners, so all their names are looked at, one step along the index of each; the tickets of
 * those that are meant are then found by the whole name.
 *
 * <p>See docs/decisions/0029-search.md.
 */
public final class OwnerNames {
    /** No owner has it. */
    private static final String NOBODY = "";

    /**
     * As it is stored.
     *
     * @param key what the index has, from which the next is looked for: so each step goes on, whatever made the key
     */
    // Nobody compares them.
    @SuppressWarnings("ArrayRecordComponent")
    private record Owner(String label, byte[] key) {
        static final Owner NONE = new Owner("", new byte[0]);
    }

    private final Transactions transactions;
    private final SqlText next;

    public OwnerNames(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        next = names.sql(dialect -> """
                SELECT COALESCE(t.owner_label, '') AS label, t.owner_sort FROM {ticket} t
                WHERE t.tenant_id = :tenant_id AND t.macro_status = :macro AND t.deleted_at IS NULL AND t.owner_sort > :name
                ORDER BY %s LIMIT 1""".formatted(dialect.order("t.tenant_id, t.macro_status", "t.owner_sort")));
    }

    /** The same query with whole names instead of parts of them; without names where nobody has them. */
    public TicketQuery named(TenantId tenant, TicketQuery query) {
        if (query.ownerNames().isEmpty()) {
            return query;
        }
        List<SearchPhrase> wanted = query.ownerNames().stream()
                .flatMap(name -> SearchPhrase.whole(name).stream())
                .toList();
        Set<String> named = wanted.isEmpty() ? Set.of() : transactions.call().read(sql -> find(sql, tenant, wanted));
        boolean nobody = named.isEmpty() && query.owners().isEmpty() && !query.unassigned();
        return query.toBuilder()
                .ownerNames(named)
                .owners(nobody ? Set.of(NOBODY) : query.owners())
                .build();
    }

    private Set<String> find(Sql sql, TenantId tenant, List<SearchPhrase> wanted) throws SQLException {
        Set<String> named = new LinkedHashSet<>();
        for (MacroStatus macro : MacroStatus.values()) {
            Bindings bindings = new Bindings()
                    .text("tenant_id", tenant.value())
                    .text("macro", macro.name())
                    .bytes("name", new byte[0]);
            // Tickets without an owner come last.
            Owner owner = next(sql, bindings);
            while (!owner.label().isEmpty()) {
                List<String> words = Words.inOrder(owner.label());
                if (wanted.stream().anyMatch(phrase -> phrase.isIn(words))) {
                    named.add(owner.label());
                }
                owner = next(sql, bindings.bytes("name", owner.key()));
            }
        }
        return named;
    }

    private Owner next(Sql sql, Bindings bindings) throws SQLException {
        return sql.first(next, bindings, row -> new Owner(row.text("label"), row.bytes("owner_sort")))
                .orElse(Owner.NONE);
    }
}
