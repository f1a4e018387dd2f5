package dev.ticketkit.core.internal.listing;

import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.result.EventTrace;
import dev.ticketkit.core.result.EventTrace.AutomationReason;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Puts together what is known of an event. */
public final class EventTraceReader {
    private static final String NOT_DECIDED =
            "it waits for something else, was saved later, or the event has not been delivered yet";

    private final ActorContext session;
    private final TicketStorage storage;

    public EventTraceReader(ActorContext session) {
        this.session = session;
        this.storage = session.storage();
    }

    public EventTrace of(UUID eventId) {
        requireReadable(eventId);
        session.limits.requireReasons();
        String cancelled =
                storage.notifications().cancelled(session.tenant, eventId).orElse(null);
        String undecided = cancelled == null ? NOT_DECIDED : cancelled;
        return new EventTrace(eventId, automations(eventId, undecided), operators(eventId), cancelled);
    }

    /** An event is as visible as its ticket; a firing belongs to nobody's scope but that of all. */
    private void requireReadable(UUID eventId) {
        Optional<TicketEvent> event = storage.events().event(session.tenant, eventId);
        if (event.isPresent()) {
            Ticket ticket = session.access.requireVisible(
                    storage.tickets().find(session.tenant, event.get().ticketId()));
            session.access.require(Action.READ_REASONS, ticket);
            return;
        }
        boolean visible = session.access.scope().equals(AccessScope.all())
                && storage.executions().firing(session.tenant, eventId).isPresent();
        if (!visible) {
            throw new NotFoundException("event");
        }
        session.access.require(Action.READ_REASONS, null);
    }

    private List<AutomationReason> automations(UUID eventId, String undecided) {
        List<AutomationReason> reasons = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (AutomationExecution run : storage.executions().executions(session.tenant, eventId)) {
            known.add(run.automation());
            reasons.add(new AutomationReason(run.automation(), run.state(), run.detail(), run.stepsDone()));
        }
        session.parts.books().inOrder(storage.automations(), session.tenant).stream()
                .map(Automation::id)
                .filter(id -> !known.contains(id))
                .forEach(id -> reasons.add(new AutomationReason(id, null, undecided, 0)));
        reasons.sort(Comparator.comparing(AutomationReason::automation));
        return reasons;
    }

    /** Who was tried again alone has a record of its own, which is the later one. */
    private SortedMap<String, NotificationOutcome> operators(UUID eventId) {
        SortedMap<String, NotificationOutcome> outcomes = new TreeMap<>();
        for (NotificationRecord record : storage.notifications().records(session.tenant, eventId)) {
            outcomes.putAll(record.outcomes());
        }
        return outcomes;
    }
}
