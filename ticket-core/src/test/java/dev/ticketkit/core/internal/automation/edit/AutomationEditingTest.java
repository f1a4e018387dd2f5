package dev.ticketkit.core.internal.automation.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.AutomationJson;
import dev.ticketkit.core.automation.Condition;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.fixture.Sessions;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.AutomationDocument;
import dev.ticketkit.spi.storage.automation.AutomationSet;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutomationEditingTest {
    private static final Automation GREETING = Automation.builder("greeting", "Greeting")
            .when(Starter.ticketCreated())
            .steps(Step.sendMessage("Hello"))
            .build();
    private static final AutomationDocument STORED = new AutomationDocument("greeting", AutomationJson.write(GREETING));

    private final TicketStorage storage = Sessions.storage();
    private final AutomationStore store = mock(AutomationStore.class);
    private final AutomationEditing editing = editing(Actor.operator("olga"), 10);

    @BeforeEach
    void nothingIsStored() {
        when(storage.automations()).thenReturn(store);
        when(store.automations(Tickets.ACME)).thenReturn(new AutomationSet(3, List.of()));
        when(store.change(any(), anyLong(), any(), any())).thenReturn(true);
    }

    @Test
    void savesOnTheRevisionItDecidedOn() {
        editing.save(GREETING, false);
        verify(store).change(Tickets.ACME, 3, List.of(STORED), Set.of());
    }

    @Test
    void decidesAgainOnWhatAnotherSavedMeanwhile() {
        when(store.automations(Tickets.ACME))
                .thenReturn(new AutomationSet(3, List.of()), new AutomationSet(4, List.of()));
        when(store.change(any(), org.mockito.ArgumentMatchers.eq(3L), any(), any()))
                .thenReturn(false);
        editing.save(GREETING, false);
        verify(store).change(Tickets.ACME, 4, List.of(STORED), Set.of());
    }

    @Test
    void oneTooManyIsRefusedButAStoredOneIsSavedAnew() {
        when(store.automations(Tickets.ACME)).thenReturn(new AutomationSet(3, List.of(STORED)));
        AutomationEditing full = editing(Actor.operator("olga"), 1);
        Automation another = Automation.builder("b", "B")
                .when(Starter.ticketCreated())
                .steps(Step.sendMessage("Hi"))
                .build();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> full.save(another, true))
                .withMessageContaining("one too many");
        full.save(GREETING, true);
        verify(store, times(1)).change(any(), anyLong(), any(), any());
    }

    @Test
    void whatMayStartItselfIsSavedOnlyWhenItIsConfirmed() {
        Automation loop = Automation.builder("loop", "Loop")
                .when(Starter.ticketCreated())
                .onlyIf(Condition.contactHasOpenTicket())
                .steps(Step.openTicket("Again"))
                .build();
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> editing.save(loop, false))
                .withMessageContaining("has to be confirmed");
        verify(store, never()).change(any(), anyLong(), any(), any());
        assertThat(editing.save(loop, true)).isNotEmpty();
    }

    /** What it starts cannot be known. */
    @Test
    void besideOneThatCannotBeReadNothingIsEnabled() {
        when(store.automations(Tickets.ACME))
                .thenReturn(new AutomationSet(3, List.of(new AutomationDocument("newer", "{\"what\":1}"))));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> editing.save(GREETING, true))
                .withMessageContaining("newer");
        editing.save(GREETING.toBuilder().enabled(false).build(), true);
        verify(store).change(any(), anyLong(), any(), any());
    }

    @Test
    void removesOnlyWhatIsThere() {
        when(store.automations(Tickets.ACME)).thenReturn(new AutomationSet(3, List.of(STORED)));
        editing.remove("greeting");
        verify(store).change(Tickets.ACME, 3, List.of(), Set.of("greeting"));
        editing.remove("another");
        verify(store, times(1)).change(any(), anyLong(), any(), any());
    }

    @Test
    void aContactAdministersNothing() {
        AutomationEditing adas = editing(Actor.contact("c-1", "Ada"), 10);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(adas::stored);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> adas.save(GREETING, true));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> adas.remove("greeting"));
    }

    private AutomationEditing editing(Actor actor, int most) {
        return new AutomationEditing(Sessions.of(storage, actor), most);
    }
}
