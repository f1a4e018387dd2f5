package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.catalogue.StoredCategories;
import dev.ticketkit.core.internal.page.EventPages;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.storage.TicketStorage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ticket as an event left it: what came later is undone by what the history says stood before. Category and status are those of today
 * under the ids of then, an owner's name is lost where it was replaced, and reopenings are counted as now.
 */
public final class PastTicket {
    private static final Logger LOG = LoggerFactory.getLogger(PastTicket.class);

    private final TicketStorage storage;
    private final StatusBook statuses;

    /**
     * Looks back.
     *
     * @param statuses the tenant's statuses
     */
    public PastTicket(TicketStorage storage, StatusBook statuses) {
        this.storage = storage;
        this.statuses = statuses;
    }

    /** The ticket as the event left it; as it is now when nothing came later. */
    public Ticket after(TicketEvent event, Ticket now) {
        Ticket past = now;
        if (now.version() > event.version()) {
            List<TicketEvent> later = new ArrayList<>(
                    EventPages.all(storage.events(), event.tenant(), event.ticketId(), event.version()));
            Collections.reverse(later);
            for (TicketEvent undone : later) {
                past = without(past, undone);
            }
            past = asOf(event, past);
        }
        return past;
    }

    /** The ticket as each of the wanted events left it, by version: its history is read and undone once for all of them. */
    Map<Long, Ticket> afterEach(Ticket now, Predicate<TicketEvent> wanted) {
        List<TicketEvent> history = EventPages.all(storage.events(), now.tenant(), now.id(), 0);
        Map<Long, Ticket> states = new HashMap<>();
        Ticket past = now;
        for (int i = history.size() - 1; i >= 0; i--) {
            TicketEvent event = history.get(i);
            if (wanted.test(event)) {
                states.put(event.version(), now.version() > event.version() ? asOf(event, past) : now);
            }
            past = without(past, event);
        }
        return states;
    }

    private static Ticket asOf(TicketEvent event, Ticket past) {
        return past.toBuilder()
                .version(event.version())
                .updatedAt(event.at())
                .answeredAt(notAfter(past.answeredAt(), event.at()))
                .closedAt(closedAt(past, event.at()))
                .build();
    }

    private static @Nullable Instant notAfter(@Nullable Instant answered, Instant at) {
        return answered != null && answered.isAfter(at) ? null : answered;
    }

    /** The status before an event, or null when it did not change. */
    public @Nullable Status statusBefore(TicketEvent event) {
        return event.changes().stream()
                .filter(change -> change.field() == TicketField.STATUS)
                .findFirst()
                .map(change -> status(event.tenant(), Objects.requireNonNull(change.from(), "status")))
                .orElse(null);
    }

    private Ticket without(Ticket ticket, TicketEvent event) {
        TicketBuilder before = ticket.toBuilder();
        Contact contact = ticket.contact();
        Map<String, String> attributes = new TreeMap<>(ticket.attributes());
        for (FieldChange change : event.changes()) {
            String from = change.from();
            switch (change.field()) {
                case TITLE -> before.title(from == null ? ticket.title() : from);
                case DESCRIPTION -> before.description(from);
                case STATUS -> before.status(from == null ? ticket.status() : status(ticket.tenant(), from));
                case PRIORITY -> before.priority(priority(from, ticket.priority()));
                case CATEGORY -> before.category(from == null ? null : category(ticket, from));
                case OWNER -> before.owner(from == null ? null : new Party(from, from));
                case OWNER_LABEL -> before.owner(relabelled(ticket.owner(), from));
                case ATTRIBUTE -> put(attributes, Objects.requireNonNull(change.attribute()), from);
                case CONTACT_ID, CONTACT_NAME, CONTACT_PHONE, CONTACT_EMAIL, CONTACT_LANGUAGE ->
                    contact = without(contact, change.field(), from);
                case UNKNOWN -> LOG.debug("a field that is not known here stays as it is: {}", change.key());
            }
        }
        return before.contact(contact).attributes(attributes).build();
    }

    private static Contact without(Contact contact, TicketField field, @Nullable String from) {
        boolean id = field == TicketField.CONTACT_ID && from != null;
        return new Contact(
                id ? Objects.requireNonNull(from) : contact.id(),
                field == TicketField.CONTACT_NAME ? from : contact.name(),
                field == TicketField.CONTACT_PHONE ? from : contact.phone(),
                field == TicketField.CONTACT_EMAIL ? from : contact.email(),
                field == TicketField.CONTACT_LANGUAGE ? from : contact.language());
    }

    /** One that is not known here stays the later one. */
    private static Priority priority(@Nullable String name, Priority later) {
        return Arrays.stream(Priority.values())
                .filter(priority -> priority.name().equals(name))
                .findFirst()
                .orElse(later);
    }

    private static @Nullable Instant closedAt(Ticket past, Instant then) {
        if (past.status().macro() == MacroStatus.IN_PROGRESS) {
            return null;
        }
        Instant last = past.closedAt();
        return last == null || last.isAfter(then) ? then : last;
    }

    private Status status(TenantId tenant, String key) {
        return statuses.find(key).map(StatusEntry::status).orElseGet(() -> removed(tenant, key));
    }

    /** Of a status that was removed the store knows what it was; of one that was never kept nobody does. */
    private Status removed(TenantId tenant, String key) {
        return storage.statuses().removedStatuses(tenant).stream()
                .filter(status -> status.key().equals(key))
                .findFirst()
                .orElseGet(() -> new Status(key, MacroStatus.IN_PROGRESS, Status.OPEN.position()));
    }

    private @Nullable Category category(Ticket ticket, String id) {
        return StoredCategories.find(storage.categories(), ticket.tenant(), id).orElse(null);
    }

    private static @Nullable Party relabelled(@Nullable Party owner, @Nullable String label) {
        return owner == null || label == null ? owner : new Party(owner.id(), label);
    }

    private static void put(Map<String, String> attributes, String name, @Nullable String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.put(name, value);
        }
    }
}
