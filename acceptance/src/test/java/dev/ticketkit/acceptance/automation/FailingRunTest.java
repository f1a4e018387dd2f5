package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doThrow;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a run that cannot go on. */
@OnEveryStore
class FailingRunTest extends AutomationFixture {
    FailingRunTest(Store store) {
        super(store);
    }

    @Test
    @Tag("R13")
    void whatFailsIsInTheHistoryOnceAndCanBeReleased() {
        given(on(Starter.ticketCreated())
                .steps(Step.sendMessage("first"), Step.updateTicket().status("no-such"), Step.sendMessage("last"))
                .build());
        Ticket ticket = openedByAda("a");
        drain();
        drain();

        TicketEvent stopped = lastEvent(ticket);
        assertThat(stopped.kind()).isEqualTo(EventKind.AUTOMATION_STOPPED);
        assertThat(stopped.note().visibility()).isEqualTo(NoteVisibility.INTERNAL);
        assertThat(stopped.note().text()).contains("Rule", "step 2", "status", "no-such");
        assertThat(parked()).singleElement().satisfies(parked -> assertThat(parked.cause())
                .contains("no-such"));
        assertThat(notices).extracting(Notification::text).containsExactly("first");

        olga().catalogue().addStatus("no-such", "There now", MacroStatus.IN_PROGRESS);
        assertThat(pump.deliveries().release(parked().get(0))).isTrue();
        drain();

        assertThat(now(ticket).status().key()).isEqualTo("no-such");
        assertThat(notices).extracting(Notification::text).containsExactly("first", "last");
        assertThat(handle(ticket).history())
                .filteredOn(event -> event.kind() == EventKind.AUTOMATION_STOPPED)
                .hasSize(1);
        assertThat(parked()).isEmpty();
    }

    @Test
    @Tag("B4")
    void aFailingMessageRepeatsNothingThatIsDone() {
        given(on(Starter.ticketCreated())
                .steps(
                        Step.openTicket("sub"),
                        Step.sendMessage("first"),
                        Step.dispatchTrigger("crm"),
                        Step.sendMessage("last"))
                .onlyIf(Condition.originIs(Origin.OPERATOR))
                .build());
        doThrow(new IllegalStateException("down"))
                .doThrow(new StackOverflowError())
                .doAnswer(call -> {
                    dispatches.add(call.getArgument(0));
                    return DeliveryResult.DELIVERED;
                })
                .when(dispatcher)
                .dispatch(aTrigger());

        openedByAda("a");
        drain();

        assertThat(notices).extracting(Notification::text).containsExactly("first", "last");
        assertThat(dispatches).hasSize(1);
        assertThat(tickets()).filteredOn(ticket -> ticket.title().equals("sub")).hasSize(1);
        assertThat(notices).extracting(Notification::id).doesNotHaveDuplicates();
        assertThat(notices)
                .allSatisfy(notice -> assertThat(notice.ticket().title()).isEqualTo("sub"));
    }

    @Test
    @Tag("B16")
    void whatIsDoneIsNotDoneAgainAfterItsKeyWasForgotten() {
        given(on(Starter.ticketCreated())
                .onlyIf(Condition.originIs(Origin.OPERATOR))
                .steps(Step.openTicket("sub"), Step.dispatchTrigger("down"))
                .build());
        doThrow(new IllegalStateException("down")).when(dispatcher).dispatch(aTrigger());
        openedByAda("a");
        drain();
        later(Duration.ofDays(30));
        olga().purge();

        assertThat(pump.deliveries().release(parked().get(0))).isTrue();
        drain();

        assertThat(tickets()).filteredOn(ticket -> ticket.title().equals("sub")).hasSize(1);
    }

    @Test
    @Tag("B7")
    void nothingIsMadeOfAnErasedContactWhoseAutomationIsRunning() {
        given(on(Starter.ticketCreated())
                .steps(
                        Step.sendMessage("slow"),
                        Step.updateTicket("mario-rossi-1980").priority("LOW"),
                        Step.openTicket("%%TITLE|more%% of Mario"))
                .onlyIf(Condition.originIs(Origin.OPERATOR))
                .build());
        Ticket ticket = opened(ticket("Mario").contact(ADA_AT_HOME).reference("MARIO-ROSSI-1980"));
        org.mockito.Mockito.doAnswer(call -> {
                    olga().erase("c-ada");
                    return DeliveryResult.DELIVERED;
                })
                .when(notifier)
                .notify(org.mockito.ArgumentMatchers.argThat(
                        notice -> notice != null && notice.ticket().tenant().equals(tenant)));

        drain();

        assertThat(tickets()).singleElement().satisfies(left -> assertThat(left.erasedAt())
                .isNotNull());
        assertThat(handle(ticket).history())
                .extracting(TicketEvent::kind)
                .containsExactly(EventKind.OPENED, EventKind.ERASED);
    }

    @Test
    @Tag("R25")
    void aMessageMeantForOneContactNeverGoesToAnother() {
        given(on(Starter.ticketCreated())
                .steps(Step.sendMessage("%%TICKET_TITLE%%"))
                .build());
        Ticket ticket = openedByAda("hers");
        handle(ticket).changeContact(ChangeContact.to(BRUNO));

        drain();

        assertThat(notices).isEmpty();
        assertThat(parked()).singleElement().satisfies(parked -> assertThat(parked.cause())
                .contains("another contact"));
    }

    @Test
    @Tag("B10")
    void whyTellsWhatTheLastAttemptFailedWith() {
        given(on(Starter.ticketCreated()).steps(Step.dispatchTrigger("down")).build());
        doThrow(new IllegalStateException("no route to the CRM"))
                .when(dispatcher)
                .dispatch(aTrigger());

        Ticket ticket = openedByAda("a");
        pump.drain();

        assertThat(olga().why(lastEvent(ticket).id()).automations())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.state()).isEqualTo(ExecutionState.RUNNING);
                    assertThat(reason.detail()).contains("no route to the CRM");
                });
    }

    @Test
    @Tag("B4")
    void oneFailingAutomationDoesNotHoldUpTheOthers() {
        given(
                Automation.builder("a-poison", "Poison")
                        .when(Starter.ticketCreated())
                        .steps(Step.dispatchTrigger("down"))
                        .build(),
                Automation.builder("b-sound", "Sound")
                        .when(Starter.ticketCreated())
                        .steps(Step.sendMessage("sound"))
                        .build());
        doThrow(new IllegalStateException("down")).when(dispatcher).dispatch(aTrigger());

        openedByAda("a");
        drain();

        assertThat(notices).hasSize(1);
        assertThat(parked()).singleElement().satisfies(parked -> {
            assertThat(parked.consumer()).isEqualTo("automations:a-poison");
            assertThat(parked.attempts()).isEqualTo(10);
        });
    }

    /** Not an event: the same dispatcher gets these too. */
    private static Dispatch aTrigger() {
        return argThat(dispatch -> dispatch != null && dispatch.trigger() != null);
    }
}
