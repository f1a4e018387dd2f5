package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.internal.page.EventPages;
import dev.ticketkit.core.internal.page.TicketPages;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The contact's other tickets as they were at the time of a past event; those deleted since are left out. Reads their histories. */
final class PastContact implements ContactRecord {

    private final Occurrence occurrence;
    private final TicketStorage storage;
    private final PastTicket past;
    private final Instant then;
    private @Nullable List<List<Ticket>> states;

    PastContact(Occurrence occurrence, TicketStorage storage, PastTicket past) {
        this.occurrence = occurrence;
        this.storage = storage;
        this.past = past;
        TicketEvent event = occurrence.event();
        this.then = event == null ? Instant.MAX : event.at();
    }

    @Override
    public boolean hasOpenTicket() {
        return states().stream()
                .anyMatch(ofTicket -> ofTicket.get(ofTicket.size() - 1).status().macro() == MacroStatus.IN_PROGRESS);
    }

    @Override
    public boolean hadResolvedTicket() {
        return states().stream()
                .flatMap(List::stream)
                .anyMatch(state -> state.status().macro() == MacroStatus.TERMINATED);
    }

    /** Of each other ticket that was there, its states up to then. */
    private List<List<Ticket>> states() {
        if (states == null) {
            states = others().stream()
                    .map(this::statesUntilThen)
                    .filter(ofTicket -> !ofTicket.isEmpty())
                    .toList();
        }
        return states;
    }

    private List<Ticket> statesUntilThen(Ticket now) {
        List<Ticket> all = new ArrayList<>();
        for (TicketEvent event : EventPages.after(storage.events(), now.tenant(), now.id(), 0)) {
            boolean mattered = event.kind() == EventKind.OPENED || past.statusBefore(event) != null || all.isEmpty();
            if (!event.at().isAfter(then) && mattered) {
                all.add(past.after(event, now));
            }
        }
        return all;
    }

    private List<Ticket> others() {
        TicketQuery query =
                TicketQuery.builder().contacts(occurrence.contact().id()).build();
        List<Ticket> all = new ArrayList<>();
        for (Ticket each : TicketPages.of(storage.tickets(), occurrence.tenant(), query, AccessScope.all())) {
            if (isOther(each)) {
                all.add(each);
            }
        }
        return all;
    }

    private boolean isOther(Ticket ticket) {
        Ticket own = occurrence.ticket();
        return own == null || !Objects.equals(own.id(), ticket.id());
    }
}
