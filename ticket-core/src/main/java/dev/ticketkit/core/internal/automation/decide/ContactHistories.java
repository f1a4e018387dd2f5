package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.internal.automation.decide.ContactHistory.Turn;
import dev.ticketkit.core.internal.page.EventPages;
import dev.ticketkit.core.internal.page.TicketPages;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the histories of a contact's tickets, once for all events about the contact. Those deleted since are left out. Of one thread. */
final class ContactHistories {
    private static final long MOST_TURNS = 200_000;

    private final TicketStorage storage;
    private final PastTicket past;
    private final KeptValues<String, ContactHistory> kept = new KeptValues<>(MOST_TURNS, ContactHistory::size);

    ContactHistories(TicketStorage storage, PastTicket past) {
        this.storage = storage;
        this.past = past;
    }

    ContactHistory of(TenantId tenant, String contact) {
        ContactHistory history = kept.find(contact);
        if (history == null) {
            history = read(tenant, contact);
            kept.keep(contact, history);
        }
        return history;
    }

    private ContactHistory read(TenantId tenant, String contact) {
        TicketQuery query = TicketQuery.builder().contacts(contact).build();
        Map<TicketId, List<Turn>> ofTicket = new HashMap<>();
        for (Ticket each : TicketPages.of(storage.tickets(), tenant, query, AccessScope.all())) {
            ofTicket.put(each.id(), turns(each));
        }
        return new ContactHistory(ofTicket);
    }

    /** In order of version: the opening, or the first that is known, and each change of status. */
    private List<Turn> turns(Ticket now) {
        List<TicketEvent> events = EventPages.all(storage.events(), now.tenant(), now.id(), 0);
        List<Turn> turns = new ArrayList<>();
        Status after = now.status();
        for (int i = events.size() - 1; i >= 0; i--) {
            TicketEvent event = events.get(i);
            Status before = past.statusBefore(event);
            if (before != null || i == 0 || event.kind() == EventKind.OPENED) {
                turns.add(new Turn(event.at(), after.macro() == MacroStatus.IN_PROGRESS));
            }
            after = before == null ? after : before;
        }
        Collections.reverse(turns);
        return turns;
    }
}
