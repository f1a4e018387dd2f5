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
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.core.result.FireReport;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.KeyReusedException;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.host.Notification;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Origin;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.automation.Firing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import org.mockito.ArgumentMatchers;
import org.mockito.Mockito;

@OnEveryStore
@Tag("R12")
class FireTest extends AutomationFixture {
    private static final Automation LATE_ORDER = Automation.builder("late-order", "Late order")
            .when(Starter.fired("order.late").with("ORDER_ID").withOptional("DAYS"))
            .steps(
                    Step.openTicket("Order %%ORDER_ID%% is late")
                            .description("%%DAYS|some%% days")
                            .reference("ORD-%%ORDER_ID%%")
                            .category("Logistics")
                            .priority("high")
                            .status("PENDING"),
                    Step.sendMessage("We look after %%ORDER_ID%%: %%TICKET_REFERENCE%%, %%TICKET_PRIORITY%%"),
                    Step.updateTicket().priority("urgent"))
            .build();

    FireTest(Store store) {
        super(store);
    }

    @Test
    void opensInTheCallAndTellsAfterTheCommit() {
        given(LATE_ORDER);

        FireReport report = fire(Fire.starter("order.late").field("ORDER_ID", "77"));

        Ticket opened = olga().find(report.opened().get(0).id()).orElseThrow();
        assertThat(opened.title()).isEqualTo("Order 77 is late");
        assertThat(opened.description()).isEqualTo("some days");
        assertThat(opened.reference().value()).isEqualTo("ORD-77");
        assertThat(opened.origin()).isEqualTo(Origin.AUTOMATION);
        assertThat(opened.status().key()).isEqualTo("pending");
        assertThat(opened.category().name()).isEqualTo("Logistics");
        assertThat(opened.contact()).isEqualTo(ADA_AT_HOME);
        assertThat(opened.priority()).isEqualTo(Priority.URGENT);
        assertThat(report.runs()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(ExecutionState.RUNNING);
            assertThat(run.automation()).isEqualTo("late-order");
        });
        assertThat(notices).isEmpty();

        drain();

        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.text()).isEqualTo("We look after 77: ORD-77, Urgente");
            assertThat(notice.recipient().email()).isEqualTo("ada@example.org");
            assertThat(notice.automation()).isEqualTo("late-order");
        });
        assertThat(tickets()).hasSize(1);
        assertThat(runs(report.id())).singleElement().satisfies(run -> assertThat(run.state())
                .isEqualTo(ExecutionState.DONE));
    }

    @Test
    @Tag("R21")
    void theHistorySaysWhoDidItAndWhy() {
        given(LATE_ORDER);

        FireReport report = fire(Fire.starter("order.late").field("ORDER_ID", "78"));

        List<TicketEvent> history = handle(report.opened().get(0)).history();
        assertThat(history).extracting(TicketEvent::kind).containsExactly(EventKind.OPENED, EventKind.CHANGED);
        assertThat(history).allSatisfy(event -> {
            assertThat(event.actor().kind()).isEqualTo(ActorKind.AUTOMATION);
            assertThat(event.actor().label()).isEqualTo("Late order");
            assertThat(event.cause().eventId()).isEqualTo(report.id());
            assertThat(event.cause().source()).isEqualTo("late-order");
            assertThat(event.cause().depth()).isEqualTo(1);
        });
    }

    @Test
    void theSameKeyDoesNothingTwice() {
        given(LATE_ORDER);
        Fire.Builder command =
                Fire.starter("order.late").field("ORDER_ID", "79").idempotencyKey("late-79");

        FireReport first = fire(command);
        FireReport again = fire(command);
        drain();
        FireReport afterwards = fire(command);
        drain();

        assertThat(first.replayed()).isFalse();
        assertThat(List.of(again, afterwards)).allSatisfy(report -> {
            assertThat(report.replayed()).isTrue();
            assertThat(report.awaited()).isTrue();
            assertThat(report.id()).isEqualTo(first.id());
            assertThat(report.opened())
                    .extracting(Ticket::id)
                    .containsExactly(first.opened().get(0).id());
        });
        assertThat(tickets()).hasSize(1);
        assertThat(notices).hasSize(1);
        assertThat(handle(first.opened().get(0)).history()).hasSize(2);
    }

    @Test
    void theSameKeyWithOtherFieldsIsRefused() {
        given(LATE_ORDER);
        fire(Fire.starter("order.late").field("ORDER_ID", "80").idempotencyKey("late-80"));

        assertThatThrownBy(() ->
                        fire(Fire.starter("order.late").field("ORDER_ID", "81").idempotencyKey("late-80")))
                .isInstanceOf(KeyReusedException.class);
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void conditionsAreJudgedInTheCall() {
        given(
                Automation.builder("first-contact", "First contact")
                        .when(Starter.fired("chat"))
                        .onlyIf(Condition.not(Condition.contactHasOpenTicket()))
                        .steps(Step.openTicket("Chat"))
                        .build(),
                Automation.builder("returning", "Returning")
                        .when(Starter.fired("chat"))
                        .onlyIf(Condition.contactHasOpenTicket())
                        .order(1)
                        .steps(Step.openTicket("Chat again"))
                        .build());

        FireReport first = fire(Fire.starter("chat"));
        FireReport second = fire(Fire.starter("chat"));

        assertThat(first.opened()).extracting(Ticket::title).containsExactly("Chat");
        assertThat(second.opened()).extracting(Ticket::title).containsExactly("Chat again");
        assertThat(first.runs())
                .extracting(FireReport.Run::detail)
                .containsExactly(null, "the contact has no other open ticket");
        assertThat(second.runs().get(0).state()).isEqualTo(ExecutionState.SKIPPED);
    }

    @Test
    void nobodyWaitsForAnUnknownName() {
        given(LATE_ORDER);

        FireReport misspelt = fire(Fire.starter("order.lost"));

        assertThat(misspelt.runs()).isEmpty();
        assertThat(misspelt.awaited()).isFalse();
        assertThat(tickets()).isEmpty();
        assertThat(store.storage().deliveries().kept().pending(tenant)).isZero();
        Fire.Builder keyed = Fire.starter("order.lost").idempotencyKey("lost-1");
        assertThat(fire(keyed).awaited()).isFalse();
        assertThat(fire(keyed).awaited()).isFalse();
    }

    @Test
    void disabledAutomationsAreSkipped() {
        given(LATE_ORDER.toBuilder().enabled(false).build());

        FireReport report = fire(Fire.starter("order.late").field("ORDER_ID", "82"));

        assertThat(report.awaited()).isTrue();
        assertThat(report.runs()).singleElement().satisfies(run -> assertThat(run.detail())
                .isEqualTo("it is disabled"));
        assertThat(tickets()).isEmpty();
    }

    @Test
    @Tag("R13")
    void whatIsInvalidOpensNothingAndIsParkedWithFieldAndValue() {
        given(Automation.builder("vip", "Vip")
                .when(Starter.fired("vip").with("LEVEL"))
                .steps(Step.openTicket("A vip").priority("%%LEVEL%%"), Step.openTicket("never reached"))
                .build());

        FireReport report = fire(Fire.starter("vip").field("LEVEL", "SUPERB"));

        assertThat(report.opened()).isEmpty();
        assertThat(report.runs().get(0).state()).isEqualTo(ExecutionState.FAILED);
        assertThat(report.runs().get(0).detail()).contains("step 1", "priority", "SUPERB");
        drain();
        assertThat(parked()).singleElement().satisfies(parked -> {
            assertThat(parked.cause()).contains("priority", "SUPERB");
            assertThat(parked.attempts()).isEqualTo(1);
            assertThat(parked.consumer()).isEqualTo("automations:vip");
        });
        assertThat(tickets()).isEmpty();
    }

    @Test
    @Tag("R13")
    void everyKindOfInvalidValueIsNamed() {
        opened(ticket("taken").reference("TAKEN-1"));
        expectFailure(Step.openTicket("%%BLANK| %%"), "title");
        expectFailure(Step.openTicket("%%LONG%%"), "title");
        expectFailure(Step.openTicket("x").status("%%NONE%%"), "status", "no such status");
        expectFailure(Step.openTicket("x").reference("taken-%%ONE%%"), "reference", "taken-1");
        expectFailure(Step.openTicket("%%UNKNOWN%%"), "title", "UNKNOWN");
        assertThat(titles(TicketQuery.all())).containsExactly("taken");
    }

    private void expectFailure(Step step, String... words) {
        String id = "a-" + UUID.randomUUID();
        given(Automation.builder(id, "Any").when(Starter.fired(id)).steps(step).build());
        FireReport report = fire(Fire.starter(id)
                .field("LONG", "x".repeat(257))
                .field("NONE", "no such status")
                .field("ONE", "1"));
        assertThat(report.runs().get(0).state()).isEqualTo(ExecutionState.FAILED);
        assertThat(report.runs().get(0).detail()).contains(words);
    }

    @Test
    @Tag("R14")
    void ticketFieldsNeverComeFromOutside() {
        given(LATE_ORDER);

        assertRefused("TICKET_TITLE", () -> fire(Fire.starter("order.late").field("TICKET_TITLE", "mine")));
        assertThat(tickets()).isEmpty();
    }

    @Test
    void theContactMustBeGivenUnlessHisChatImpliesHim() {
        given(LATE_ORDER);
        Fire command = Fire.starter("order.late").field("ORDER_ID", "83").build();

        assertRefused("contact", () -> olga().fire(command));
        assertThat(olga().contact(BRUNO).fire(command).opened())
                .singleElement()
                .satisfies(ticket -> assertThat(ticket.contact()).isEqualTo(BRUNO));
    }

    @Test
    void whatACrashLeftUndoneIsDoneByThePump() {
        given(LATE_ORDER);
        // The process ends after the firing was kept and before its first step.
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> deskThatCrashesAfterFiring()
                        .as(tenant, Actor.host("shop"))
                        .fire(Fire.starter("order.late")
                                .field("ORDER_ID", "84")
                                .contact(ADA_AT_HOME)
                                .build()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tickets()).isEmpty();
        store.storage().executions().deliverNow(tenant, pendingFiring());

        drain();

        assertThat(tickets()).singleElement().satisfies(ticket -> assertThat(ticket.priority())
                .isEqualTo(Priority.URGENT));
        assertThat(notices).hasSize(1);
        assertThat(tickets().get(0).status().macro()).isEqualTo(MacroStatus.IN_PROGRESS);
    }

    private UUID firingId;

    private UUID pendingFiring() {
        return firingId;
    }

    private TicketDesk deskThatCrashesAfterFiring() {
        var storage = Mockito.mock(TicketStorage.class, AdditionalAnswers.delegatesTo(store.storage()));
        var runs = Mockito.mock(
                ExecutionStore.class,
                AdditionalAnswers.delegatesTo(store.storage().executions()));
        Mockito.doReturn(runs).when(storage).executions();
        Mockito.doAnswer(call -> {
                    Firing firing = call.getArgument(0);
                    firingId = firing.id();
                    store.storage()
                            .executions()
                            .fire(firing, call.getArgument(1), call.getArgument(2), call.getArgument(3));
                    throw new IllegalStateException("the process ended");
                })
                .when(runs)
                .fire(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.any());
        return deskBuilder().storage(storage).build();
    }

    @Test
    void aMessageBeforeAFailingStepLeavesAllTheSame() {
        given(Automation.builder("half", "Half")
                .when(Starter.fired("half"))
                .steps(
                        Step.openTicket("half"),
                        Step.sendMessage("we got it"),
                        Step.updateTicket().status("no-such"))
                .build());

        FireReport report = fire(Fire.starter("half"));
        drain();

        assertThat(report.failed()).singleElement().satisfies(run -> assertThat(run.detail())
                .contains("step 3", "no-such"));
        assertThat(notices).extracting(Notification::text).containsExactly("we got it");
        assertThat(parked()).singleElement().satisfies(parked -> assertThat(parked.cause())
                .contains("no-such"));
    }

    @Test
    @Tag("R22")
    void aContactMayFireForHimselfOnlyAndSeesNoOwner() {
        given(LATE_ORDER);
        var policy = Mockito.mock(AccessPolicy.class, AdditionalAnswers.delegatesTo(AccessPolicy.defaults()));
        Mockito.doReturn(true)
                .when(policy)
                .allows(
                        ArgumentMatchers.any(),
                        ArgumentMatchers.any(),
                        ArgumentMatchers.eq(Action.FIRE),
                        ArgumentMatchers.any());
        var ada = deskBuilder().access(policy).build().as(tenant, Actor.contact("c-ada", "Ada"));
        Fire command = Fire.starter("order.late")
                .field("ORDER_ID", "90")
                .idempotencyKey("k")
                .build();

        assertThatThrownBy(() -> ada.contact(BRUNO).fire(command)).isInstanceOf(ForbiddenException.class);
        Ticket opened = ada.contact(ADA).fire(command).opened().get(0);
        changed(opened, change().owner(OLGA));
        assertThat(ada.contact(ADA).fire(command).opened().get(0).owner()).isNull();
        handle(opened).delete();
        assertThat(ada.contact(ADA).fire(command).opened()).isEmpty();
    }

    @Test
    void whatTheFieldSourceMayNotGiveFailsTheStepAndNamesIt() {
        given(LATE_ORDER);
        hostFields.put("TICKET_TITLE", "mine");

        FireReport report = fire(Fire.starter("order.late").field("ORDER_ID", "91"));

        assertThat(report.failed().get(0).detail()).contains("TICKET_TITLE");
        assertThat(tickets()).isEmpty();
    }

    @Test
    void aNoticeShowsTheTicketAsItIs() {
        given(LATE_ORDER);
        fire(Fire.starter("order.late").field("ORDER_ID", "85"));

        drain();

        Notification notice = notices.get(0);
        assertThat(notice.ticket().priority()).isEqualTo(Priority.URGENT);
        assertThat(notice.event().kind()).isEqualTo(EventKind.OPENED);
    }
}
