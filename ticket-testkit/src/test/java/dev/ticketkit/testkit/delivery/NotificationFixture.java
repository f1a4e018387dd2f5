package dev.ticketkit.testkit.delivery;

import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.testkit.TestDesk;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.ArgumentCaptor;
import org.mockito.ArgumentMatcher;

/** A desk with two operators, Olga and Otto, who may read everything; the ports are mocks, the store is real and can be watched. */
class NotificationFixture {
    static final TenantId ACME = new TenantId("acme");

    final TestDesk test = TestDesk.create();
    final ActorDesk olga = test.desk().as(ACME, Actor.operator("olga", "Olga"));
    final ActorDesk otto = test.desk().as(ACME, Actor.operator("otto", "Otto"));
    final OperatorDirectory directory = mock(OperatorDirectory.class);
    final AccessPolicy access = mock(AccessPolicy.class);
    final Notifier notifier = mock(Notifier.class);
    final TicketStorage storage = mock(TicketStorage.class, delegatesTo(test.storage()));
    final NotificationStore notices =
            mock(NotificationStore.class, delegatesTo(test.storage().notifications()));
    final DeliveryQueue queue =
            mock(DeliveryQueue.class, delegatesTo(test.storage().deliveries()));

    @BeforeEach
    void everybodyMayReadEverything() {
        doReturn(notices).when(storage).notifications();
        doReturn(queue).when(storage).deliveries();
        // Not when(…): a test that has let it fail calls this again.
        doReturn(List.of(
                        new Operator("olga", "Olga", "olga@example.org", "en"),
                        new Operator("otto", "Otto", "otto@example.org", "en")))
                .when(directory)
                .operators(ACME);
        when(access.visibleTo(any(), any())).thenReturn(AccessScope.all());
        when(access.allows(any(), any(), any(), any())).thenReturn(true);
        when(notifier.notify(any())).thenReturn(DeliveryResult.DELIVERED);
    }

    final TicketDeskBuilder settings() {
        return TicketDesk.builder()
                .storage(storage)
                .operators(directory, notifier)
                .access(access)
                .clock(test.clock())
                .automations(false);
    }

    final TicketDesk pump(TicketDeskBuilder settings) {
        return settings.build();
    }

    /** Everything the notifier was called with so far. */
    final List<Notification> sent() {
        ArgumentCaptor<Notification> sent = ArgumentCaptor.forClass(Notification.class);
        verify(notifier, atLeast(0)).notify(sent.capture());
        return sent.getAllValues();
    }

    final List<Notification> sentTo(String operator) {
        return sent().stream()
                .filter(notice -> notice.recipient().id().equals(operator))
                .toList();
    }

    static Notification to(String operator) {
        ArgumentMatcher<Notification> his =
                notice -> notice != null && notice.recipient().id().equals(operator);
        return argThat(his);
    }

    static List<Long> versions(Notification notice) {
        return notice.events().stream().map(event -> event.version()).toList();
    }

    final Ticket open(String title) {
        OpenTicket command = OpenTicket.builder()
                .title(title)
                .contact(Contact.of("c-1", "Carla"))
                .build();
        return olga.open(command).ticket();
    }

    static void retitle(ActorDesk desk, Ticket ticket, String title) {
        desk.ticket(ticket.id()).change(ChangeTicket.builder().title(title).build());
    }
}
