package dev.ticketkit.core.internal.automation.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.fixture.Sessions;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomationJudgeTest {
    private final AutomationJudge judge = AutomationJudge.ofPresent(Sessions.storage());
    private final Ticket urgent = Tickets.open()
            .priority(Priority.URGENT)
            .owner(new Party("olga", "Olga"))
            .build();

    @Test
    void whatDoesNotWaitForTheOccurrenceIsNotDecided() {
        assertThat(decided(opened(null), Starter.fired("order"))).isEmpty();
        assertThat(decided(opened(null), Starter.statusBecame("closed"))).isEmpty();
        assertThat(decided(opened(null), Starter.ticketCreated())).hasSize(1);
        assertThat(decided(fired("order"), Starter.fired("order"))).hasSize(1);
        assertThat(decided(fired("order"), Starter.fired("offer"))).isEmpty();
        assertThat(decided(fired("order"), Starter.ticketCreated())).isEmpty();
    }

    @Test
    void aStatusIsEnteredOnlyFromAnother() {
        Ticket closed = urgent.toBuilder().status(Status.CLOSED).build();
        Occurrence entered = Occurrence.of(event(EventKind.CHANGED, null), closed, Status.OPEN);
        Occurrence stayed = Occurrence.of(event(EventKind.CHANGED, null), closed, null);
        assertThat(decided(entered, Starter.statusBecame(MacroStatus.TERMINATED)))
                .hasSize(1);
        assertThat(decided(stayed, Starter.statusBecame(MacroStatus.TERMINATED)))
                .isEmpty();
    }

    @Test
    void whyADisabledAutomationDidNotRunIsKept() {
        Automation off =
                automation(Starter.ticketCreated()).toBuilder().enabled(false).build();
        assertThat(judge.decide(opened(null), List.of(off), Tickets.NINE))
                .extracting(AutomationExecution::state, AutomationExecution::detail)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ExecutionState.SKIPPED, "it is disabled"));
    }

    @ParameterizedTest
    @CsvSource({"9, RUNNING", "10, FAILED"})
    void aChainThatLooksLikeALoopIsStopped(int depth, ExecutionState state) {
        Occurrence late = opened(new Cause(null, "escalation", depth));
        assertThat(decided(late, Starter.ticketCreated()))
                .extracting(AutomationExecution::state)
                .containsExactly(state);
        assertThat(late.causeOf(automation(Starter.ticketCreated()))).isEqualTo(new Cause(late.id(), "a", depth + 1));
    }

    @Test
    void conditionsAreJudgedByTheTicketOfTheEvent() {
        assertThat(reason(Condition.priorityIs(Priority.URGENT))).isNull();
        assertThat(reason(Condition.priorityIs(Priority.LOW))).isEqualTo("the ticket's priority is another");
        assertThat(reason(Condition.ownerIs("olga"))).isNull();
        assertThat(reason(Condition.isUnassigned())).isEqualTo("the ticket's owner is another");
        assertThat(reason(Condition.hasNoCategory())).isNull();
        assertThat(reason(Condition.categoryIs("Hardware"))).isEqualTo("the ticket's category is another");
        assertThat(reason(Condition.not(Condition.ownerIs("olga"))))
                .isEqualTo("the ticket's owner is one that it must not be");
        assertThat(reason(Condition.not(Condition.not(Condition.ownerIs("olga")))))
                .isNull();
        assertThat(reason(Condition.not(Condition.anyOf(Condition.isUnassigned(), Condition.ownerIs("olga")))))
                .isEqualTo("what must not be is so");
        assertThat(reason(Condition.anyOf(Condition.isUnassigned(), Condition.ownerIs("olga"))))
                .isNull();
        assertThat(reason(Condition.allOf(Condition.ownerIs("olga"), Condition.isUnassigned())))
                .isEqualTo("the ticket's owner is another");
    }

    @Test
    void aFiringHasNoTicketThatAConditionCouldHoldOf() {
        Automation automation = automation(Starter.fired("order")).toBuilder()
                .onlyIf(Condition.hasNoCategory())
                .build();
        assertThat(judge.decide(fired("order"), List.of(automation), Tickets.NINE))
                .extracting(AutomationExecution::state)
                .containsExactly(ExecutionState.SKIPPED);
    }

    private String reason(Condition condition) {
        Automation automation = automation(Starter.ticketCreated()).toBuilder()
                .onlyIf(condition)
                .build();
        return judge.decide(opened(null), List.of(automation), Tickets.NINE)
                .get(0)
                .detail();
    }

    private List<AutomationExecution> decided(Occurrence occurrence, Starter starter) {
        return judge.decide(occurrence, List.of(automation(starter)), Tickets.NINE);
    }

    private Occurrence opened(Cause cause) {
        return Occurrence.of(event(EventKind.OPENED, cause), urgent, null);
    }

    private static Occurrence fired(String name) {
        return Occurrence.fired(Tickets.ACME, new UUID(5, 5), name, Contact.of("c-1", "Ada"), FieldValues.none(), null);
    }

    private static Automation automation(Starter starter) {
        return Automation.builder("a", "A")
                .when(starter)
                .steps(Step.sendMessage("Hello"))
                .build();
    }

    private static TicketEvent event(EventKind kind, Cause cause) {
        return TicketEvent.builder()
                .id(new UUID(1, 1))
                .tenant(Tickets.ACME)
                .ticketId(Tickets.open().build().id())
                .version(1)
                .kind(kind)
                .actor(Actor.operator("olga"))
                .at(Tickets.NINE)
                .cause(cause)
                .build();
    }
}
