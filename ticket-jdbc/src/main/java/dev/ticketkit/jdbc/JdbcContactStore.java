package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.commit.FormerContacts;
import dev.ticketkit.jdbc.internal.query.ContactList;
import dev.ticketkit.jdbc.internal.query.OwnerNames;
import dev.ticketkit.jdbc.internal.search.SearchPlan;
import dev.ticketkit.jdbc.internal.search.WordSearch;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.ContactPosition;
import dev.ticketkit.spi.query.ContactTickets;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.ContactStore;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tickets by contact, and contacts by their tickets. */
final class JdbcContactStore implements ContactStore {
    private final Transactions transactions;
    private final SqlText ofContact;
    private final SqlText ofContactAfter;
    private final FormerContacts formerContacts;
    private final ContactList contactList;
    private final WordSearch search;
    private final OwnerNames ownerNames;

    JdbcContactStore(TableNames names, Transactions transactions, WordSearch search) {
        this.search = search;
        this.ownerNames = new OwnerNames(names, transactions);
        this.transactions = transactions;
        String ids = """
                SELECT t.id FROM {ticket} t WHERE t.tenant_id = :tenant_id AND t.contact_id = :contact_id %s
                ORDER BY t.id LIMIT :most""";
        ofContact = names.sql(ids.formatted(""));
        ofContactAfter = names.sql(ids.formatted("AND t.id > :after"));
        formerContacts = new FormerContacts(names);
        contactList = new ContactList(names);
    }

    @Override
    public List<ContactTickets> contacts(
            TenantId tenant, TicketQuery query, AccessScope scope, @Nullable ContactPosition after, int limit) {
        if (scope.isNone()) {
            return List.of();
        }
        TicketQuery named = ownerNames.named(tenant, query);
        SearchPlan plan = search.plan(tenant, named);
        return transactions.call().read(sql -> contactList.run(sql, tenant, named, plan, scope, after, limit));
    }

    @Override
    public List<TicketId> ticketsOf(TenantId tenant, String contactId, @Nullable TicketId after, int limit) {
        Bindings bindings = new Bindings()
                .text("tenant_id", tenant.value())
                .text("contact_id", contactId)
                .id("after", after == null ? null : after.value())
                .number("most", limit);
        return transactions.call().read(sql -> {
            // Two short ranges of two indexes; as one statement they would be a sort of all that a contact has.
            Set<TicketId> found = new TreeSet<>(formerContacts.tickets(sql, bindings, after));
            found.addAll(
                    sql.list(after == null ? ofContact : ofContactAfter, bindings, row -> new TicketId(row.id("id"))));
            return found.stream().limit(limit).toList();
        });
    }
}
