package dev.ticketkit.jdbc.internal.query;

import dev.ticketkit.jdbc.internal.query.IndexRanges.Lead;
import dev.ticketkit.jdbc.internal.search.SearchPlan;
import dev.ticketkit.jdbc.internal.search.TermTable;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The few tickets that may satisfy a query, for H2: it does not know how many tickets satisfy a filter, and along the order of a list it would read all
 * of them to find the few of a rare word, owner or day. So each filter is asked for its tickets, up to as many as are soon read; the first that has no
 * more gives the candidates.
 */
final class Candidates {
    /** Along an order of a hundred thousand tickets, a page of a filter that finds more is full after some thousand. */
    static final int MOST = 1_000;

    /** As many as a list is cut by. */
    private static final int MOST_VALUES = 32;

    private static final String TICKETS = "SELECT t.id FROM {ticket} t WHERE ";

    private final Sql sql;
    private final TableNames names;
    private final TenantId tenant;
    private final TicketQuery query;
    private final AccessScope scope;

    Candidates(Sql sql, TableNames names, TenantId tenant, TicketQuery query, AccessScope scope) {
        this.scope = scope;
        this.sql = sql;
        this.names = names;
        this.tenant = tenant;
        this.query = query;
    }

    /** Asks one filter; null when it finds many, or is not there. */
    private interface Filter {
        @Nullable Set<UUID> find() throws SQLException;
    }

    /**
     * Looks for them.
     *
     * @param search the words that are looked for
     * @param lead the filter by which the list is cut anyway
     * @return null when every filter finds many, or there is none
     */
    @Nullable Set<UUID> find(SearchPlan search, Lead lead) throws SQLException {
        for (Filter filter : filters(search, lead)) {
            @Nullable Set<UUID> found = filter.find();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private List<Filter> filters(SearchPlan search, Lead lead) {
        List<Filter> filters = new ArrayList<>();
        if (search.proposesContacts()) {
            filters.add(() -> ofContacts(search));
        } else {
            search.terms().forEach(ranges -> filters.add(() -> ofTerms(ranges)));
        }
        TermTable.Range.of(query.attributes()).forEach(attribute -> filters.add(() -> ofTerms(List.of(attribute))));
        if (lead != Lead.CONTACTS && query.contactNames().isEmpty() && isAsked(query.contacts(), false)) {
            filters.add(() -> of(each -> each.contacts("filter", query.contacts())));
        }
        if (lead != Lead.OWNERS && query.ownerNames().isEmpty() && isAsked(query.owners(), query.unassigned())) {
            filters.add(() -> of(each -> each.owners("filter", query.owners(), query.unassigned())));
        }
        if (lead != Lead.CATEGORIES && isAsked(query.categories(), query.uncategorised())) {
            filters.add(() -> of(each -> each.categories("filter", query.categories(), query.uncategorised())));
        }
        if (lead != Lead.STATUSES && lead != Lead.PLACES && isAsked(query.statuses(), false)) {
            filters.add(() -> of(each -> each.statuses("filter", query.statuses())));
        }
        if (lead != Lead.SCOPE && !scope.isAll() && valuesOfScope() <= MOST_VALUES) {
            filters.add(() -> of(each -> each.scope(scope)));
        }
        filters.add(() -> ofTime(TicketSort.OPENED, "t.opened_at", query.opened()));
        filters.add(() -> ofTime(TicketSort.CLOSED, "t.closed_at", query.closed()));
        filters.add(() -> ofTime(TicketSort.UPDATED, "t.updated_at", query.updated()));
        return filters;
    }

    /** Whether a filter is there, with so few values that to ask one after the other is worth it. */
    private static boolean isAsked(Collection<String> values, boolean orNone) {
        int each = values.size() + (orNone ? 1 : 0);
        return each > 0 && each <= MOST_VALUES;
    }

    private int valuesOfScope() {
        return scope.owners().size()
                + scope.categories().size()
                + scope.contacts().size();
    }

    /** Of a name or an id. */
    private @Nullable Set<UUID> ofContacts(SearchPlan search) throws SQLException {
        @Nullable Set<UUID> named = ofTerms(search.terms().get(0));
        @Nullable Set<UUID> found = named == null || query.contacts().size() > MOST_VALUES
                ? null
                : of(each -> each.contacts("filter", query.contacts()));
        if (named == null || found == null) {
            return null;
        }
        found.addAll(named);
        return found;
    }

    private @Nullable Set<UUID> ofTerms(List<TermTable.Range> ranges) throws SQLException {
        Set<UUID> found = new LinkedHashSet<>();
        for (TermTable.Range range : ranges) {
            if (!addOfTerm(found, range)) {
                return null;
            }
        }
        return found;
    }

    private boolean addOfTerm(Set<UUID> found, TermTable.Range range) throws SQLException {
        Bindings bindings = new Bindings()
                .text("tenant_id", tenant.value())
                .text("first_term", range.first())
                .text("last_term", range.last());
        return addFew(found, """
                SELECT w.ticket_id AS id FROM {ticket_term} w
                WHERE w.tenant_id = :tenant_id AND w.term >= :first_term AND w.term <= :last_term""", bindings);
    }

    private @Nullable Set<UUID> ofTime(TicketSort sort, String column, InstantRange range) throws SQLException {
        if (range.isAlways() || query.sort() == sort) {
            return null;
        }
        Set<UUID> found = new LinkedHashSet<>();
        for (MacroStatus macro : MacroStatus.values()) {
            TicketConditions conditions = TicketConditions.ofTenant(tenant)
                    .add("t.macro_status = '" + macro + "'")
                    .within(column, "filter", range);
            if (!addFew(found, TICKETS + conditions.text(), conditions.bindings())) {
                return null;
            }
        }
        return found;
    }

    /** Tickets of any value of one filter. */
    private @Nullable Set<UUID> of(Function<Alternatives, List<IndexRange>> filter) throws SQLException {
        TicketConditions conditions = TicketConditions.ofTenant(tenant);
        List<IndexRange> values = filter.apply(new Alternatives(conditions));
        Set<UUID> found = new LinkedHashSet<>();
        for (IndexRange value : values) {
            if (!addFew(found, TICKETS + conditions.text() + value.andCondition(), conditions.bindings())) {
                return null;
            }
        }
        return values.isEmpty() ? null : found;
    }

    /** Whether there were few altogether. */
    private boolean addFew(Set<UUID> found, String select, Bindings bindings) throws SQLException {
        bindings.number("most", MOST + 1L);
        List<UUID> some = sql.list(names.sql(select + " LIMIT :most"), bindings, row -> row.id("id"));
        found.addAll(some);
        return some.size() <= MOST && found.size() <= MOST;
    }
}
