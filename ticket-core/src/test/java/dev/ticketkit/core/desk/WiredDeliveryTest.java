package dev.ticketkit.core.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.delivery.DeliveryOptions;
import dev.ticketkit.core.delivery.EventConsumer;
import dev.ticketkit.core.fixture.Sessions;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.delivery.Delivery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event on its way through a desk goes to those that the builder was given, as the builder says. */
class WiredDeliveryTest {
    private static final Ticket LAMP = Tickets.open().build();
    private static final TicketEvent OPENED = TicketEvent.builder()
            .id(new UUID(1, 1))
            .tenant(Tickets.ACME)
            .ticketId(LAMP.id())
            .version(1)
            .kind(EventKind.OPENED)
            .actor(Actor.operator("olga"))
            .at(Tickets.NINE)
            .build();

    private final TicketStorage storage = Sessions.storage();
    private final List<Notification> sent = new ArrayList<>();
    private final List<Dispatch> dispatched = new ArrayList<>();

    @BeforeEach
    void anEventIsDue() {
        when(storage.keeps(any())).thenReturn(true);
        when(storage.events().event(Tickets.ACME, OPENED.id())).thenReturn(Optional.of(OPENED));
        when(storage.events().history(eq(Tickets.ACME), eq(LAMP.id()), anyLong(), anyInt()))
                .thenReturn(List.of(OPENED));
        when(storage.tickets().find(Tickets.ACME, LAMP.id())).thenReturn(Optional.of(LAMP));
        when(storage.notifications().optedOut(Tickets.ACME)).thenReturn(Set.of());
        when(storage.notifications().records(any(), any())).thenReturn(List.of());
        DeliveryQueue queue = storage.deliveries();
        when(queue.claim(any(), anyInt(), any()))
                .thenReturn(List.of(
                        new Delivery(Tickets.ACME, OPENED.id(), LAMP.id(), 1, Delivery.EVERYONE, Set.of(), 1, "node")))
                .thenReturn(List.of());
        when(queue.claimAbandoned(any(), any())).thenReturn(Optional.empty());
        when(queue.complete(any(), any())).thenReturn(true);
        when(queue.consumers().known(Tickets.ACME)).thenReturn(Set.of());
    }

    @Test
    void operatorsAreNotified() {
        operators().build().drain();
        assertThat(sent).extracting(each -> each.recipient().id()).containsExactly("olga", "otto");
    }

    @Test
    void whoDidItIsNotNotifiedWhereTheHostSaysSo() {
        operators().skipAuthor(true).build().drain();
        assertThat(sent).extracting(each -> each.recipient().id()).containsExactly("otto");
    }

    @Test
    void nothingIsSentWhileAWindowIsOpen() {
        operators().notificationWindow(Duration.ofHours(1)).build().drain();
        assertThat(sent).isEmpty();
    }

    @Test
    void notificationsAreInTheWordsOfTheHost() {
        operators()
                .labels(language -> Labels.of(language).with(Map.of("notification.opened", "New: {title}")))
                .build()
                .drain();
        assertThat(sent).hasSize(2).allSatisfy(each -> assertThat(each.text()).startsWith("New: Broken lamp"));
    }

    @Test
    void theHostsEngineGetsTheEvent() {
        desk().dispatcher(dispatch -> {
                    dispatched.add(dispatch);
                    return DeliveryResult.DELIVERED;
                })
                .build()
                .drain();
        assertThat(dispatched).singleElement().satisfies(each -> assertThat(each.event())
                .isEqualTo(OPENED));
    }

    @Test
    void messagesAndTriggersOfAutomationsGoToTheHost() {
        Automation greeting = Automation.builder("greeting", "Greeting")
                .when(Starter.ticketCreated())
                .steps(Step.sendMessage("Hello"), Step.dispatchTrigger("greeted"))
                .build();
        AutomationDocument stored = new AutomationDocument("greeting", AutomationJson.write(greeting));
        when(storage.automations().automations(Tickets.ACME)).thenReturn(new AutomationSet(1, List.of(stored)));
        when(storage.executions().executions(any(), any())).thenReturn(List.of());
        when(storage.executions().begin(any(), any(), any())).thenAnswer(call -> call.getArgument(2));
        desk().contacts(notification -> {
                    sent.add(notification);
                    return DeliveryResult.DELIVERED;
                })
                .dispatcher(dispatch -> {
                    dispatched.add(dispatch);
                    return DeliveryResult.DELIVERED;
                })
                .build()
                .drain();
        assertThat(sent).extracting(Notification::text).containsExactly("Hello");
        assertThat(dispatched).extracting(Dispatch::trigger).containsExactly("greeted", null);
    }

    @Test
    void theHostsOwnConsumerGetsTheEvent() {
        EventConsumer mine = mock(EventConsumer.class);
        when(mine.name()).thenReturn("mine");
        when(mine.handle(any())).thenReturn(DeliveryResult.DELIVERED);
        desk().consumer(mine).build().drain();
        verify(mine).handle(any());
    }

    @Test
    void asMuchIsClaimedAsTheHostSays() {
        desk().delivery(DeliveryOptions.builder().batchSize(7).build()).build().drain();
        verify(storage.deliveries(), atLeastOnce()).claim(any(), eq(7), any());
    }

    private TicketDeskBuilder operators() {
        return desk().operators(
                        tenant -> List.of(
                                new Operator("olga", "Olga", null, null), new Operator("otto", "Otto", null, null)),
                        notification -> {
                            sent.add(notification);
                            return DeliveryResult.DELIVERED;
                        });
    }

    private TicketDeskBuilder desk() {
        return TicketDesk.builder().storage(storage).clock(Clock.fixed(Tickets.NINE.plusSeconds(60), ZoneOffset.UTC));
    }
}
