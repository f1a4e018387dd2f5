package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a step may change, and of which ticket. */
@OnEveryStore
class UpdateStepTest extends AutomationFixture {
    private static final Party ROSA = new Party("rosa", "Rosa");

    UpdateStepTest(Store store) {
        super(store);
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
        assertThat(notices).extracting(Notification::text).containsExactly("Follow-up");
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
}
