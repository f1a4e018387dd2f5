package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.SearchPhrase;
import dev.ticketkit.spi.text.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of owners that a query means. There are few owners, so all their names are read by one statement, which goes from one to the next along the
 * index and passes over the tickets between; the tickets of those that are meant are then found by the whole name.
 *
 * <p>See docs/decisions/0029-search.md.
 */
public final class OwnerNames {
    /** No owner has it. */
    private static final String NOBODY = "";

    /** H2 first takes the names that it has come to for texts, so they are cast. */
    private static final String OF_OWNERS = """
            FROM {ticket} t
            WHERE t.tenant_id = :tenant_id AND t.macro_status = o.macro AND t.deleted_at IS NULL AND t.owner_sort""";

    private final Transactions transactions;
    private final SqlText labels;

    public OwnerNames(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        labels = names.sql(dialect -> """
                WITH RECURSIVE o (macro, name) AS (
                  SELECT m.macro, CAST(:before_all AS %1$s) FROM (VALUES %2$s) m (macro)
                  UNION ALL
                  SELECT o.macro, (SELECT t.owner_sort %3$s > CAST(o.name AS %1$s)
                    ORDER BY %4$s LIMIT 1)
                  FROM o WHERE o.name IS NOT NULL)
                SELECT DISTINCT (SELECT t.owner_label %3$s = CAST(o.name AS %1$s) LIMIT 1) AS label FROM o""".formatted(
                        dialect.bytes(),
                        Stream.of(MacroStatus.values())
                                .map(macro -> "(CAST('" + macro + "' AS varchar))")
                                .collect(Collectors.joining(", ")),
                        OF_OWNERS,
                        dialect.order("t.tenant_id, t.macro_status", "t.owner_sort")));
    }

    /** The same query with whole names instead of parts of them; without names where nobody has them. */
    public TicketQuery named(TenantId tenant, TicketQuery query) {
        boolean asks = Stream.concat(Stream.of(query), query.excluded().stream())
                .anyMatch(each -> !each.ownerNames().isEmpty());
        if (!asks) {
            return query;
        }
        Map<String, List<String>> wordsByLabel = wordsByLabel(tenant);
        return named(query, wordsByLabel).toBuilder()
                .excluded(query.excluded().stream()
                        .map(each -> named(each, wordsByLabel))
                        .toList())
                .build();
    }

    private static TicketQuery named(TicketQuery query, Map<String, List<String>> wordsByLabel) {
        if (query.ownerNames().isEmpty()) {
            return query;
        }
        List<SearchPhrase> wanted = query.ownerNames().stream()
                .flatMap(name -> SearchPhrase.whole(name).stream())
                .toList();
        Set<String> named = new LinkedHashSet<>();
        wordsByLabel.forEach((label, words) -> {
            if (wanted.stream().anyMatch(phrase -> phrase.isIn(words))) {
                named.add(label);
            }
        });
        boolean nobody = named.isEmpty() && query.owners().isEmpty() && !query.unassigned();
        return query.toBuilder()
                .ownerNames(named)
                .owners(nobody ? Set.of(NOBODY) : query.owners())
                .build();
    }

    private Map<String, List<String>> wordsByLabel(TenantId tenant) {
        Bindings bindings = new Bindings().text("tenant_id", tenant.value()).bytes("before_all", new byte[0]);
        Map<String, List<String>> words = new LinkedHashMap<>();
        List<String> found = transactions
                .call()
                .read(sql ->
                        sql.list(labels, bindings, row -> Objects.requireNonNullElse(row.textOrNull("label"), "")));
        found.forEach(label -> words.put(label, Words.inOrder(label)));
        return words;
    }
}
