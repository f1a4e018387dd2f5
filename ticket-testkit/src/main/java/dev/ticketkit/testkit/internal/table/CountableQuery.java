package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.query.TicketQuery;

/** Which queries statistics can count: filters on status and priority, beside either owners or categories. As the other stores do. */
public final class CountableQuery {
    private CountableQuery() {}

    public static boolean isCountable(TicketQuery query, AccessScope scope) {
        boolean byOwner = !query.owners().isEmpty()
                || query.unassigned()
                || (!scope.isAll() && (!scope.owners().isEmpty() || scope.includesUnassigned()));
        boolean byCategory = !query.categories().isEmpty()
                || query.uncategorised()
                || (!scope.isAll() && !scope.categories().isEmpty());
        return !(byOwner && byCategory) && (scope.isAll() || scope.contacts().isEmpty()) && asksNothingElse(query);
    }

    private static boolean asksNothingElse(TicketQuery query) {
        return query.text() == null
                && query.excludedText() == null
                && query.excluded().isEmpty()
                && query.contacts().isEmpty()
                && query.contactNames().isEmpty()
                && query.ownerNames().isEmpty()
                && query.titles().isEmpty()
                && query.references().isEmpty()
                && query.origins().isEmpty()
                && query.attributes().isEmpty()
                && query.opened().isAlways()
                && query.updated().isAlways()
                && query.closed().isAlways();
    }
}
