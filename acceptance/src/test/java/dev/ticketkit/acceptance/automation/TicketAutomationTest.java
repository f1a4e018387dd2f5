package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.NoteVisibility;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.host.Notice;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.AutomationRun;
import dev.ticketkit.spi.storage.RunState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

@OnEveryStore
class TicketAutomationTest extends AutomationFixture {
    private static final Party ROSA = new Party("rosa", "Rosa");

    TicketAutomationTest(Store store) {
        super(store);
    }

    private static Automation.Builder on(Starter starter) {
        return Automation.builder("rule", "Rule").when(starter);
    }

    private Ticket openedByAda(String title) {
        return opened(ticket(title).contact(ADA_AT_HOME));
    }

    private Ticket moved(Ticket ticket, String status) {
        return changed(ticket, ChangeTicket.builder().status(status)).ticket();
    }

    private RunState stateOfRun(Ticket ticket) {
        List<AutomationRun> runs = runs(lastEvent(ticket).id());
        return runs.isEmpty() ? null : runs.get(0).state();
    }

    @Test
    @Tag("R23")
    void startsWhenATicketIsCreated() {
        given(on(Starter.ticketCreated())
                .steps(Step.updateTicket().category("New"))
                .build());

        Ticket ticket = openedByAda("a");
        drain();

        assertThat(now(ticket).category().name()).isEqualTo("New");
        TicketEvent change = lastEvent(ticket);
        assertThat(change.actor().kind()).isEqualTo(ActorKind.AUTOMATION);
        assertThat(change.actor().id()).isEqualTo("rule");
        assertThat(change.cause().eventId())
                .isEqualTo(handle(ticket).history().get(0).id());
    }

    @Test
    @Tag("R23")
    void startsWhenTheStatusBecomesOneOfASet() {
        given(on(Starter.statusChanged().from("open", "waiting").to("pending", "resolved"))
                .steps(Step.sendMessage("now %%TICKET_STATUS%%, before %%TICKET_OLD_STATUS%%"))
                .build());
        Ticket ticket = openedByAda("a");

        moved(ticket, "pending");
        moved(ticket, "in-progress");
        moved(ticket, "resolved");
        moved(ticket, "waiting");
        moved(ticket, "resolved");
        drain();

        assertThat(notices)
                .extracting(Notice::text)
                .containsExactly("now In sospeso, before Aperto", "now Risolto, before In attesa");
    }

    @Test
    @Tag("R23")
    void startsWhenAMacroStatusIsEntered() {
        given(on(Starter.statusChanged().from(MacroStatus.IN_PROGRESS).to(MacroStatus.TERMINATED))
                .steps(Step.sendMessage("done"))
                .build());
        Ticket ticket = openedByAda("a");

        moved(ticket, "pending");
        moved(ticket, "closed");
        moved(ticket, "terminated");
        moved(ticket, "open");
        moved(ticket, "resolved");
        drain();

        assertThat(notices).hasSize(2);
    }

    @Test
    @Tag("R23")
    void openingIsNeverAChangeOfStatus() {
        given(on(Starter.statusChanged()).steps(Step.sendMessage("moved")).build());

        opened(ticket("a").status("resolved"));
        drain();

        assertThat(notices).isEmpty();
    }

    @Test
    @Tag("R23")
    void customStatusesStartToo() {
        olga().catalogue().addStatus("in-lab", "In the lab", MacroStatus.IN_PROGRESS);
        given(on(Starter.statusBecame("IN-LAB"))
                .steps(Step.sendMessage("%%TICKET_STATUS%%"))
                .build());

        moved(openedByAda("a"), "in-lab");
        drain();

        assertThat(notices).extracting(Notice::text).containsExactly("In the lab");
    }

    @Test
    @Tag("R23")
    void conditionsAreJudgedOnTheTicketAsTheEventLeftIt() {
        given(on(Starter.ticketCreated())
                .onlyIf(Condition.allOf(
                        Condition.categoryIs("logistics"),
                        Condition.priorityIsAtLeast(Priority.HIGH),
                        Condition.isUnassigned(),
                        Condition.originIs(Origin.OPERATOR)))
                .steps(Step.sendMessage("%%TICKET_TITLE%% %%TICKET_CATEGORY%%"))
                .build());
        Ticket ticket = opened(
                ticket("as it was").contact(ADA_AT_HOME).category("Logistics").priority(Priority.HIGH));
        Ticket other = opened(
                ticket("other").contact(ADA_AT_HOME).category("Assistance").priority(Priority.HIGH));

        changed(
                ticket,
                ChangeTicket.builder()
                        .title("changed")
                        .category("Assistance")
                        .priority(Priority.LOW)
                        .owner(OLGA));
        changed(other, ChangeTicket.builder().category("Logistics"));
        drain();

        assertThat(notices).extracting(Notice::text).containsExactly("as it was Logistics");
        assertThat(runs(handle(other).history().get(0).id())).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.SKIPPED);
            assertThat(run.detail()).isEqualTo("the ticket's category is another");
        });
    }

    @Test
    @Tag("R23")
    void theContactsOtherTicketsAreAskedFor() {
        given(
                Automation.builder("open", "Open")
                        .when(Starter.ticketCreated())
                        .onlyIf(Condition.contactHasOpenTicket())
                        .steps(Step.sendMessage("another"))
                        .build(),
                Automation.builder("resolved", "Resolved")
                        .when(Starter.ticketCreated())
                        .onlyIf(Condition.contactHadResolvedTicket())
                        .steps(Step.sendMessage("welcome back"))
                        .build());

        Ticket first = openedByAda("first");
        drain();
        assertThat(notices).isEmpty();
        openedByAda("second");
        drain();
        assertThat(notices).extracting(Notice::text).containsExactly("another");
        moved(first, "resolved");
        moved(first, "open");
        drain();
        notices.clear();
        openedByAda("third");
        drain();
        assertThat(notices).extracting(Notice::text).containsExactly("another", "welcome back");
    }

    @Test
    @Tag("R24")
    void updatesEverythingAnUpdateMaySet() {
        olga().catalogue().addStatus("in-lab", "In the lab", MacroStatus.IN_PROGRESS);
        given(on(Starter.ticketCreated())
                .steps(Step.updateTicket()
                        .status("IN-LAB")
                        .priority("Highest")
                        .category("Made by a rule")
                        .owner(ROSA))
                .build());

        Ticket ticket = openedByAda("a");
        drain();

        Ticket now = now(ticket);
        assertThat(now.status().key()).isEqualTo("in-lab");
        assertThat(now.priority()).isEqualTo(Priority.HIGHEST);
        assertThat(now.category().name()).isEqualTo("Made by a rule");
        assertThat(now.owner()).isEqualTo(ROSA);
        assertThat(handle(ticket).history()).hasSize(2);
    }

    @Test
    @Tag("R24")
    void theRunsTicketIsTheOneItsLastOpenStepOpened() {
        given(on(Starter.statusBecame("resolved"))
                .steps(
                        Step.updateTicket().category("Before"),
                        Step.openTicket("Follow-up"),
                        Step.updateTicket().category("After"),
                        Step.sendMessage("%%TICKET_TITLE%%"))
                .build());
        Ticket ticket = openedByAda("a");

        moved(ticket, "resolved");
        drain();

        assertThat(now(ticket).category().name()).isEqualTo("Before");
        assertThat(tickets())
                .filteredOn(t -> t.title().equals("Follow-up"))
                .singleElement()
                .satisfies(opened -> {
                    assertThat(opened.category().name()).isEqualTo("After");
                    assertThat(opened.contact()).isEqualTo(ADA_AT_HOME);
                });
        assertThat(notices).extracting(Notice::text).containsExactly("Follow-up");
    }

    @Test
    @Tag("R24")
    void aTargetOfAnotherContactIsNotFound() {
        Ticket brunos = opened(ticket("Bruno's").contact(BRUNO).reference("HIS-1"));
        drain();
        given(on(Starter.ticketCreated())
                .steps(Step.updateTicket("his-%%NUMBER|1%%").priority("URGENT"))
                .build());

        Ticket ticket = openedByAda("a");
        drain();

        assertThat(now(brunos)).isEqualTo(brunos);
        assertThat(parked()).anySatisfy(parked -> assertThat(parked.cause()).contains("ticket", "his-1"));
        assertThat(lastEvent(ticket).kind()).isEqualTo(EventKind.AUTOMATION_STOPPED);
    }

    @Test
    @Tag("R24")
    void anotherTicketOfTheContactMayBeNamed() {
        Ticket older = opened(ticket("older").contact(ADA_AT_HOME).reference("HERS-1"));
        given(on(Starter.statusBecame("resolved"))
                .steps(Step.updateTicket("hers-1").priority("LOW"))
                .build());

        moved(openedByAda("a"), "resolved");
        drain();

        assertThat(now(older).priority()).isEqualTo(Priority.LOW);
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
        assertThat(notices).extracting(Notice::text).containsExactly("first");

        olga().catalogue().addStatus("no-such", "There now", MacroStatus.IN_PROGRESS);
        assertThat(pump.release(parked().get(0))).isTrue();
        drain();

        assertThat(now(ticket).status().key()).isEqualTo("no-such");
        assertThat(notices).extracting(Notice::text).containsExactly("first", "last");
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
                    return dev.ticketkit.spi.host.DeliveryResult.DELIVERED;
                })
                .when(dispatcher)
                .dispatch(any());

        openedByAda("a");
        drain();

        assertThat(notices).extracting(Notice::text).containsExactly("first", "last");
        assertThat(dispatches).hasSize(1);
        assertThat(tickets()).filteredOn(ticket -> ticket.title().equals("sub")).hasSize(1);
        assertThat(notices).extracting(Notice::id).doesNotHaveDuplicates();
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
        doThrow(new IllegalStateException("down")).when(dispatcher).dispatch(any());
        openedByAda("a");
        drain();
        later(java.time.Duration.ofDays(30));
        olga().purge();

        assertThat(pump.release(parked().get(0))).isTrue();
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
                    return dev.ticketkit.spi.host.DeliveryResult.DELIVERED;
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
        handle(ticket).changeContact(dev.ticketkit.core.command.ChangeContact.to(BRUNO));

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
                .dispatch(any());

        Ticket ticket = openedByAda("a");
        pump.drain();

        assertThat(olga().why(lastEvent(ticket).id()).automations())
                .singleElement()
                .satisfies(reason -> {
                    assertThat(reason.state()).isEqualTo(RunState.RUNNING);
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
        doThrow(new IllegalStateException("down")).when(dispatcher).dispatch(any());

        openedByAda("a");
        drain();

        assertThat(notices).hasSize(1);
        assertThat(parked()).singleElement().satisfies(parked -> {
            assertThat(parked.consumer()).isEqualTo("automations:a-poison");
            assertThat(parked.attempts()).isEqualTo(10);
        });
    }

    @Test
    @Tag("R25")
    void aMessageHasTemplateParametersAndBothTexts() {
        hostFields.put("SHOP", "Rossi & figli");
        given(on(Starter.statusBecame("resolved"))
                .steps(Step.sendTemplate(
                                "ticket_resolved",
                                "%%TICKET_REFERENCE%%",
                                "%%TICKET_TITLE%%",
                                "%%SHOP%%",
                                "%%NOTHING%%")
                        .text("%%TICKET_TITLE%%: %%TICKET_STATUS%%, %%TICKET_PRIORITY%%, da %%SHOP%%%%NOTHING%%"))
                .build());
        Ticket ticket = openedByAda("<b>Lamp</b> %%TICKET_TITLE%% & co");

        moved(ticket, "resolved");
        drain();

        ArgumentCaptor<Notice> sent = ArgumentCaptor.forClass(Notice.class);
        verify(notifier, org.mockito.Mockito.atLeastOnce()).notify(sent.capture());
        Notice notice = notices.get(0);
        assertThat(sent.getAllValues()).contains(notice);
        assertThat(notice.templateKey()).isEqualTo("ticket_resolved");
        assertThat(notice.parameters())
                .containsExactly(ticket.reference().value(), "<b>Lamp</b> %%TICKET_TITLE%% & co", "Rossi & figli", "");
        assertThat(notice.text()).isEqualTo("<b>Lamp</b> %%TICKET_TITLE%% & co: Risolto, Media, da Rossi & figli");
        assertThat(notice.html())
                .isEqualTo("&lt;b&gt;Lamp&lt;/b&gt; %%TICKET_TITLE%% &amp; co: Risolto, Media, da Rossi &amp; figli");
        assertThat(notice.recipient().kind()).isEqualTo(ActorKind.CONTACT);
        assertThat(notice.recipient().phone()).isEqualTo("+390612345");
        assertThat(notice.recipient().language()).isEqualTo("it");
        assertThat(notice.event().kind()).isEqualTo(EventKind.CHANGED);
    }

    @Test
    @Tag("R25")
    @Tag("R30")
    void aStepMayFixTheLanguage() {
        given(on(Starter.statusBecame("resolved"))
                .steps(Step.sendMessage("%%TICKET_STATUS%%").language("es"))
                .build());

        moved(openedByAda("a"), "resolved");
        drain();

        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.recipient().language()).isEqualTo("es");
            assertThat(notice.text()).isEqualTo("Resuelto");
        });
    }

    @Test
    @Tag("R25")
    void theContactIsWrittenToAtHisPresentAddress() {
        given(on(Starter.ticketCreated()).steps(Step.sendMessage("hello")).build());
        Ticket ticket = openedByAda("a");

        handle(ticket)
                .changeContact(dev.ticketkit.core.command.ChangeContact.to(ADA_AT_HOME.withEmail("new@example.org")));
        drain();

        assertThat(notices).extracting(notice -> notice.recipient().email()).containsExactly("new@example.org");
    }

    @Test
    @Tag("R24")
    void aTriggerGoesToTheHostsDispatcherWithKeysForMachines() {
        given(on(Starter.ticketCreated())
                .steps(Step.dispatchTrigger("crm.update")
                        .with("priority", "%%TICKET_PRIORITY%%")
                        .with("status", "%%TICKET_STATUS%%")
                        .with("nothing", "%%NOTHING%%"))
                .build());

        Ticket ticket = openedByAda("a");
        drain();

        Dispatch dispatch = dispatches.get(0);
        assertThat(dispatch.trigger()).isEqualTo("crm.update");
        assertThat(dispatch.automation()).isEqualTo("rule");
        assertThat(dispatch.parameters())
                .containsEntry("priority", "MEDIUM")
                .containsEntry("status", "open")
                .containsEntry("nothing", "");
        assertThat(dispatch.ticket()).isEqualTo(ticket);
        assertThat(dispatch.id()).isNotEqualTo(dispatch.event().id());
        assertThat(dispatch.cause().depth()).isEqualTo(1);
    }

    @Test
    @Tag("R20")
    void nothingRunsForADeletedTicket() {
        given(on(Starter.ticketCreated()).steps(Step.sendMessage("hello")).build());
        Ticket ticket = openedByAda("a");

        handle(ticket).delete();
        drain();

        assertThat(notices).isEmpty();
    }

    @Test
    void aDisabledAutomationDoesNotRun() {
        given(on(Starter.ticketCreated())
                .enabled(false)
                .steps(Step.sendMessage("hello"))
                .build());

        Ticket ticket = openedByAda("a");
        drain();

        assertThat(notices).isEmpty();
        assertThat(stateOfRun(ticket)).isEqualTo(RunState.SKIPPED);
    }

    @Test
    void automationsRunInTheirOrder() {
        given(
                Automation.builder("a", "A")
                        .order(2)
                        .when(Starter.ticketCreated())
                        .steps(Step.sendMessage("second"))
                        .build(),
                Automation.builder("b", "B")
                        .order(1)
                        .when(Starter.ticketCreated())
                        .steps(Step.sendMessage("first"))
                        .build(),
                Automation.builder("c", "C")
                        .order(2)
                        .when(Starter.ticketCreated())
                        .steps(Step.sendMessage("third"))
                        .build());

        openedByAda("a");
        drain();

        assertThat(notices).extracting(Notice::text).containsExactly("first", "second", "third");
    }
}
