package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.result.EventTrace;
import dev.ticketkit.core.result.EventTrace.AutomationReason;
import dev.ticketkit.core.result.FireReport;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnEveryStore
@Tag("B10")
class WhyTest extends AutomationFixture {
    WhyTest(Store store) {
        super(store);
    }

    private static Automation.Builder rule(String id) {
        return Automation.builder(id, id).when(Starter.ticketCreated()).steps(Step.sendMessage("x"));
    }

    @Test
    void saysWhichAutomationsRanOrNotAndWhy() {
        given(
                rule("a-ran").build(),
                rule("b-condition")
                        .onlyIf(Condition.priorityIs(Priority.URGENT))
                        .build(),
                rule("c-disabled").enabled(false).build(),
                rule("d-failed").steps(Step.updateTicket().status("no-such")).build(),
                Automation.builder("e-other", "Other")
                        .when(Starter.fired("x"))
                        .steps(Step.openTicket("x"))
                        .build());
        Ticket ticket = opened("a");
        UUID event = lastEvent(ticket).id();
        assertThat(olga().why(event).automations())
                .extracting(AutomationReason::state)
                .containsOnlyNulls();

        drain();

        EventTrace reasons = olga().why(event);
        assertThat(reasons.automations())
                .extracting(AutomationReason::automation)
                .containsExactly("a-ran", "b-condition", "c-disabled", "d-failed", "e-other");
        assertThat(reasons.automations())
                .extracting(AutomationReason::state)
                .containsExactly(
                        ExecutionState.DONE,
                        ExecutionState.SKIPPED,
                        ExecutionState.SKIPPED,
                        ExecutionState.FAILED,
                        null);
        assertThat(reasons.automations().get(1).detail()).isEqualTo("the ticket's priority is another");
        assertThat(reasons.automations().get(2).detail()).isEqualTo("it is disabled");
        assertThat(reasons.automations().get(3).detail()).contains("status", "no-such");
    }

    @Test
    @Tag("R20")
    void saysThatADeletionCancelledItUntilTheTicketComesBack() {
        given(rule("a").build());
        Ticket ticket = opened("a");
        UUID event = lastEvent(ticket).id();
        assertThat(olga().why(event).cancelled()).isNull();
        handle(ticket).delete();
        drain();

        assertThat(olga().why(event).cancelled()).isEqualTo("cancelled by deletion");
        assertThat(olga().why(event).automations())
                .containsExactly(new AutomationReason("a", null, "cancelled by deletion", 0));
        handle(ticket).restore();
        drain();
        assertThat(olga().why(event).cancelled()).isNull();
        assertThat(olga().why(event).automations())
                .extracting(AutomationReason::state)
                .containsExactly(ExecutionState.DONE);
    }

    @Test
    void saysItOfFiringsToo() {
        given(Automation.builder("e", "E")
                .when(Starter.fired("x"))
                .steps(Step.openTicket("x"))
                .build());

        FireReport report = fire(Fire.starter("x"));

        assertThat(olga().why(report.id()).automations())
                .containsExactly(new AutomationReason("e", ExecutionState.DONE, null, 1));
    }

    @Test
    @Tag("B1")
    void contactsAndOtherTenantsDoNotAsk() {
        Ticket ticket = opened("a");
        UUID event = lastEvent(ticket).id();

        assertThatThrownBy(() -> ada().why(event)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> as(Actor.contact("c-bruno", "Bruno")).why(event))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> desk().as("another-" + tenant.value(), Actor.operator("olga"))
                        .why(event))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> olga().why(new UUID(1, 2))).isInstanceOf(NotFoundException.class);
    }
}
