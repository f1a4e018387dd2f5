package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doAnswer;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.DeliveryResult;
import dev.ticketkit.spi.host.Dispatch;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the checks of saving cannot see: loops that lead through the host, or through stores filled by other means. */
@OnEveryStore
@Tag("R27")
@Tag("R21")
class LoopTest extends AutomationFixture {
    LoopTest(Store store) {
        super(store);
    }

    @Test
    void aLoopThroughTheHostStopsAtTheDepthLimitAndTheHistorySaysSo() {
        given(Automation.builder("ping", "Ping")
                .when(Starter.statusBecame("pending", "waiting"))
                .steps(Step.dispatchTrigger("ball"))
                .build());
        // The host moves the ticket on when he is told, without a word about causes.
        doAnswer(call -> {
                    Dispatch ball = call.getArgument(0);
                    if (!ball.ticket().tenant().equals(tenant)) {
                        return DeliveryResult.DELIVERED;
                    }
                    String next = ball.ticket().status().key().equals("pending") ? "waiting" : "pending";
                    as(Actor.host("loop"))
                            .ticket(ball.ticket().id())
                            .change(ChangeTicket.builder().status(next).build());
                    return DeliveryResult.DELIVERED;
                })
                .when(dispatcher)
                .dispatch(argThat(dispatch -> dispatch != null && dispatch.trigger() != null));
        Ticket ticket = opened("a");
        changed(ticket, ChangeTicket.builder().status("pending"));

        drain();

        List<TicketEvent> history = handle(ticket).history();
        List<Integer> depths = new ArrayList<>();
        history.forEach(
                event -> depths.add(event.cause() == null ? 0 : event.cause().depth()));
        assertThat(depths).containsExactly(0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        TicketEvent last = history.get(history.size() - 1);
        assertThat(last.kind()).isEqualTo(EventKind.AUTOMATION_STOPPED);
        assertThat(last.note().text()).contains("Ping", "loop");
        assertThat(runs(history.get(history.size() - 2).id())).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(ExecutionState.FAILED);
            assertThat(run.detail()).contains("10");
        });
        assertThat(parked()).isEmpty();
    }

    @Test
    void aHostOnAnotherThreadHandsTheCauseOn() {
        given(
                Automation.builder("to-host", "To host")
                        .when(Starter.ticketCreated())
                        .steps(Step.dispatchTrigger("again"))
                        .build(),
                Automation.builder("from-host", "From host")
                        .when(Starter.fired("again"))
                        .steps(Step.openTicket("once more"))
                        .build());
        opened("a");
        for (int round = 0; round < 20; round++) {
            drain();
            List<Dispatch> told = List.copyOf(dispatches);
            dispatches.clear();
            told.forEach(dispatch -> as(Actor.host("queue"))
                    .because(dispatch.cause())
                    .fire(Fire.starter("again")
                            .contact(dispatch.ticket().contact())
                            .build()));
        }

        assertThat(tickets())
                .extracting(Ticket::title)
                .filteredOn("once more"::equals)
                .hasSize(5);
    }

    @Test
    void automationsThatStartEachOtherStopToo() {
        given(
                Automation.builder("a", "A")
                        .when(Starter.statusBecame("pending"))
                        .steps(Step.updateTicket().status("waiting"))
                        .build(),
                Automation.builder("b", "B")
                        .when(Starter.statusBecame("waiting"))
                        .steps(Step.updateTicket().status("pending"))
                        .build());
        Ticket ticket = opened("a");
        changed(ticket, ChangeTicket.builder().status("pending"));

        drain();

        assertThat(lastEvent(ticket).kind()).isEqualTo(EventKind.AUTOMATION_STOPPED);
        assertThat(handle(ticket).history()).hasSize(2 + 10 + 1);
    }
}
