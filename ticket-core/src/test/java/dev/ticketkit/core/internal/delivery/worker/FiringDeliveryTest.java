package dev.ticketkit.core.internal.delivery.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.internal.session.Observed;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.Firing;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

@Tag("B4")
class FiringDeliveryTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final UUID ID = new UUID(1, 2);

    private final TicketStorage storage = mock(TicketStorage.class, RETURNS_DEEP_STUBS);
    private final DeskConsumer.OfFirings automations = mock(DeskConsumer.OfFirings.class);
    private final Firing firing =
            new Firing(ACME, ID, "c-1", Instant.parse("2026-01-01T12:00:00Z"), new byte[32], "{}");

    @BeforeEach
    void firingIsDue() {
        when(storage.keeps(any())).thenReturn(true);
        when(automations.name()).thenReturn("automations");
        when(storage.events().event(ACME, ID)).thenReturn(Optional.empty());
        when(storage.tickets().find(ACME, new TicketId(ID))).thenReturn(Optional.empty());
        when(storage.executions().firing(ACME, ID)).thenReturn(Optional.of(firing));
        when(storage.deliveries().complete(any(), any())).thenReturn(true);
        due("automations", 3);
    }

    @Test
    void consumerOfFiringsGetsIt() {
        when(automations.handleFiring(any())).thenReturn(DeliveryResult.DELIVERED);

        assertThat(failures(automations)).isEmpty();
        ArgumentCaptor<FiringDelivery> context = ArgumentCaptor.forClass(FiringDelivery.class);
        verify(automations).handleFiring(context.capture());
        assertThat(context.getValue().firing()).isEqualTo(firing);
        assertThat(context.getValue().tenant()).isEqualTo(ACME);
        assertThat(context.getValue().attempt()).isEqualTo(3);
        verify(automations, never()).handle(any());
    }

    @Test
    void receiverThatFailsIsTriedAgainAlone() {
        when(automations.handleFiring(any())).thenAnswer(call -> call.<FiringDelivery>getArgument(0)
                .forEach(List.of("a-1", "a-2"), name -> name, name -> {
                    if (name.equals("a-2")) {
                        throw new IllegalStateException("no");
                    }
                    return DeliveryResult.DELIVERED;
                }));

        assertThat(failures(automations)).singleElement().satisfies(failure -> {
            assertThat(failure.consumer()).isEqualTo("automations:a-2");
            assertThat(failure.parked()).isFalse();
        });
    }

    @Test
    void rejectedFiringIsParked() {
        when(automations.handleFiring(any())).thenReturn(DeliveryResult.REJECTED);

        assertThat(failures(automations)).singleElement().matches(DeliveryFailure::parked);
    }

    @Test
    void otherConsumerCannotHaveItAndSaysSo() {
        DeskConsumer plain = mock(DeskConsumer.class);
        when(plain.name()).thenReturn("automations");

        assertThat(failures(plain)).singleElement().satisfies(failure -> {
            assertThat(failure.parked()).isTrue();
            assertThat(failure.cause()).contains("runs automations");
        });
        verify(plain, never()).handle(any());
    }

    @Test
    void whatIsNeitherEventNorFiringIsParked() {
        when(storage.executions().firing(ACME, ID)).thenReturn(Optional.empty());

        assertThat(failures(automations)).singleElement().satisfies(failure -> {
            assertThat(failure.parked()).isTrue();
            assertThat(failure.cause()).contains("no longer stored");
        });
    }

    @Test
    void eventWithoutTicketIsNoFiring() {
        when(storage.events().event(ACME, ID)).thenReturn(Optional.of(mock(TicketEvent.class)));

        assertThat(failures(automations)).singleElement().matches(DeliveryFailure::parked);
        verify(automations, never()).handleFiring(any());
    }

    private void due(String consumer, int attempt) {
        when(storage.deliveries().claim(any(), anyInt(), any()))
                .thenReturn(List.of(new Delivery(ACME, ID, new TicketId(ID), 1, consumer, Set.of(), attempt, "owner")))
                .thenReturn(List.of());
    }

    /** What the pump says of the delivery. */
    private List<DeliveryFailure> failures(DeskConsumer consumer) {
        new DeliveryPump(storage, List.of(consumer), DeliveryOptions.defaults(), new Observed(List.of())).drain();
        @SuppressWarnings("unchecked")
        ArgumentCaptor<List<DeliveryFailure>> failures = ArgumentCaptor.forClass(List.class);
        verify(storage.deliveries()).complete(any(), failures.capture());
        return failures.getValue();
    }
}
