package dev.ticketkit.core.internal.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.internal.session.Observed;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Of what a worker has claimed, what it does not begin is given back. */
@Tag("B4")
class BatchTest {
    private static final List<Delivery> CLAIMED = List.of(delivery(1), delivery(2), delivery(3));

    private final TicketStorage storage = mock(TicketStorage.class, RETURNS_DEEP_STUBS);
    private final DeliveryQueue queue = mock(DeliveryQueue.class, RETURNS_DEEP_STUBS);
    private final DeskConsumer consumer = mock(DeskConsumer.class);
    private Leases leases;

    @BeforeEach
    void everythingCanBeRead() {
        when(storage.deliveries()).thenReturn(queue);
        when(storage.events().event(any(), any())).thenReturn(Optional.of(mock(TicketEvent.class)));
        when(storage.tickets().find(any(), any()))
                .thenReturn(Optional.of(Tickets.open().build()));
        when(queue.complete(any(), any())).thenReturn(true);
        leases = new Leases(queue, Duration.ofMinutes(1), Duration.ofMinutes(5));
    }

    @Test
    void givesBackWhatIsNotBegunWhenTwoBeatsOfTheLeaseHavePassed() {
        beats(2);

        assertThat(handled()).isEqualTo(1);
        verify(queue).giveBack(CLAIMED.subList(1, 3), Duration.ZERO);
        verify(queue).complete(CLAIMED.get(0), List.of());
    }

    @Test
    void goesOnWhileTheLeaseLastsForSure() {
        beats(1);

        assertThat(handled()).isEqualTo(2);
        verify(queue).giveBack(CLAIMED.subList(2, 3), Duration.ZERO);
    }

    @Test
    void givesNothingBackWhenAllIsBegun() {
        when(consumer.handle(any())).thenReturn(DeliveryResult.DELIVERED);

        assertThat(handled()).isEqualTo(3);
        verify(queue, never()).giveBack(any(), any());
    }

    private void beats(int count) {
        when(consumer.handle(any())).thenAnswer(call -> {
            for (int i = 0; i < count; i++) {
                leases.beatAll();
            }
            return DeliveryResult.DELIVERED;
        });
    }

    private int handled() {
        DeliveryRun run = new DeliveryRun(Map.of("one", consumer), new Observed(List.of()));
        Worker.Shared shared = new Worker.Shared(
                3, storage, new Consumers(Set.of("one"), queue), run, leases, new Semaphore(1), () -> {});
        Retries retries = new Retries(3, Duration.ofSeconds(1), new Random(7));
        Worker.Manner manner = new Worker.Manner(retries, Duration.ofSeconds(5), () -> true);
        return new Batch(shared, manner, CLAIMED, 0).handled();
    }

    private static Delivery delivery(int number) {
        TicketId ticket = new TicketId(new UUID(1, number));
        return new Delivery(Tickets.ACME, new UUID(2, number), ticket, 1, Delivery.EVERYONE, Set.of(), 1, "owner");
    }
}
