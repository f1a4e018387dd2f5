package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.spi.event.ContactTraces;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketChange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who left something on which ticket without being its contact now. A row is written only by the few changes that give a ticket another
 * contact or are made by another's, so no other commit pays for what an erasure needs to find.
 *
 * <p>See docs/decisions/0019-former-contacts.md.
 */
public final class FormerContacts {
    private final SqlText insert;
    private final SqlText tickets;
    private final SqlText ticketsAfter;
    private final SqlText forget;
    private final SqlText events;
    private final SqlText eraseEvent;
    private final SqlText forgetKey;
    private final SqlText forgetCauses;
    private final SqlText forgetDetails;

    public FormerContacts(TableNames names) {
        insert = names.insert("""
                INSERT INTO {ticket_former_contact} (tenant_id, contact_id, ticket_id)
                VALUES (:tenant_id, :former_id, :ticket_id)""");
        String ids = """
                SELECT f.ticket_id AS id FROM {ticket_former_contact} f
                WHERE f.tenant_id = :tenant_id AND f.contact_id = :contact_id %s
                ORDER BY f.ticket_id LIMIT :most""";
        tickets = names.sql(ids.formatted(""));
        ticketsAfter = names.sql(ids.formatted("AND f.ticket_id > :after"));
        forget = names.sql("""
                DELETE FROM {ticket_former_contact}
                WHERE tenant_id = :tenant_id AND contact_id = :former_id AND ticket_id = :ticket_id""");
        events = names.sql("SELECT " + EventColumns.READ_HIDDEN + """
                 FROM {ticket_event} e
                WHERE e.tenant_id = :tenant_id AND e.ticket_id = :ticket_id AND e.id <> :id
                ORDER BY e.receipt_version, CASE WHEN e.version IS NULL THEN 1 ELSE 0 END""");
        eraseEvent = names.sql("UPDATE {ticket_event} SET " + SqlText.assignments(EventColumns.ERASED)
                + " WHERE tenant_id = :tenant_id AND id = :id");
        forgetKey = names.sql("""
                UPDATE {ticket_event} SET idem_key = NULL, idem_hash = NULL
                WHERE tenant_id = :tenant_id AND id = :event_id AND idem_key IS NOT NULL""");
        forgetCauses = names.sql("""
                UPDATE {ticket_delivery} SET cause = ''
                WHERE tenant_id = :tenant_id AND event_id = :event_id AND cause IS NOT NULL""");
        forgetDetails = names.sql("""
                UPDATE {ticket_execution} SET detail = NULL
                WHERE tenant_id = :tenant_id AND event_id = :event_id AND detail IS NOT NULL""");
    }

    /** Keeps who they are, when the change leaves such contacts behind. The ticket's row is locked. */
    void keep(Sql sql, TicketChange change, Bindings bindings) throws SQLException {
        for (String contact : change.formerContacts()) {
            sql.insert(insert, bindings.text("former_id", contact));
        }
    }

    /** Tickets with traces of a contact, in order of id. */
    public List<TicketId> tickets(Sql sql, Bindings contact, @Nullable TicketId after) throws SQLException {
        return sql.list(after == null ? tickets : ticketsAfter, contact, row -> new TicketId(row.id("id")));
    }

    /** The ticket has nothing of its contact any more, also of earlier times when it was the contact's. */
    void forget(Sql sql, String contactId, Bindings bindings) throws SQLException {
        sql.update(forget, bindings.text("former_id", contactId));
    }

    /** Erases a former contact's traces; the ticket's row is locked, so no event comes meanwhile. */
    void erase(Sql sql, TicketChange change, String contactId, Bindings bindings) throws SQLException {
        List<TicketEvent> history = sql.list(events, bindings, row -> EventColumns.read(change.tenant(), row));
        ContactTraces traces = ContactTraces.of(
                contactId, Objects.requireNonNull(change.before()), history, "erased-" + UUID.randomUUID());
        for (ContactTraces.Trace trace : traces.traces()) {
            sql.update(eraseEvent, EventColumns.bind(trace.event()));
        }
        List<Bindings> own = own(change.tenant(), traces);
        sql.updateAll(forgetKey, own);
        sql.updateAll(forgetCauses, own);
        sql.updateAll(forgetDetails, own);
        forget(sql, contactId, bindings);
    }

    private static List<Bindings> own(TenantId tenant, ContactTraces traces) {
        List<Bindings> own = new ArrayList<>();
        for (UUID event : traces.ownEvents()) {
            own.add(new Bindings().text("tenant_id", tenant.value()).id("event_id", event));
        }
        return own;
    }
}
