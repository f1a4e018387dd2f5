package dev.ticketkit.testkit.delivery;

import static dev.ticketkit.spi.storage.delivery.NotificationOutcome.AUTHOR;
import static dev.ticketkit.spi.storage.delivery.NotificationOutcome.COALESCED;
import static dev.ticketkit.spi.storage.delivery.NotificationOutcome.FAILED;
import static dev.ticketkit.spi.storage.delivery.NotificationOutcome.NOTIFIED;
import static dev.ticketkit.spi.storage.delivery.NotificationOutcome.NOT_NOTIFIED;
import static dev.ticketkit.spi.storage.delivery.NotificationOutcome.NO_ACCESS;
import static dev.ticketkit.spi.storage.delivery.NotificationOutcome.OPTED_OUT;
import static dev.ticketkit.spi.storage.delivery.NotificationOutcome.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.DeliveryException;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.InOrder;

@Tag("B10")
class NotificationReasonsTest extends NotificationFixture {
    private final TicketDesk pump = pump(settings());

    @Test
    void oneRecordSaysForEachOperatorWhetherHeWasTold() {
        otto.mail().switchOff();
        Ticket ticket = open("Lamp");
        pump.drain();

        NotificationRecord record = onlyRecord(ticket, 1);
        assertThat(record.receiver()).isEqualTo(NotificationRecord.ALL);
        assertThat(record.at()).isEqualTo(test.clock().instant());
        assertThat(record.outcomes()).containsExactlyInAnyOrderEntriesOf(Map.of("olga", NOTIFIED, "otto", OPTED_OUT));
        verify(notices, times(1)).record(any());
        verify(notices, times(1)).optedOut(ACME);
    }

    @Test
    @Tag("B13")
    void saysWhoMayNotRead() {
        when(access.visibleTo(ACME, Actor.operator("otto", "Otto"))).thenReturn(AccessScope.none());
        Ticket ticket = open("Lamp");
        pump.drain();

        assertThat(onlyRecord(ticket, 1).outcomes()).containsEntry("otto", NO_ACCESS);
    }

    @Test
    void saysWhoDidIt() {
        Ticket ticket = open("Lamp");
        pump(settings().skipAuthor(true)).drain();

        assertThat(onlyRecord(ticket, 1).outcomes()).isEqualTo(Map.of("olga", AUTHOR, "otto", NOTIFIED));
    }

    @Test
    void operatorWhoIsTriedAgainHasHisOwnRecord() {
        when(notifier.notify(to("otto")))
                .thenThrow(new IllegalStateException("down"))
                .thenReturn(DeliveryResult.DELIVERED);
        Ticket ticket = open("Lamp");
        pump.drain();
        assertThat(onlyRecord(ticket, 1).outcomes()).isEqualTo(Map.of("olga", NOTIFIED, "otto", FAILED));
        test.clock().advance(Duration.ofMinutes(1));
        pump.drain();

        assertThat(records(ticket, 1)).hasSize(2);
        assertThat(records(ticket, 1).get(1).receiver()).isEqualTo("otto");
        assertThat(records(ticket, 1).get(1).outcomes()).isEqualTo(Map.of("otto", NOTIFIED));
    }

    @Test
    void failureOfOneWhoIsTriedAloneIsKeptToo() {
        when(notifier.notify(to("otto"))).thenThrow(new IllegalStateException("down"));
        Ticket ticket = open("Lamp");
        pump.drain();
        test.clock().advance(Duration.ofMinutes(1));
        pump.drain();

        assertThat(records(ticket, 1).get(1).outcomes()).isEqualTo(Map.of("otto", FAILED));
    }

    @Test
    void saysWhoseNoticeWasRejected() {
        when(notifier.notify(to("olga"))).thenReturn(DeliveryResult.REJECTED);
        when(notifier.notify(to("otto"))).thenThrow(DeliveryException.rejected("no such mailbox"));
        Ticket ticket = open("Lamp");
        pump.drain();

        assertThat(onlyRecord(ticket, 1).outcomes()).isEqualTo(Map.of("olga", REJECTED, "otto", REJECTED));
        assertThat(queue.kept().parked(ACME, 10)).hasSize(2);
    }

    @Test
    void whoHasLeftTheDirectoryHasNoAccessAnyMore() {
        when(notifier.notify(to("otto"))).thenThrow(new IllegalStateException("down"));
        Ticket ticket = open("Lamp");
        pump.drain();
        when(directory.operators(ACME)).thenReturn(List.of());
        test.clock().advance(Duration.ofMinutes(1));
        pump.drain();

        assertThat(records(ticket, 1).get(1).outcomes()).isEqualTo(Map.of("otto", NO_ACCESS));
        assertThat(queue.kept().pending(ACME)).isZero();
    }

    @Test
    void coalescedEventSaysSo() {
        TicketDesk together =
                pump(settings().notificationWindow(Duration.ofMinutes(10)).skipAuthor(true));
        Ticket ticket = open("Lamp");
        retitle(otto, ticket, "Second");
        together.drain();
        assertThat(records(ticket, 1)).isEmpty();
        test.clock().advance(Duration.ofMinutes(10));
        together.drain();

        assertThat(onlyRecord(ticket, 1).outcomes()).isEqualTo(Map.of("olga", NOTIFIED, "otto", NOTIFIED));
        assertThat(onlyRecord(ticket, 2).outcomes()).isEqualTo(Map.of("olga", COALESCED, "otto", AUTHOR));
    }

    @Test
    void whoWantsNoMailIsNotCalledCoalesced() {
        TicketDesk together = pump(settings().notificationWindow(Duration.ofMinutes(10)));
        otto.mail().switchOff();
        Ticket ticket = open("Lamp");
        retitle(otto, ticket, "Second");
        test.clock().advance(Duration.ofMinutes(10));
        together.drain();

        assertThat(onlyRecord(ticket, 2).outcomes()).isEqualTo(Map.of("olga", COALESCED, "otto", OPTED_OUT));
    }

    @ParameterizedTest
    @EnumSource(names = "AUTOMATION_STOPPED")
    void nobodyIsToldOfThese(EventKind kind) {
        Ticket ticket = open("Lamp");
        pump.drain();
        happens(ticket, kind);
        pump.drain();

        assertThat(onlyRecord(ticket, 2).outcomes()).isEqualTo(Map.of("olga", NOT_NOTIFIED, "otto", NOT_NOTIFIED));
        assertThat(sent()).hasSize(2);
    }

    @Test
    @Tag("R28")
    void erasureIsNotEvenDelivered() {
        Ticket ticket = open("Lamp");
        pump.drain();
        happens(ticket, EventKind.ERASED);
        pump.drain();

        assertThat(records(ticket, 2)).isEmpty();
        assertThat(sent()).hasSize(2);
    }

    @Test
    void nobodyIsToldOfWhatHappenedBeforeDeletion() {
        Ticket ticket = open("Lamp");
        when(queue.claim(any(), anyInt(), any())).thenAnswer(call -> {
            var claimed =
                    test.storage().deliveries().claim(call.getArgument(0), call.getArgument(1), call.getArgument(2));
            olga.ticket(ticket.id()).delete();
            return claimed;
        });
        pump.drain();

        assertThat(onlyRecord(ticket, 1).outcomes()).isEqualTo(Map.of("olga", NOT_NOTIFIED, "otto", NOT_NOTIFIED));
        assertThat(sentTo("otto"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.event().kind()).isEqualTo(EventKind.DELETED));
    }

    @Test
    void directoryThatFailsForWhatNobodyIsToldOfHoldsNothingUp() {
        Ticket ticket = open("Lamp");
        pump.drain();
        happens(ticket, EventKind.AUTOMATION_STOPPED);
        when(directory.operators(ACME)).thenThrow(new IllegalStateException("directory down"));
        pump.drain();

        assertThat(queue.kept().pending(ACME)).isZero();
    }

    @Test
    @Tag("B4")
    void recordIsKeptBeforeTheDeliveryIsMarkedAsDone() {
        open("Lamp");
        pump.drain();

        InOrder order = inOrder(notifier, notices, queue);
        order.verify(notifier, times(2)).notify(any());
        order.verify(notices).record(any());
        order.verify(queue).complete(any(), any());
    }

    @Test
    @Tag("B4")
    void noticeIsNotRepeatedBecauseItsRecordFails() {
        doThrow(new LinkageError("no store")).when(notices).record(any());
        open("Lamp");
        pump.drainWithRetries();

        assertThat(sent()).hasSize(2);
        assertThat(queue.kept().pending(ACME)).isZero();
        assertThat(queue.kept().parked(ACME, 10)).isEmpty();
    }

    @Test
    void switchesThatCannotBeReadAreReadAgainBeforeAnybodyIsTold() {
        doThrow(new IllegalStateException("no store")).when(notices).optedOut(ACME);
        open("Lamp");
        pump.drain();

        verify(notifier, never()).notify(any());
        assertThat(queue.kept().pending(ACME)).isEqualTo(1);
    }

    private void happens(Ticket ticket, EventKind kind) {
        Ticket before = test.storage().tickets().find(ACME, ticket.id()).orElseThrow();
        Ticket after = before.toBuilder().version(before.version() + 1).build();
        TicketEvent event = TicketEvent.builder()
                .id(UUID.randomUUID())
                .tenant(ACME)
                .ticketId(ticket.id())
                .version(after.version())
                .kind(kind)
                .actor(Actor.host("host"))
                .at(test.clock().instant())
                .build();
        test.storage().tickets().commit(TicketChange.of(before, after, event, null));
    }

    private NotificationRecord onlyRecord(Ticket ticket, long version) {
        List<NotificationRecord> records = records(ticket, version);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private List<NotificationRecord> records(Ticket ticket, long version) {
        TicketEvent event = test.storage()
                .events()
                .history(ACME, ticket.id(), version - 1, 1)
                .get(0);
        return test.storage().notifications().records(ACME, event.id());
    }
}
