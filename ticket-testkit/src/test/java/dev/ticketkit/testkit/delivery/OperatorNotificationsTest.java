package dev.ticketkit.testkit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.host.Notifier;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.host.OperatorDirectory;
import dev.ticketkit.spi.host.TriggerDispatcher;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.delivery.NotificationOutcome;
import dev.ticketkit.testkit.TestDesk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

@Tag("R28")
class OperatorNotificationsTest {
    private static final TenantId ACME = new TenantId("acme");

    private final TestDesk test = TestDesk.create();
    private final ActorDesk desk = test.desk().as(ACME, Actor.operator("olga", "Olga"));
    private final OperatorDirectory directory = mock(OperatorDirectory.class);
    private final AccessPolicy access = mock(AccessPolicy.class);
    private final Notifier notifier = mock(Notifier.class);
    private final TriggerDispatcher dispatcher = mock(TriggerDispatcher.class);

    private final TicketDesk pump = TicketDesk.builder()
            .storage(test.storage())
            .access(access)
            .operators(directory, notifier)
            .dispatcher(dispatcher)
            .automations(false)
            .build();

    @BeforeEach
    void everybodyMayReadEverything() {
        when(directory.operators(ACME))
                .thenReturn(List.of(operator("olga", "Olga", "en"), operator("otto", "Otto", "it")));
        when(access.visibleTo(any(), any())).thenReturn(AccessScope.all());
        when(access.allows(any(), any(), any(), any())).thenReturn(true);
        when(notifier.notify(any())).thenReturn(DeliveryResult.DELIVERED);
        when(dispatcher.dispatch(any())).thenReturn(DeliveryResult.DELIVERED);
    }

    @Test
    void everyOperatorIsToldInHisLanguageTheAuthorToo() {
        Ticket ticket = open("Broken <lamp> & \"{actor}\"");
        pump.drain();

        List<Notification> notices = sent(2);
        assertThat(notices).extracting(notice -> notice.recipient().id()).containsExactly("olga", "otto");
        assertThat(notices.get(0).text()).isEqualTo("Olga opened ticket T-000001: Broken <lamp> & \"{actor}\"");
        assertThat(notices.get(0).html())
                .isEqualTo("Olga opened ticket T-000001: Broken &lt;lamp&gt; &amp; &quot;{actor}&quot;");
        assertThat(notices.get(1).text()).startsWith("Olga ha aperto il ticket T-000001");
        assertThat(notices).allSatisfy(notice -> {
            assertThat(notice.ticket()).isEqualTo(ticket);
            assertThat(notice.id()).isEqualTo(notice.event().id());
            assertThat(notice.templateKey()).isEqualTo("ticket.opened");
            assertThat(notice.parameters()).containsExactly("T-000001", "Broken <lamp> & \"{actor}\"", "Olga");
        });
    }

    @Test
    void saysWhatChangedInWords() {
        Ticket ticket = open("Lamp");
        pump.drain();
        desk.ticket(ticket.id())
                .change(ChangeTicket.builder()
                        .status("resolved")
                        .category("Lighting")
                        .build());
        pump.drain();

        assertThat(sent(4).get(2).text().lines())
                .startsWith("Olga changed ticket T-000001: Lamp")
                .contains("Status: Open \u2192 Resolved", "Category: (empty) \u2192 Lighting");
    }

    @Test
    void notesDeletionsAndRestoringAreTold() {
        Ticket ticket = open("Lamp");
        pump.drain();
        desk.ticket(ticket.id()).addInternalNote("behind the\ncurtain");
        pump.drain();
        desk.ticket(ticket.id()).delete();
        pump.drain();
        desk.ticket(ticket.id()).restore();
        pump.drain();

        List<Notification> notices = sent(8);
        assertThat(notices.get(6).text()).isEqualTo("Olga restored ticket T-000001: Lamp");
        assertThat(notices.get(6).templateKey()).isEqualTo("ticket.restored");
        assertThat(notices.get(2).html())
                .isEqualTo("Olga added a note to ticket T-000001: Lamp<br><br>behind the<br>curtain");
        assertThat(notices.get(4).text()).isEqualTo("Olga deleted ticket T-000001: Lamp");
    }

    @Test
    @Tag("B13")
    void whoMayNotReadIsToldNothing() {
        when(access.visibleTo(ACME, Actor.operator("otto", "Otto"))).thenReturn(AccessScope.none());
        open("Lamp");
        pump.drain();

        assertThat(sent(1).get(0).recipient().id()).isEqualTo("olga");
    }

    @Test
    @Tag("B13")
    void whoMayNotReadTheHistoryIsToldOfInternalNoteWithoutItsText() {
        when(access.allows(ACME, Actor.operator("otto", "Otto"), Action.READ_HISTORY, null))
                .thenReturn(false);
        when(access.allows(any(), argThat(actor -> actor.id().equals("otto")), any(), any()))
                .thenReturn(false);
        Ticket ticket = open("Lamp");
        desk.ticket(ticket.id()).addInternalNote("secret");
        pump.drain();

        List<Notification> notices = sent(4);
        assertThat(notices.get(2).text()).contains("secret");
        assertThat(notices.get(3).text()).doesNotContain("secret");
        assertThat(notices.get(3).event().note()).isNull();
    }

    @Test
    @Tag("R29")
    void preferenceIsReadWhenItIsSent() {
        open("Lamp");
        test.desk().as(ACME, Actor.operator("otto")).mail().switchOff();
        pump.drain();
        assertThat(sent(1).get(0).recipient().id()).isEqualTo("olga");

        test.desk().as(ACME, Actor.operator("otto")).mail().switchOn();
        open("Chair");
        pump.drain();
        sent(3);
    }

    @Test
    @Tag("B4")
    void failedNoticeIsSentAgainToThatOperatorAloneAndInOrder() {
        when(notifier.notify(argThat(notice -> notice != null
                        && notice.recipient().id().equals("otto")
                        && notice.attempt() == 1
                        && notice.event().version() == 1)))
                .thenThrow(new IllegalStateException("mail server down"));
        Ticket ticket = open("Lamp");
        desk.ticket(ticket.id()).addPublicNote("note");
        pump.drain();
        verify(notifier, times(3)).notify(any());
        test.clock().advance(Duration.ofMinutes(1));
        pump.drain();

        assertThat(sent(5))
                .extracting(notice -> notice.recipient().id() + notice.event().version())
                .containsExactly("olga1", "otto1", "olga2", "otto1", "otto2");
        assertThat(test.storage().deliveries().kept().pending(ACME)).isZero();
    }

    @Test
    @Tag("B4")
    void rejectedNoticeIsParkedForThatOperator() {
        when(notifier.notify(argThat(notice -> notice.recipient().id().equals("otto"))))
                .thenReturn(DeliveryResult.REJECTED);
        open("Lamp");
        pump.drain();

        assertThat(pump.deliveries().parked(ACME, 10)).singleElement().satisfies(parked -> assertThat(parked.consumer())
                .isEqualTo("operators:otto"));
    }

    @Test
    void directoryThatFailsIsAskedAgainAndThenOnlyTheFailingOperatorIs() {
        when(directory.operators(ACME))
                .thenThrow(new IllegalStateException("directory down"))
                .thenReturn(List.of(operator("olga", "Olga", "en"), operator("otto", "Otto", "it")));
        when(notifier.notify(argThat(
                        notice -> notice != null && notice.recipient().id().equals("otto"))))
                .thenThrow(new IllegalStateException("no mailbox"));
        open("Lamp");
        pump.drainWithRetries();

        verify(notifier, times(1))
                .notify(argThat(notice -> notice.recipient().id().equals("olga")));
        verify(notifier, atLeast(9))
                .notify(argThat(notice -> notice.recipient().id().equals("otto")));
        verify(dispatcher, times(1)).dispatch(any());
    }

    @Test
    void operatorTheDirectoryDescribesBadlyIsLeftOut() {
        when(directory.operators(ACME))
                .thenReturn(List.of(operator("bad\nid", "Bad", "en"), operator("otto", "Otto", null)));
        open("Lamp");
        pump.drain();

        assertThat(sent(1).get(0).text()).startsWith("Olga opened");
    }

    @Test
    void operatorsAreToldWhateverTheirNamesHold() {
        List<String> names = Arrays.asList(
                "Maria \uD83D\uDC69\u200D\uD83D\uDCBB",
                "\u0639\u0644\u06CC\u200C\u0631\u0636\u0627",
                "",
                " ",
                null,
                "Ot\tto",
                "a\u202Eb",
                "x".repeat(300));
        List<Operator> operators = new ArrayList<>();
        for (String name : names) {
            operators.add(operator("op-" + operators.size(), name, "en"));
        }
        when(directory.operators(ACME)).thenReturn(operators);
        Ticket ticket = open("Lamp");
        pump.drain();

        List<Notification> sent = sent(names.size());
        assertThat(sent)
                .extracting(notice -> notice.recipient().name())
                .containsExactly(names.get(0), names.get(1), "op-2", "op-3", "op-4", "Ot to", "a b", "x".repeat(256));
        assertThat(desk.why(desk.ticket(ticket).history().get(0).id()).operators())
                .hasSize(names.size())
                .allSatisfy((id, outcome) -> assertThat(outcome).isEqualTo(NotificationOutcome.NOTIFIED));
    }

    @Test
    void whoHasNoIdIsNotToldAndTheReasonSaysSo() {
        when(directory.operators(ACME))
                .thenReturn(Arrays.asList(
                        operator("otto", "Otto", "en"),
                        operator("", "Nobody", "en"),
                        null,
                        operator("bad\nid", "Bad", "en"),
                        operator("x".repeat(129), "Long", "en"),
                        operator(null, "Null", "en")));
        Ticket ticket = open("Lamp");
        pump.drain();

        sent(1);
        assertThat(desk.why(desk.ticket(ticket).history().get(0).id()).operators())
                .isEqualTo(Map.of(
                        "otto",
                        NotificationOutcome.NOTIFIED,
                        "entry 2",
                        NotificationOutcome.NO_IDENTITY,
                        "entry 3",
                        NotificationOutcome.NO_IDENTITY,
                        "bad id",
                        NotificationOutcome.NO_IDENTITY,
                        "x".repeat(128),
                        NotificationOutcome.NO_IDENTITY,
                        "entry 6",
                        NotificationOutcome.NO_IDENTITY));
    }

    @Test
    void dispatcherGetsEventAndTicket() {
        Ticket ticket = open("Lamp");
        pump.drain();

        ArgumentCaptor<Dispatch> dispatch = ArgumentCaptor.forClass(Dispatch.class);
        verify(dispatcher).dispatch(dispatch.capture());
        assertThat(dispatch.getValue().attempt()).isEqualTo(1);
        assertThat(dispatch.getValue().ticket()).isEqualTo(ticket);
        assertThat(dispatch.getValue().event().version()).isEqualTo(1);
    }

    private List<Notification> sent(int times) {
        ArgumentCaptor<Notification> notices = ArgumentCaptor.forClass(Notification.class);
        verify(notifier, times(times)).notify(notices.capture());
        return notices.getAllValues();
    }

    private static Operator operator(@Nullable String id, @Nullable String label, @Nullable String language) {
        return new Operator(id, label, "mail@example.org", language);
    }

    private Ticket open(String title) {
        OpenTicket command = OpenTicket.builder()
                .title(title)
                .contact(Contact.of("c-1", "Carla"))
                .build();
        return desk.open(command).ticket();
    }
}
