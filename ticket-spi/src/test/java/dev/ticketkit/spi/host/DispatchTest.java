package dev.ticketkit.spi.host;

import static dev.ticketkit.spi.fixture.Tickets.OLGA;
import static dev.ticketkit.spi.fixture.Tickets.event;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Ticket;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DispatchTest {
    private static final UUID STEP = new UUID(9, 9);

    private final Ticket ticket = open().build();
    private final TicketEvent opened = event(EventKind.OPENED, 1, OLGA).build();

    @Test
    void anEventIsDispatchedUnderItsOwnId() {
        Dispatch dispatch = Dispatch.of(opened, 2, ticket);
        assertThat(dispatch.id()).isEqualTo(opened.id());
        assertThat(dispatch.attempt()).isEqualTo(2);
        assertThat(dispatch.trigger()).isNull();
    }

    @Test
    void aTriggerIsDispatchedUnderTheIdOfItsStep() {
        Dispatch dispatch = Dispatch.of(opened, 1, ticket).asTrigger(STEP, "escalation", "page", Map.of("who", "olga"));
        assertThat(dispatch.id()).isEqualTo(STEP);
        assertThat(dispatch.automation()).isEqualTo("escalation");
        assertThat(dispatch.trigger()).isEqualTo("page");
        assertThat(dispatch.parameters()).containsExactly(Map.entry("who", "olga"));
    }

    /** A host's engine hands this back with what it does, so that a loop is seen. */
    @Test
    void itsCauseIsOneDeeperThanTheEvents() {
        TicketEvent caused = event(EventKind.CHANGED, 2, OLGA)
                .cause(new Cause(null, "portal", 3))
                .build();
        assertThat(Dispatch.of(opened, 1, ticket).cause()).isEqualTo(new Cause(opened.id(), "host-dispatch", 1));
        assertThat(Dispatch.of(caused, 1, ticket)
                        .asTrigger(STEP, "escalation", "page", Map.of())
                        .cause())
                .isEqualTo(new Cause(caused.id(), "escalation", 4));
    }

    @Test
    void aReceiverRejectsOrAsksForLater() {
        assertThat(DeliveryException.rejected("no such queue").isRejected()).isTrue();
        DeliveryException later = DeliveryException.retryAfter(Duration.ofMinutes(5), "busy", null);
        assertThat(later.isRejected()).isFalse();
        assertThat(later.retryAfter()).isEqualTo(Duration.ofMinutes(5));
    }
}
