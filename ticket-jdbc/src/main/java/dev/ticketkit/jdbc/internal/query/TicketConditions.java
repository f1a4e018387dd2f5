package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.query.IndexRanges.Lead;
import dev.ticketkit.jdbc.internal.row.Attributes;
import dev.ticketkit.jdbc.internal.search.Lexemes;
import dev.ticketkit.jdbc.internal.search.SearchPlan;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SortKeys;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Conditions on tickets {@code t} that must all hold, and their parameters. The texts are constants of this class; what users give
 * is only ever bound.
 */
public final class TicketConditions {
    private final List<String> conditions = new ArrayList<>();
    private final TenantId tenant;
    private final Bindings bindings;

    /** Of the names of parameters: those of what is left out stand beside the others. */
    private final String prefix;

    public TicketConditions(TenantId tenant) {
        this(tenant, "t.tenant_id = :tenant_id");
        add("t.deleted_at IS NULL");
    }

    private TicketConditions(TenantId tenant, String first) {
        this(tenant, new Bindings(), "");
        bindings.text("tenant_id", tenant.value());
        add(first);
    }

    private TicketConditions(TenantId tenant, Bindings bindings, String prefix) {
        this.tenant = tenant;
        this.bindings = bindings;
        this.prefix = prefix;
    }

    /** On all tickets of a tenant, deleted ones too. */
    static TicketConditions ofTenant(TenantId tenant) {
        return new TicketConditions(tenant, "t.tenant_id = :tenant_id");
    }

    /** Conditions on recorded events {@code e}. */
    public static TicketConditions ofEvents(TenantId tenant) {
        return new TicketConditions(tenant, "e.tenant_id = :tenant_id").add("e.version IS NOT NULL");
    }

    public Bindings bindings() {
        return bindings;
    }

    /** What goes after WHERE. */
    public String text() {
        return String.join("\n  AND ", conditions);
    }

    public TicketConditions add(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Everything a query asks for. */
    TicketConditions query(TicketQuery query, SearchPlan search, Dialect dialect) {
        return macroStatus(query).priorities(query).filters(query, search, dialect, Lead.NONE);
    }

    /** What of a query and a scope the ranges of a list do not say. */
    TicketConditions list(IndexRanges ranges, SearchPlan search, Dialect dialect) {
        TicketQuery query = ranges.query();
        if (!ranges.cutsMacroStatus()) {
            macroStatus(query);
        }
        if (!ranges.cutsPriorities()) {
            priorities(query);
        }
        if (ranges.lead() != Lead.SCOPE) {
            scope(ranges.scope());
        }
        return filters(query, search, dialect, ranges.lead());
    }

    private TicketConditions macroStatus(TicketQuery query) {
        if (query.macroStatus() != null) {
            bindings.text(prefix + "macro", query.macroStatus().name());
            add("t.macro_status = :" + prefix + "macro");
        }
        return this;
    }

    private TicketConditions priorities(TicketQuery query) {
        if (!query.priorities().isEmpty()) {
            bindings.numbers(
                    prefix + "priorities",
                    query.priorities().stream().map(each -> (long) each.rank()).toList());
            add("t.priority = ANY(:" + prefix + "priorities)");
        }
        return this;
    }

    private TicketConditions filters(TicketQuery query, SearchPlan search, Dialect dialect, Lead lead) {
        search.conditions(bindings, prefix, new Lexemes(tenant), dialect).forEach(this::add);
        if (lead != Lead.STATUSES) {
            anyOf("t.status_key", prefix + "statuses", query.statuses(), false);
        }
        if (lead != Lead.OWNERS) {
            owners(query);
        }
        if (lead != Lead.CATEGORIES) {
            categories(prefix + "categories", query.categories(), query.uncategorised());
        }
        if (lead != Lead.CONTACTS && query.contactNames().isEmpty()) {
            anyOf("t.contact_id", prefix + "contacts", query.contacts(), false);
        }
        anyOf(
                "t.origin",
                prefix + "origins",
                query.origins().stream().map(Enum::name).toList(),
                false);
        attributes(query.attributes(), dialect);
        within("t.opened_at", prefix + "opened", query.opened());
        within("t.updated_at", prefix + "updated", query.updated());
        within("t.closed_at", prefix + "closed", query.closed());
        return leaveOut(query.excluded(), search, dialect);
    }

    /** A missing value makes a comparison unknown, which leaves out nothing. */
    private TicketConditions leaveOut(List<TicketQuery> excluded, SearchPlan search, Dialect dialect) {
        for (int i = 0; i < excluded.size(); i++) {
            TicketConditions each = new TicketConditions(tenant, bindings, "without_" + i + "_");
            each.query(excluded.get(i), search.excluded().get(i), dialect);
            add("(" + (each.conditions.isEmpty() ? "TRUE" : each.text()) + ") IS NOT TRUE");
        }
        return this;
    }

    /** One of the parts of a scope must hold. Not for the scope that shows nothing. */
    public TicketConditions scope(AccessScope scope) {
        if (scope.isAll()) {
            return this;
        }
        List<String> parts = new ArrayList<>();
        if (scope.includesUnassigned()) {
            parts.add("t.owner_id IS NULL");
        }
        if (!scope.owners().isEmpty()) {
            bindings.texts("scope_owners", scope.owners());
            parts.add("t.owner_id = ANY(:scope_owners)");
        }
        if (!scope.contacts().isEmpty()) {
            bindings.texts("scope_contacts", scope.contacts());
            parts.add("t.contact_id = ANY(:scope_contacts)");
        }
        if (!scope.categories().isEmpty()) {
            parts.add(inCategories("scope_categories", scope.categories()));
        }
        return add("(" + String.join(" OR ", parts) + ")");
    }

    public TicketConditions categories(String name, Collection<String> spellings, boolean orNone) {
        if (spellings.isEmpty()) {
            return orNone ? add("t.category_id IS NULL") : this;
        }
        String in = inCategories(name, spellings);
        return add(orNone ? "(" + in + " OR t.category_id IS NULL)" : in);
    }

    public TicketConditions within(String column, String name, InstantRange range) {
        if (range.from() != null) {
            bindings.time(name + "_from", Times.bound(range.from()));
            add(column + " >= :" + name + "_from");
        }
        if (range.until() != null) {
            bindings.time(name + "_until", Times.bound(range.until()));
            add(column + " < :" + name + "_until");
        }
        return this;
    }

    /** In one statement with the list, so that a merge cannot come between. An array, so that an index on categories helps. */
    private String inCategories(String name, Collection<String> spellings) {
        bindings.ids(name, spellings.stream().map(this::categoryId).toList());
        if (spellings.size() == 1) {
            // The database takes an array it does not know yet for ten values.
            return """
            t.category_id = (SELECT COALESCE(s.target_id, s.id) FROM {ticket_category} s
                WHERE s.tenant_id = :tenant_id AND s.id = ANY(:%s))""".formatted(name);
        }
        return """
        t.category_id = ANY(ARRAY(SELECT COALESCE(s.target_id, s.id) FROM {ticket_category} s
            WHERE s.tenant_id = :tenant_id AND s.id = ANY(:%s)))""".formatted(name);
    }

    /** The id of the row of a spelling. */
    UUID categoryId(String spelling) {
        return Category.idOf(tenant, spelling);
    }

    private void anyOf(String column, String name, Collection<String> values, boolean orNull) {
        if (values.isEmpty()) {
            if (orNull) {
                add(column + " IS NULL");
            }
            return;
        }
        String condition;
        if (values.size() == 1) {
            // One value keeps an index in the order of the list; an array of one does not always.
            bindings.text(name, values.iterator().next());
            condition = column + " = :" + name;
        } else {
            bindings.texts(name, values);
            condition = column + " = ANY(:" + name + ")";
        }
        add(orNull ? "(" + condition + " OR " + column + " IS NULL)" : condition);
    }

    /** By id, by name or without. */
    private void owners(TicketQuery query) {
        if (query.ownerNames().isEmpty()) {
            anyOf("t.owner_id", prefix + "owners", query.owners(), query.unassigned());
            return;
        }
        bindings.bytesList(
                        prefix + "owner_names",
                        query.ownerNames().stream().map(SortKeys::of).toList())
                .texts(prefix + "owners", query.owners());
        add("(t.owner_sort = ANY(:" + prefix + "owner_names) OR t.owner_id = ANY(:" + prefix + "owners)"
                + (query.unassigned() ? " OR t.owner_id IS NULL)" : ")"));
    }

    private void attributes(Map<String, String> attributes, Dialect dialect) {
        if (attributes.isEmpty()) {
            return;
        }
        List<String> terms = Attributes.terms(attributes);
        String name = prefix + "terms";
        bindings.texts(name, terms);
        for (int i = 0; i < terms.size(); i++) {
            bindings.text(name + "_" + i, terms.get(i));
        }
        add(dialect.containsAll("t.attribute_terms", name, terms.size()));
    }
}
