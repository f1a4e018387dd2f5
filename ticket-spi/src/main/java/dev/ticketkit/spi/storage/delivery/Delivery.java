package dev.ticketkit.spi.storage.delivery;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import java.util.Set;
import java.util.UUID;

/**
 * An event on its way to those who want to know of it, claimed by one worker until its lease ends. Holds ids, no text: what is said is
 * made when it is delivered.
 *
 * @param tenant whose event
 * @param eventId the event; the same at every attempt
 * @param ticketId the event's ticket
 * @param version the ticket's version after the event; deliveries of one ticket come in this order
 * @param consumer who gets it, a name or {@code name:receiver} of at most 179 code points, or {@link #EVERYONE}
 * @param waiting consumers to leave out of a delivery to everyone, since an earlier event of the ticket is still on its way to them
 * @param attempt 1 for the first try; counted before the worker gets it, and taken back when the delivery is given back
 * @param owner the worker that has the lease
 * @param alone whether it was {@linkplain DeliveryQueue#claimAbandoned abandoned} before, and so was claimed alone
 */
public record Delivery(
        TenantId tenant,
        UUID eventId,
        TicketId ticketId,
        long version,
        String consumer,
        Set<String> waiting,
        int attempt,
        String owner,
        boolean alone) {
    /** The consumer of a delivery that has not been split: all of them. */
    public static final String EVERYONE = "*";

    /** Copies the set. */
    public Delivery {
        waiting = Set.copyOf(waiting);
    }

    /** A delivery that was not abandoned before. */
    public Delivery(
            TenantId tenant,
            UUID eventId,
            TicketId ticketId,
            long version,
            String consumer,
            Set<String> waiting,
            int attempt,
            String owner) {
        this(tenant, eventId, ticketId, version, consumer, waiting, attempt, owner, false);
    }

    /** Whether the delivery goes to all consumers but {@link #waiting()}. */
    public boolean isToEveryone() {
        return consumer.equals(EVERYONE);
    }
}
