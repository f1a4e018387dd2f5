package dev.ticketkit.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("B4")
class NotificationDeliveryTest extends NotificationsFixture {
    NotificationDeliveryTest(Store store) {
        super(store);
    }

    @Test
    void oneFailingOperatorDoesNotRepeatTheOthers() {
        trouble.put("otto", notice -> {
            throw new IllegalStateException("mailbox full");
        });
        opened("Lamp");
        pump().drainWithRetries();

        assertThat(sentTo("olga")).hasSize(1);
        assertThat(sentTo("pia")).hasSize(1);
        assertThat(sentTo("otto")).hasSize(10).allMatch(notice -> notice.id()
                .equals(sent.get(0).id()));
        assertThat(parked()).containsExactly("operators:otto: java.lang.IllegalStateException: mailbox full");
        assertThat(pending()).isZero();
    }

    @Test
    void laterNoticesOfTheTicketWaitForHimAlone() {
        trouble.put("otto", notice -> {
            if (notice.attempt() < 3 && notice.event().version() == 1) {
                throw new IllegalStateException("mailbox full");
            }
            return DeliveryResult.DELIVERED;
        });
        Ticket ticket = opened("Lamp");
        changed(ticket, change().title("Second"));
        pump().drainWithRetries();

        assertThat(sentTo("otto"))
                .extracting(notice -> notice.event().version())
                .containsExactly(1L, 1L, 1L, 2L);
        assertThat(sentTo("olga"))
                .extracting(notice -> notice.event().version())
                .containsExactly(1L, 2L);
        assertThat(parked()).isEmpty();
        assertThat(pending()).isZero();
    }

    @Test
    void rejectedNoticeIsParkedAtOnceWithItsReasonUntilReleased() {
        trouble.put("otto", notice -> {
            throw DeliveryException.rejected("no such mailbox");
        });
        opened("Lamp");
        TicketDesk pump = pump();
        pump.drainWithRetries();
        assertThat(sentTo("otto")).hasSize(1);
        assertThat(parked()).containsExactly("operators:otto: no such mailbox");

        trouble.clear();
        ParkedDelivery parked = pump.deliveries().parked(tenant, 10).get(0);
        assertThat(parked.attempts()).isEqualTo(1);
        assertThat(pump.deliveries().release(parked)).isTrue();
        pump.drain();
        assertThat(sent).hasSize(4);
        assertThat(sentTo("otto")).hasSize(2);
        assertThat(parked()).isEmpty();
        assertThat(pending()).isZero();
    }

    @Test
    void whoAsksForTimeIsNotTriedBefore() {
        trouble.put("otto", notice -> {
            throw DeliveryException.retryAfter(Duration.ofHours(20), "busy", null);
        });
        opened("Lamp");
        pump().drain();
        pump().drain();

        assertThat(sent).hasSize(3);
        assertThat(pending()).isEqualTo(1);
        assertThat(parked()).isEmpty();
    }
}
