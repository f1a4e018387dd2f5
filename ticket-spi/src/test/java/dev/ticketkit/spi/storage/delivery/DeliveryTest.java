package dev.ticketkit.spi.storage.delivery;

import static dev.ticketkit.spi.fixture.Tickets.ACME;
import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.CALLS_REAL_METHODS;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.ticketkit.spi.model.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    @Test
    void aDeliveryIsToEveryoneOrToOneConsumer() {
        assertThat(delivery(1, Delivery.EVERYONE).isToEveryone()).isTrue();
        assertThat(delivery(1, "mail").isToEveryone()).isFalse();
        assertThat(delivery(1, "mail").alone()).isFalse();
    }

    @Test
    void aFailureIsTriedAgainParkedOrLeft() {
        assertThat(new DeliveryFailure("mail", false, Duration.ofMinutes(1), "busy").isLeft())
                .isFalse();
        assertThat(new DeliveryFailure("mail", true, null, "rejected").isLeft()).isFalse();
        assertThat(DeliveryFailure.left("mail").isLeft()).isTrue();
    }

    /** Leases of some may have ended meanwhile: these are another node's now. */
    @Test
    void completingManySaysWhichWereLost() {
        DeliveryQueue queue = mock(DeliveryQueue.class, CALLS_REAL_METHODS);
        Delivery kept = delivery(1, "mail");
        Delivery lost = delivery(2, "mail");
        doReturn(true).when(queue).complete(kept, List.of());
        doReturn(false).when(queue).complete(lost, List.of());
        assertThat(queue.completeAll(List.of(kept, lost))).containsExactly(lost);
    }

    @Test
    void aRecordStaysAsItWasMade() {
        SortedMap<String, NotificationOutcome> outcomes = new TreeMap<>();
        outcomes.put("olga", NotificationOutcome.OPTED_OUT);
        NotificationRecord record =
                new NotificationRecord(ACME, new UUID(1, 1), NotificationRecord.ALL, NINE, outcomes);
        outcomes.clear();
        assertThat(record.outcomes()).containsKey("olga");
    }

    private static Delivery delivery(int number, String consumer) {
        return new Delivery(
                ACME, new UUID(1, number), new TicketId(new UUID(0, 1)), number, consumer, Set.of(), 1, "node");
    }
}
