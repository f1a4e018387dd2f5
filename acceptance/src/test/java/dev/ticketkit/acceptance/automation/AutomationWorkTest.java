package dev.ticketkit.acceptance.automation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.result.DryRun;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What automations cost the store, counted: twice the events or automations are twice the work, not four times. */
@OnEveryStore
class AutomationWorkTest extends AutomationFixture {
    private static final InstantRange ALL =
            InstantRange.of(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    private static final Automation TRIED = Automation.builder("try", "Try")
            .when(Starter.statusChanged())
            .onlyIf(Condition.allOf(
                    Condition.categoryIs("Any", "Other"),
                    Condition.anyOf(
                            Condition.not(Condition.contactHasOpenTicket()), Condition.contactHadResolvedTicket())))
            .steps(Step.sendMessage("%%TICKET_TITLE%% %%TICKET_STATUS%%"))
            .build();

    private final CountedStorage counted = new CountedStorage(store.storage());
    private final TicketDesk desk = TicketDesk.builder()
            .storage(counted.storage())
            .clock(clock)
            .contacts(notifier)
            .build();

    AutomationWorkTest(Store store) {
        super(store);
    }

    @Test
    void aDryRunReadsEachHistoryOnce() {
        Ticket ticket = opened(ticket("often").contact(ADA_AT_HOME).category("Any"));
        turn(ticket, 20);
        long rows = rowsOfDryRun(21);
        turn(ticket, 20);

        assertThat(rowsOfDryRun(41)).as(counted.toString()).isLessThan(3 * rows);
        assertThat(counted.calls("history")).isLessThanOrEqualTo(2);
        assertThat(counted.calls("find")).isLessThanOrEqualTo(4);
    }

    @Test
    void aDryRunReadsTheTicketsOfAContactOnce() {
        severalOf(ADA_AT_HOME, 8);
        long rows = rowsOfDryRun(24);
        severalOf(ADA_AT_HOME, 8);

        assertThat(rowsOfDryRun(48)).as(counted.toString()).isLessThan(3 * rows);
        assertThat(counted.calls("history")).isLessThanOrEqualTo(2 * 16);
        assertThat(counted.calls("findAll")).isEqualTo(1);
        assertThat(counted.calls("statuses")).isLessThanOrEqualTo(4);
    }

    @Test
    void theSetOfAutomationsIsReadOnceHoweverManyEventsItMakes() {
        long ten = workOf(10);

        assertThat(workOf(20)).as(counted.toString()).isLessThan(3 * ten);
        assertThat(counted.calls("automations")).isLessThanOrEqualTo(1);
    }

    private void severalOf(Contact contact, int tickets) {
        for (int i = 0; i < tickets; i++) {
            turn(opened(ticket("t" + i).contact(contact).category("Any")), 2);
        }
    }

    private void turn(Ticket ticket, int times) {
        for (int i = 0; i < times; i++) {
            later(Duration.ofSeconds(1));
            changed(ticket, ChangeTicket.builder().status(i % 2 == 0 ? "resolved" : "open"));
        }
    }

    private long rowsOfDryRun(int examined) {
        counted.reset();
        DryRun run =
                desk.as(tenant, Actor.operator("olga", "Olga")).automations().dryRun(TRIED, ALL, 1_000);
        assertThat(run.examined()).isEqualTo(examined);
        assertThat(run.matches()).isNotEmpty();
        return counted.calls() + counted.rows();
    }

    /** Of one event that starts so many automations, each of which makes an event. */
    private long workOf(int automations) {
        for (int i = 0; i < automations; i++) {
            given(Automation.builder("a" + i, "A" + i)
                    .when(Starter.ticketCreated())
                    .onlyIf(Condition.categoryIs("Any"))
                    .steps(Step.updateTicket().category("c" + i))
                    .build());
        }
        desk.drainWithRetries();
        Ticket ticket = opened(ticket("one").contact(ADA_AT_HOME).category("Any"));
        counted.reset();
        desk.drainWithRetries();
        assertThat(handle(ticket).history()).hasSize(automations + 1);
        return counted.calls() + counted.rows();
    }
}
