package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What starts an automation, and on which conditions. */
@OnEveryStore
class StarterTest extends AutomationFixture {
    StarterTest(Store store) {
        super(store);
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
                .extracting(Notification::text)
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

        assertThat(notices).extracting(Notification::text).containsExactly("In the lab");
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

        assertThat(notices).extracting(Notification::text).containsExactly("as it was Logistics");
        assertThat(runs(handle(other).history().get(0).id())).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(ExecutionState.SKIPPED);
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
        assertThat(notices).extracting(Notification::text).containsExactly("another");
        moved(first, "resolved");
        moved(first, "open");
        drain();
        notices.clear();
        openedByAda("third");
        drain();
        assertThat(notices).extracting(Notification::text).containsExactly("another", "welcome back");
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
        assertThat(stateOfRun(ticket)).isEqualTo(ExecutionState.SKIPPED);
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

        assertThat(notices).extracting(Notification::text).containsExactly("first", "second", "third");
    }
}
