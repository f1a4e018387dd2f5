package dev.ticketkit.spring.internal.operation;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/** {@code /actuator/ticketdeliveries/TENANT}: lists what was given up, and releases it. Asks no access policy. */
@Endpoint(id = "ticketdeliveries")
public final class ParkedDeliveries {
    private static final int MOST = 1_000;

    private final TicketDesk desk;

    /** Of one desk. */
    public ParkedDeliveries(TicketDesk desk) {
        this.desk = desk;
    }

    /**
     * One delivery that was given up.
     *
     * @param eventId with the consumer, what to release
     * @param cause why, as the consumer said it
     */
    public record Parked(
            String eventId, String consumer, String ticketId, int attempts, String parkedAt, String cause) {
        private static Parked of(ParkedDelivery parked) {
            return new Parked(
                    parked.eventId().toString(),
                    parked.consumer(),
                    parked.ticketId().value().toString(),
                    parked.attempts(),
                    parked.parkedAt().toString(),
                    parked.cause());
        }
    }

    /** The oldest thousand of a tenant. */
    @ReadOperation
    public List<Parked> parked(@Selector String tenant) {
        return all(tenant).stream().map(Parked::of).toList();
    }

    /**
     * Tries one again, with fresh attempts.
     *
     * @return how many were released, 0 when it is not parked
     */
    @WriteOperation
    public int release(@Selector String tenant, String eventId, String consumer) {
        UUID id = UUID.fromString(eventId);
        return (int) all(tenant).stream()
                .filter(each -> each.eventId().equals(id) && each.consumer().equals(consumer))
                .filter(desk.deliveries()::release)
                .count();
    }

    private List<ParkedDelivery> all(String tenant) {
        return desk.deliveries().parked(new TenantId(tenant), MOST);
    }
}
