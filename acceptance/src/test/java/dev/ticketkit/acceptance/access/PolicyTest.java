package dev.ticketkit.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.ChangeContact;
import dev.ticketkit.core.command.Fire;
import dev.ticketkit.core.command.ImportTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.AutomationDesk;
import dev.ticketkit.core.desk.Statistics;
import dev.ticketkit.core.statistics.StatisticsQuery;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.query.TicketQuery;
import java.lang.reflect.Modifier;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.verification.VerificationMode;

@OnEveryStore
@Tag("B13")
class PolicyTest extends DeskFixture {
    private static final Actor EVA = Actor.operator("eva", "Eva");

    private final AccessPolicy policy = mock(AccessPolicy.class);
    private final Map<Action, Runnable> calls = new EnumMap<>(Action.class);
    private Ticket ticket;
    private ActorDesk eva;

    PolicyTest(Store store) {
        super(store);
    }

    @BeforeEach
    void open() {
        ticket = opened(ticket("a").category("One"));
        when(policy.visibleTo(any(), any())).thenReturn(AccessScope.all());
        eva = deskBuilder().access(policy).build().as(tenant, EVA);
        calls.put(
                Action.OPEN,
                () -> eva.open(ticket("b").category("New").reference("R").build()));
        calls.put(Action.CHANGE, () -> eva.ticket(ticket)
                .change(change().title("b").category("New").build()));
        calls.put(Action.CHANGE_CONTACT, () -> eva.ticket(ticket).changeContact(ChangeContact.to(BRUNO)));
        calls.put(Action.NOTE_INTERNALLY, () -> eva.ticket(ticket).addInternalNote("n"));
        calls.put(Action.NOTE_PUBLICLY, () -> eva.ticket(ticket).addPublicNote("n"));
        calls.put(Action.READ_HISTORY, () -> eva.ticket(ticket).history());
        calls.put(Action.DELETE, () -> eva.ticket(ticket).delete());
        // By id: that a ticket in hand needs no restoring is decided again on the ticket as it is.
        calls.put(Action.RESTORE, () -> eva.ticket(ticket.id()).restore());
        calls.put(Action.READ_CATEGORIES, () -> eva.catalogue().categories());
        calls.put(Action.READ_CHANGES, () -> eva.changesSince(null, 10));
        calls.put(Action.READ_STATISTICS, () -> eva.statistics());
        calls.put(Action.READ_CATEGORIES, () -> eva.catalogue().categories());
        UUID opening = handle(ticket).history().get(0).id();
        calls.put(Action.READ_REASONS, () -> eva.why(opening));
        calls.put(Action.FIRE, () -> eva.fire(Fire.starter("order").contact(ADA).build()));
        calls.put(Action.ERASE, () -> eva.erase(ADA.id()));
        ImportTicket old = new ImportTicket(ticket("old").reference("OLD").build(), clock.instant(), null);
        calls.put(Action.IMPORT, () -> eva.importTickets(List.of(old).iterator()));
        calls.put(Action.ADMINISTER, () -> eva.catalogue().setPriority(Priority.LOW, "x", false));
    }

    private static boolean isAboutATicket(Action action) {
        return action != Action.READ_STATISTICS
                && action != Action.READ_CHANGES
                && action != Action.READ_CATEGORIES
                && action != Action.ADMINISTER
                && action != Action.FIRE
                && action != Action.ERASE
                && action != Action.IMPORT;
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void whatIsVisibleButNotAllowedIsForbiddenAndStoresNothing(Action action) {
        ForbiddenException forbidden = catchThrowableOfType(
                ForbiddenException.class, () -> calls.get(action).run());

        assertThat(forbidden).isNotNull();
        assertThat(forbidden.code()).isEqualTo(TicketErrorCode.FORBIDDEN);
        assertThat(forbidden.action()).isEqualTo(action.name());
        assertThat(now(ticket)).isEqualTo(ticket);
        assertThat(handle(ticket).history()).hasSize(1);
        assertThat(allTitles()).containsExactly("a");
        assertThat(olga().catalogue().categories()).hasSize(1);
        assertThat(olga().catalogue().priorities().get(4).offered()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void policyIsAskedForExactlyThisActorActionAndTicket(Action action) {
        when(policy.allows(any(), any(), eq(action), any())).thenReturn(true);
        calls.get(action).run();

        if (action == Action.OPEN) {
            verify(policy)
                    .allows(
                            eq(tenant),
                            eq(EVA),
                            eq(Action.OPEN),
                            argThat(asked -> asked.title().equals("b")
                                    && asked.category().name().equals("New")));
        } else if (isAboutATicket(action)) {
            verify(policy, asOften(action)).allows(tenant, EVA, action, ticket);
            verify(policy, atLeastOnce()).visibleTo(tenant, EVA);
        } else {
            verify(policy).allows(eq(tenant), eq(EVA), eq(action), isNull());
        }
        for (Action other : Action.values()) {
            if (other != action) {
                verify(policy, never()).allows(any(), any(), eq(other), any());
            }
        }
    }

    /** The ticket here is not deleted: what is found done is decided once more where a store may have to wait for it. */
    private static VerificationMode asOften(Action action) {
        return action == Action.RESTORE ? atLeastOnce() : times(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {
                "OPEN",
                "READ_STATISTICS",
                "READ_CATEGORIES",
                "READ_CHANGES",
                "ADMINISTER",
                "FIRE",
                "ERASE",
                "IMPORT"
            })
    void whatIsNotVisibleIsNotFoundAndThePolicyIsNotAskedWhetherItIsAllowed(Action action) {
        when(policy.visibleTo(any(), any())).thenReturn(AccessScope.none());

        assertThatThrownBy(() -> calls.get(action).run()).isInstanceOf(NotFoundException.class);
        verify(policy, never()).allows(any(), any(), any(), any());
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"CHANGE", "NOTE_INTERNALLY", "DELETE"})
    void whatThePolicyThrowsReachesTheCallerAndNothingIsStored(Action action) {
        when(policy.allows(any(), any(), any(), any())).thenThrow(new IllegalStateException("directory is down"));

        assertThatThrownBy(() -> calls.get(action).run()).hasMessage("directory is down");
        assertThat(now(ticket)).isEqualTo(ticket);
    }

    @Test
    void everyChangeOfTheCatalogueAndPurgingIsAdministration() {
        List<Runnable> changes = List.of(
                () -> eva.catalogue().addStatus("x", MacroStatus.IN_PROGRESS),
                () -> eva.catalogue().addStatus("x", "X", MacroStatus.IN_PROGRESS),
                () -> eva.catalogue().relabelStatus("open", "X"),
                () -> eva.statuses().impactOf("pending"),
                () -> eva.statuses().hide("pending"),
                () -> eva.statuses().hide("pending", "waiting"),
                () -> eva.statuses().show("pending"),
                () -> eva.statuses().remove("pending"),
                () -> eva.statuses().remove("pending", "waiting"),
                () -> eva.catalogue().setPriority(Priority.LOW, "X", true),
                () -> eva.catalogue().renameCategory("One", "X"),
                () -> eva.catalogue().mergeCategory("One", "One"),
                () -> eva.catalogue().hideCategory("One", true),
                () -> eva.purge(),
                () -> eva.purge(clock.instant()));
        for (Runnable change : changes) {
            assertThatThrownBy(change::run).isInstanceOf(ForbiddenException.class);
        }
        assertThat(eva.catalogue().statuses().entries())
                .isEqualTo(olga().catalogue().statuses().entries())
                .hasSize(7);
        assertThat(olga().catalogue().categories())
                .extracting(entry -> entry.category().name())
                .containsExactly("One");
    }

    @Test
    void internalNotesGoWithTheHistory() {
        handle(ticket).addInternalNote("in");
        handle(ticket).addPublicNote("out");

        assertThat(eva.ticket(ticket).notes())
                .extracting(event -> event.note().text())
                .containsExactly("out");
        when(policy.allows(any(), any(), eq(Action.READ_HISTORY), any())).thenReturn(true);
        assertThat(eva.ticket(ticket).notes())
                .extracting(event -> event.note().text())
                .containsExactly("in", "out");
    }

    @Test
    void automationsAreForThoseWhoAdminister() {
        Automation automation = Automation.builder("a", "A")
                .when(Starter.fired("x"))
                .steps(Step.openTicket("t"))
                .build();
        AutomationDesk desk = eva.automations();
        List<ThrowingCallable> uses = List.of(
                desk::list,
                desk::unreadable,
                () -> desk.find("a"),
                () -> desk.check(automation),
                () -> desk.save(automation),
                () -> desk.saveAnyway(automation),
                () -> desk.remove("a"),
                () -> desk.dryRun(automation, InstantRange.ALWAYS, 1),
                () -> desk.dryRun(automation, Fire.starter("x").contact(ADA).build()));

        assertThat(Stream.of(AutomationDesk.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()))
                .hasSameSizeAs(uses);
        olga().automations().save(automation);
        for (ThrowingCallable use : uses) {
            assertThatThrownBy(use).isInstanceOf(ForbiddenException.class).hasMessageContaining("ADMINISTER");
        }
        assertThatThrownBy(() -> ada().automations().list()).isInstanceOf(ForbiddenException.class);
        assertThat(olga().automations().list()).containsExactly(automation);
        when(policy.allows(tenant, EVA, Action.ADMINISTER, null)).thenReturn(true);
        assertThat(desk.list()).containsExactly(automation);
    }

    @Test
    void withoutPolicyAContactHasHisOwnTicketsOnly() {
        Ticket brunos = opened(ticket("b").contact(BRUNO));

        assertThat(ada().list(TicketQuery.all()).items()).containsExactly(ticket);
        assertThat(ada().find(brunos.id())).isEmpty();
        assertThatThrownBy(() -> ada().open(ticket("x").contact(BRUNO).build())).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().contact(BRUNO).open(ticket("x").build())).isInstanceOf(ForbiddenException.class);
        assertThat(ada().contact(BRUNO).list(TicketQuery.all()).items()).isEmpty();
        assertThatThrownBy(() -> ada().ticket(ticket).change(change().title("x").build()))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().ticket(ticket).delete()).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().statistics()).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> ada().statuses().hide("pending")).isInstanceOf(ForbiddenException.class);
        assertThat(ada().open(ticket("own").build()).recorded()).isTrue();
    }

    @Test
    void statisticsInHandAskThePolicyAgain() {
        when(policy.allows(any(), any(), any(), any())).thenReturn(true);
        Statistics statistics = eva.statistics();
        assertThat(statistics.verify().tickets()).isEqualTo(1);

        when(policy.visibleTo(any(), any())).thenReturn(AccessScope.owners(Set.of("eva")));
        assertThat(statistics.report().tickets()).isZero();
        assertThat(statistics.verify().tickets()).isZero();
        when(policy.allows(any(), any(), eq(Action.READ_STATISTICS), any())).thenReturn(false);
        assertThatThrownBy(statistics::report).isInstanceOf(ForbiddenException.class);
        StatisticsQuery all = StatisticsQuery.builder().allTime().build();
        assertThatThrownBy(() -> statistics.closingPercentiles(all)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> statistics.firstAnswers(all)).isInstanceOf(ForbiddenException.class);
    }
}
