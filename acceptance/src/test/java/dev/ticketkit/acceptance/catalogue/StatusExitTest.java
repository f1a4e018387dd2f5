package dev.ticketkit.acceptance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import dev.ticketkit.acceptance.DeskFixture;
import dev.ticketkit.acceptance.OnEveryStore;
import dev.ticketkit.acceptance.Store;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.StatusDesk;
import dev.ticketkit.core.result.StatusImpact;
import dev.ticketkit.core.result.StatusMove;
import dev.ticketkit.core.statistics.StatusCount;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.MacroStatus;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryStore
@Tag("B12")
class StatusExitTest extends DeskFixture {
    private Status lab;

    StatusExitTest(Store store) {
        super(store);
    }

    @BeforeEach
    void addLab() {
        lab = olga().catalogue().addStatus("In lab", MacroStatus.IN_PROGRESS);
    }

    private StatusDesk statuses() {
        return olga().statuses();
    }

    private Ticket inLab(String title) {
        return opened(ticket(title).status("in-lab"));
    }

    private List<String> inStatus(String key) {
        return titles(TicketQuery.builder().statuses(key).build());
    }

    private boolean isHidden(String key) {
        return olga().catalogue().statuses().find(key).orElseThrow().hidden();
    }

    private boolean isKept(String key) {
        return olga().catalogue().statuses().find(key).isPresent();
    }

    @Test
    void impactCountsLivingTickets() {
        inLab("a");
        inLab("b");
        handle(inLab("deleted")).delete();
        opened("elsewhere");

        assertThat(statuses().impactOf(" In-Lab ")).isEqualTo(new StatusImpact(2, List.of()));
        assertThat(statuses().impactOf("waiting").isNone()).isTrue();
        assertThatThrownBy(() -> statuses().impactOf("nix")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void unusedOneIsHiddenShownAndRemovedAtOnce() {
        statuses().hide("IN-LAB");
        statuses().hide("in-lab");
        assertThat(isHidden("in-lab")).isTrue();
        statuses().show("in-lab");
        statuses().show("in-lab");
        assertThat(isHidden("in-lab")).isFalse();

        statuses().remove("in-lab");
        statuses().remove("in-lab");
        assertThat(isKept("in-lab")).isFalse();
        assertRefused("status", () -> inLab("a"));
        assertThat(olga().statistics().report().statuses()).hasSize(7);
    }

    @Test
    void usedOneNeedsAReplacementAndSaysWhy() {
        Ticket ticket = inLab("a");
        inLab("b");
        for (Runnable call : List.<Runnable>of(
                () -> statuses().hide("in-lab"), () -> statuses().remove("in-lab"))) {
            assertThatThrownBy(call::run)
                    .isInstanceOf(RefusedException.class)
                    .hasMessageStartingWith("replacement: ")
                    .hasMessageContaining("2 tickets and no automation");
        }
        assertThat(isHidden("in-lab")).isFalse();
        assertThat(now(ticket)).isEqualTo(ticket);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-lab", "nix", "resolved", "waiting", ""})
    void replacementIsAnotherStatusOfTheSameMacroStatusThatMayBeChosen(String replacement) {
        statuses().hide("waiting");
        Ticket ticket = inLab("a");

        assertRefused("replacement", () -> statuses().hide("in-lab", replacement));
        assertRefused("replacement", () -> statuses().remove("in-lab", replacement));
        assertThat(isHidden("in-lab")).isFalse();
        assertThat(now(ticket)).isEqualTo(ticket);
    }

    @Test
    void openStaysAndPredefinedOnesAreOnlyHidden() {
        assertRefused("status", () -> statuses().hide("open"));
        assertRefused("status", () -> statuses().hide("OPEN", "pending"));
        assertRefused("status", () -> statuses().remove("pending"));
        assertRefused("status", () -> statuses().remove("pending", "waiting"));
        assertThat(isHidden("open")).isFalse();
        assertThat(isHidden("pending")).isFalse();
    }

    @Test
    @Tag("R21")
    void ticketsAreMovedWithHistoryAndStatistics() {
        List<Ticket> tickets =
                IntStream.range(0, 450).mapToObj(i -> inLab("t" + i)).toList();
        opened(ticket("other").status("waiting"));
        later(Duration.ofHours(1));

        StatusMove move = statuses().hide("in-lab", "Waiting");

        assertThat(move).isEqualTo(new StatusMove(450, 0, List.of(), List.of()));
        assertThat(isHidden("in-lab")).isTrue();
        assertThat(inStatus("in-lab")).isEmpty();
        assertThat(inStatus("waiting")).hasSize(451);
        for (Ticket ticket : List.of(tickets.get(0), tickets.get(449))) {
            TicketEvent event = handle(ticket).history().get(1);
            assertThat(event.actor()).isEqualTo(Actor.operator("olga", "Olga"));
            assertThat(event.at()).isEqualTo(clock.instant());
            assertThat(event.cause()).isEqualTo(new Cause(null, "status in-lab hidden", 1));
            assertThat(event.changes())
                    .extracting(FieldChange::from, FieldChange::to)
                    .containsExactly(tuple("in-lab", "waiting"));
        }
        assertThat(olga().statistics().verify().holds()).isTrue();
        assertThat(statuses().hide("in-lab", "waiting").moved()).isZero();
    }

    @Test
    @Tag("R10")
    void terminatedTicketsKeepTheirClosingTime() {
        Status scrapped = olga().catalogue().addStatus("Scrapped", MacroStatus.TERMINATED);
        Ticket ticket = changed(opened("a"), change().status("scrapped")).ticket();
        later(Duration.ofDays(1));

        assertThat(statuses().remove("scrapped", "closed").moved()).isEqualTo(1);
        Ticket moved = now(ticket);
        assertThat(moved.status()).isEqualTo(Status.CLOSED);
        assertThat(moved.closedAt()).isEqualTo(ticket.closedAt());
        assertThat(moved.reopenings()).isZero();
        assertThat(isKept(scrapped.key())).isFalse();
        assertThat(olga().statistics().verify().holds()).isTrue();
    }

    @Test
    void whatItIsDoneOnAccountOfStaysInTheChain() {
        Ticket ticket = inLab("a");
        Cause given = new Cause(handle(ticket).history().get(0).id(), "clean-up", 2);
        olga().because(given).statuses().remove("in-lab", "pending");

        assertThat(handle(ticket).history().get(1).cause())
                .isEqualTo(new Cause(given.eventId(), "status in-lab removed", 3));
    }

    @Test
    @Tag("R20")
    void deletedTicketKeepsARemovedStatusAndShowsItsKeyWhenItIsBack() {
        Ticket ticket = inLab("a");
        handle(ticket).delete();
        statuses().remove("in-lab");
        handle(ticket).restore();

        assertThat(now(ticket).status()).isEqualTo(lab);
        assertThat(olga().catalogue().label(lab)).isEqualTo("in-lab");
        assertThat(olga().statistics().report().statuses()).contains(new StatusCount(lab, "in-lab", 1));
        assertThat(olga().statistics().verify().holds()).isTrue();
        assertThat(changed(ticket, change().title("b").status("pending")).recorded())
                .isTrue();
        assertRefused("status", () -> changed(ticket, change().status("in-lab")));
    }

    @Test
    void ticketsThatCameBackToARemovedStatusAreMovedByRemovingItAgain() {
        Ticket ticket = inLab("a");
        handle(ticket).delete();
        statuses().remove("in-lab");
        handle(ticket).restore();

        assertRefused("replacement", () -> statuses().remove("in-lab"));
        assertThat(statuses().remove("in-lab", "pending").moved()).isEqualTo(1);
        assertThat(now(ticket).status()).isEqualTo(Status.PENDING);
        assertThat(isKept("in-lab")).isFalse();
    }

    @Test
    @Tag("R4")
    void removedStatusComesBackAsWhatItWas() {
        Ticket ticket = inLab("a");
        handle(ticket).delete();
        statuses().remove("in-lab");

        assertRefused("macro", () -> olga().catalogue().addStatus("in-lab", "Lab", MacroStatus.TERMINATED));
        Status other = olga().catalogue().addStatus("other", "In lab", MacroStatus.TERMINATED);
        assertThat(other.position()).isGreaterThan(lab.position());
        assertThat(olga().catalogue().addStatus("in-lab", "Lab", MacroStatus.IN_PROGRESS))
                .isEqualTo(lab);
        handle(ticket).restore();
        assertThat(olga().catalogue().label(now(ticket).status())).isEqualTo("Lab");
        assertThat(inLab("b").status()).isEqualTo(lab);
    }

    @Test
    void ticketsThatCannotBeMovedAreNamedAndTheStatusStaysHidden() {
        Ticket early = inLab("early");
        later(Duration.ofHours(2));
        Ticket late = inLab("late");
        ActorDesk then = olga().at(clock.instant().minus(Duration.ofHours(1)));

        StatusMove move = then.statuses().remove("in-lab", "pending");

        assertThat(move.moved()).isEqualTo(1);
        assertThat(move.failed()).isEqualTo(1);
        assertThat(move.isComplete()).isFalse();
        assertThat(move.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.ticket()).isEqualTo(late.id());
            assertThat(failure.reason()).contains("at: ");
        });
        assertThat(now(early).status()).isEqualTo(Status.PENDING);
        assertThat(now(late)).isEqualTo(late);
        assertThat(isHidden("in-lab")).isTrue();
        assertThat(statuses().remove("in-lab", "pending").moved()).isEqualTo(1);
        assertThat(isKept("in-lab")).isFalse();
    }

    @Test
    @Tag("B13")
    void whoMayAdministerMovesAlsoWhatHeMayNotReadOrChange() {
        Ticket ticket = inLab("a");
        ActorDesk admin = deskBuilder()
                .access(new AccessPolicy() {
                    @Override
                    public AccessScope visibleTo(TenantId anyTenant, Actor actor) {
                        return AccessScope.none();
                    }

                    @Override
                    public boolean allows(TenantId anyTenant, Actor actor, Action action, Ticket asked) {
                        return action == Action.ADMINISTER;
                    }
                })
                .build()
                .as(tenant, Actor.operator("admin"));

        assertThat(admin.statuses().impactOf("in-lab").tickets()).isEqualTo(1);
        assertThat(admin.statuses().remove("in-lab", "pending").moved()).isEqualTo(1);
        assertThat(now(ticket).status()).isEqualTo(Status.PENDING);
        assertThat(admin.find(ticket.id())).isEmpty();
    }

    @Test
    @Tag("F61")
    void goesOnAfterACrashHalfWay() {
        List<Ticket> tickets =
                IntStream.range(0, 10).mapToObj(i -> inLab("t" + i)).toList();
        assertThatThrownBy(() -> dyingAfter(4).statuses().remove("in-lab", "pending"))
                .isInstanceOf(StorageException.class);
        assertThat(inStatus("pending")).hasSize(4);
        assertThat(isHidden("in-lab")).isTrue();
        assertThat(statuses().impactOf("in-lab").tickets()).isEqualTo(6);

        assertThat(statuses().remove("in-lab", "pending").moved()).isEqualTo(6);
        assertThat(isKept("in-lab")).isFalse();
        assertThat(tickets)
                .allSatisfy(ticket -> assertThat(handle(ticket).history()).hasSize(2));
        assertThat(olga().statistics().verify().holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("F19")
    void whatWasDecidedBeforeTheStatusWentIsDecidedAgain(boolean opening) {
        Ticket ticket = opened("a");
        ActorDesk slow = onCommit(() -> statuses().remove("in-lab"));

        assertRefused("status", () -> {
            if (opening) {
                slow.open(ticket("b").status("in-lab").build());
            } else {
                slow.ticket(ticket).change(change().status("in-lab").build());
            }
        });
        assertThat(isKept("in-lab")).isFalse();
        assertThat(now(ticket)).isEqualTo(ticket);
        assertThat(allTitles()).containsExactly("a");
    }

    private ActorDesk dyingAfter(int commits) {
        AtomicInteger left = new AtomicInteger(commits);
        return onCommit(() -> {
            if (left.getAndDecrement() <= 0) {
                throw new StorageException(TicketErrorCode.STORAGE_UNAVAILABLE, "the power is gone", null);
            }
        });
    }

    /** A desk on which something happens each time before a change is stored. */
    private ActorDesk onCommit(Runnable before) {
        TicketStore tickets =
                mock(TicketStore.class, delegatesTo(store.storage().tickets()));
        doAnswer(call -> {
                    before.run();
                    return store.storage().tickets().commit(call.getArgument(0));
                })
                .when(tickets)
                .commit(any());
        TicketStorage storage = mock(TicketStorage.class, delegatesTo(store.storage()));
        doReturn(tickets).when(storage).tickets();
        return deskBuilder().storage(storage).build().as(tenant, Actor.operator("olga", "Olga"));
    }
}
