package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.spi.host.AccessScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Values of one filter as conditions of their own, no ticket satisfying two of them. */
final class Alternatives {
    private static final String CATEGORY_NOW = """
            SELECT COALESCE(%1$s.target_id, %1$s.id) FROM {ticket_category} %1$s
            WHERE %1$s.tenant_id = :tenant_id AND %1$s.id =""";

    private final TicketConditions common;

    Alternatives(TicketConditions common) {
        this.common = common;
    }

    List<IndexRange> contacts(String name, Collection<String> ids) {
        return equal("t.contact_id", name, ids);
    }

    List<IndexRange> statuses(String name, Collection<String> keys) {
        return equal("t.status_key", name, keys);
    }

    List<IndexRange> owners(String name, Collection<String> ids, boolean orNone) {
        return orNull(equal("t.owner_id", name, ids), "t.owner_id", orNone);
    }

    /** Two spellings may mean one category, so each leaves out what those before it mean. */
    List<IndexRange> categories(String name, Collection<String> spellings, boolean orNone) {
        List<IndexRange> conditions = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (String spelling : spellings) {
            String value = name + "_" + conditions.size();
            common.bindings().id(value, common.categoryId(spelling));
            String category = CATEGORY_NOW.formatted("s") + " :" + value;
            if (!before.isEmpty()) {
                String others = value + "_before";
                common.bindings()
                        .ids(others, before.stream().map(common::categoryId).toList());
                category += " AND COALESCE(s.target_id, s.id) NOT IN (" + CATEGORY_NOW.formatted("b") + " ANY(:"
                        + others + "))";
            }
            conditions.add(IndexRange.of("t.category_id", "t.category_id = (" + category + ")"));
            before.add(spelling);
        }
        return orNull(conditions, "t.category_id", orNone);
    }

    /** The parts of a scope, each without what an earlier one shows. */
    List<IndexRange> scope(AccessScope scope) {
        List<IndexRange> all = new ArrayList<>();
        List<String> earlier = new ArrayList<>();
        addPart(all, earlier, owners("scope_owner", scope.owners(), scope.includesUnassigned()));
        addPart(all, earlier, categories("scope_category", scope.categories(), false));
        addPart(all, earlier, contacts("scope_contact", scope.contacts()));
        return all;
    }

    private static void addPart(List<IndexRange> all, List<String> earlier, List<IndexRange> part) {
        // A missing value makes a comparison unknown, so NOT would not do.
        String without = "(" + String.join(" OR ", earlier) + ") IS NOT TRUE";
        part.forEach(range -> all.add(earlier.isEmpty() ? range : range.and(without)));
        part.forEach(range -> earlier.add(range.condition()));
    }

    private List<IndexRange> equal(String column, String name, Collection<String> values) {
        List<IndexRange> conditions = new ArrayList<>();
        for (String each : values) {
            String value = name + "_" + conditions.size();
            common.bindings().text(value, each);
            conditions.add(IndexRange.of(column, column + " = :" + value));
        }
        return conditions;
    }

    private static List<IndexRange> orNull(List<IndexRange> conditions, String column, boolean orNull) {
        if (orNull) {
            conditions.add(IndexRange.without(column));
        }
        return conditions;
    }
}
