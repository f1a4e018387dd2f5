package dev.ticketkit.core.internal.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.fixture.Sessions;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.core.result.CommandResult;
import dev.ticketkit.core.result.ConflictException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TakenException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.event.EventKind;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class TicketDecisionsTest {
    private static final OpenTicket LAMP = OpenTicket.builder()
            .title("Broken lamp")
            .contact(Contact.of("c-1", "Ada"))
            .build();
    private static final ChangeTicket RENAMING =
            ChangeTicket.builder().title("Lamp").build();

    private final TicketStorage storage = Sessions.storage();
    private final TicketStore store = mock(TicketStore.class);
    private final Ticket current = Tickets.open().version(3).build();
    private final ActorContext olga = Sessions.of(storage, Actor.operator("olga"));

    @BeforeEach
    void theTicketIsThere() {
        when(storage.tickets()).thenReturn(store);
        when(store.find(any(), any())).thenReturn(Optional.of(current));
        when(store.commit(any())).thenAnswer(call -> committed(call.getArgument(0)));
    }

    @Test
    void aLoadedTicketIsNotReadAgain() {
        CommandResult result = commands(current).change(RENAMING);
        assertThat(result.ticket().title()).isEqualTo("Lamp");
        assertThat(result.receipt().version()).isEqualTo(4);
        verify(store, never()).find(any(), any());
    }

    @Test
    void aTicketThatWasChangedMeanwhileIsReadAndDecidedOnAgain() {
        Ticket old = current.toBuilder().version(2).build();
        doReturn(new CommitOutcome.Stale())
                .doAnswer(call -> committed(call.getArgument(0)))
                .when(store)
                .commit(any());

        assertThat(commands(old).change(RENAMING).receipt().version()).isEqualTo(4);
        verify(store, times(1)).find(any(), any());
        verify(store, times(2)).commit(any());
    }

    /** Only the ticket as it is now can say so. */
    @Test
    void nothingToDoIsSaidOfTheTicketAsItIsAlone() {
        Ticket renamedBefore = current.toBuilder().title("Lamp").build();
        CommandResult result = commands(renamedBefore).change(RENAMING);
        assertThat(result.recorded()).isTrue();
        verify(store).find(any(), any());
        assertThat(commands(null)
                        .change(ChangeTicket.builder().title("Broken lamp").build())
                        .recorded())
                .isFalse();
    }

    @Test
    void whatMustNotBeOverwrittenIsAConflict() {
        TicketEvent renamed = TicketEvent.builder()
                .id(new UUID(1, 3))
                .tenant(Tickets.ACME)
                .ticketId(current.id())
                .version(3)
                .kind(EventKind.CHANGED)
                .actor(Actor.operator("otto"))
                .at(Tickets.NINE)
                .changes(List.of(FieldChange.of(TicketField.TITLE, "Lamp?", "Broken lamp")))
                .build();
        when(storage.events()
                        .history(
                                any(),
                                any(),
                                org.mockito.ArgumentMatchers.eq(2L),
                                org.mockito.ArgumentMatchers.anyInt()))
                .thenReturn(List.of(renamed));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> commands(null)
                        .change(ChangeTicket.builder()
                                .title("Lamp")
                                .onVersion(2)
                                .build()))
                .matches(conflict -> conflict.fields().equals(List.of("TITLE")));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> commands(null)
                .change(ChangeTicket.builder().title("Lamp").onVersion(4).build()));
    }

    @Test
    void aDeletedTicketIsNotFound() {
        Ticket deleted = current.toBuilder().deletedAt(Tickets.NINE).build();
        when(store.find(any(), any())).thenReturn(Optional.of(deleted));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> commands(null).change(RENAMING));
    }

    @Test
    void aStoreThatAnswersAChangeWithATakenReferenceIsAtFault() {
        doReturn(new CommitOutcome.ReferenceTaken()).when(store).commit(any());
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> commands(null).change(RENAMING))
                .matches(problem -> problem.code() == TicketErrorCode.STORAGE_FAILED);
    }

    @Test
    void aReferenceGivenByHandThatIsTakenIsSaid() {
        doReturn(new CommitOutcome.ReferenceTaken()).when(store).commit(any());
        when(store.findByReference(any(), any())).thenReturn(Optional.empty());
        assertThatExceptionOfType(TakenException.class).isThrownBy(() -> new TicketOpening(
                        olga, LAMP.toBuilder().reference("MINE").build())
                .run());
        assertThatExceptionOfType(RefusedException.class)
                .as("the form of what is made here")
                .isThrownBy(() -> new TicketOpening(
                                olga, LAMP.toBuilder().reference("T-000009").build())
                        .run());
    }

    @Test
    void aReferenceMadeHereThatIsTakenIsMadeAgainTenTimesAtMost() {
        doReturn(new CommitOutcome.ReferenceTaken()).when(store).commit(any());
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new TicketOpening(olga, LAMP).run())
                .withMessageContaining("10 references that are taken");
        verify(store, times(10)).commit(any());
    }

    @Test
    void anOpeningIsDecidedAgainWhenItsStatusIsHiddenMeanwhile() {
        doReturn(new CommitOutcome.Stale())
                .doAnswer(call -> committed(call.getArgument(0)))
                .when(store)
                .commit(any());
        assertThat(new TicketOpening(olga, LAMP).run().recorded()).isTrue();
        ArgumentCaptor<TicketChange> changes = ArgumentCaptor.forClass(TicketChange.class);
        verify(store, times(2)).commit(changes.capture());
        assertThat(changes.getAllValues()).allMatch(TicketChange::isOpening);
    }

    @Test
    void inABulkChangeTroubleOfTheStoreEndsItAndARefusalDoesNot() {
        TicketId missing = new TicketId(new UUID(0, 1));
        TicketId broken = new TicketId(new UUID(0, 2));
        StorageException down = new StorageException(TicketErrorCode.STORAGE_UNAVAILABLE, "down", null);
        when(store.find(Tickets.ACME, missing)).thenReturn(Optional.empty());
        when(store.find(Tickets.ACME, broken)).thenThrow(down);

        List<BulkResult> results = new BulkChange(olga, RENAMING)
                .run(List.of(missing, current.id(), broken, new TicketId(new UUID(0, 3))));
        assertThat(results.get(0).problem()).isInstanceOf(NotFoundException.class);
        assertThat(results.get(1).problem()).isNull();
        assertThat(results.get(2).problem()).isSameAs(down);
        assertThat(results.get(3).problem()).isSameAs(down);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new BulkChange(olga, RENAMING).run(List.of(missing, missing)));
    }

    /** Executions stay as long as their deliveries wait. */
    @Test
    void whatIsKeptForATimeIsPurgedDeliveriesFirst() {
        new Purging(olga).run();
        var before = olga.parts.clock().instant().minus(Duration.ofDays(7));
        var order = inOrder(storage.deliveries().kept(), storage.executions());
        order.verify(storage.deliveries().kept()).purge(Tickets.ACME, before);
        order.verify(storage.executions()).purge(Tickets.ACME, before);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> new Purging(olga).run(Tickets.NINE.plusSeconds(61)));
    }

    private TicketCommands commands(Ticket loaded) {
        Supplier<Optional<Ticket>> read = () -> storage.tickets().find(Tickets.ACME, current.id());
        return new TicketCommands(olga, current::id, read, loaded);
    }

    private static CommitOutcome committed(TicketChange change) {
        Reference reference = change.referenceRequest() == null
                ? change.after().reference()
                : change.referenceRequest().format(1);
        return new CommitOutcome.Committed(new Receipt(
                change.after().id(),
                reference,
                change.after().version(),
                change.event().id()));
    }
}
