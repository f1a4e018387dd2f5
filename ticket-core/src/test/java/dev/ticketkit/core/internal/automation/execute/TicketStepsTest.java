package dev.ticketkit.core.internal.automation.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ticketkit.core.Tickets;
import dev.ticketkit.core.automation.Automation;
import dev.ticketkit.core.automation.Starter;
import dev.ticketkit.core.automation.Step;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.internal.automation.decide.Occurrence;
import dev.ticketkit.core.template.FieldValues;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.RetryableException;
import dev.ticketkit.spi.event.Cause;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.TicketStore;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class TicketStepsTest {
    private static final Contact ADA = Contact.of("c-1", "Ada");
    private static final Occurrence ORDERED =
            Occurrence.fired(Tickets.ACME, new UUID(5, 5), "order", ADA, FieldValues.none(), null);
    private static final Automation AUTOMATION = Automation.builder("a", "A")
            .when(Starter.fired("order"))
            .steps(Step.openTicket("Lamp"))
            .build();

    private final StepCommands commands = mock(StepCommands.class);
    private final TicketStore tickets = mock(TicketStore.class);
    private final TicketSteps steps = new TicketSteps(commands, tickets, ADA);
    private final StepKey key = StepKey.of(ORDERED, AUTOMATION, 0);

    @Test
    void aStepsKeyIsTheSameEachTimeAndAnotherForEachStep() {
        assertThat(StepKey.of(ORDERED, AUTOMATION, 0)).isEqualTo(key);
        assertThat(StepKey.of(ORDERED, AUTOMATION, 0).id()).isEqualTo(key.id());
        assertThat(StepKey.of(ORDERED, AUTOMATION, 1).id()).isNotEqualTo(key.id());
        assertThat(key.actor()).isEqualTo(Actor.automation("a", "A"));
        assertThat(key.cause()).isEqualTo(new Cause(ORDERED.id(), "a", 1));
    }

    @Test
    void aTicketIsOpenedWithWhatTheFieldsSay() {
        StepTexts texts = new StepTexts(FieldValues.ofTexts(Map.of("PRODUCT", "Lamp", "HOW", " high ")));
        steps.open(key, Step.openTicket("%%PRODUCT%%").priority("%%HOW%%").description("  "), texts);

        ArgumentCaptor<OpenTicket> command = ArgumentCaptor.forClass(OpenTicket.class);
        verify(commands).open(any(), command.capture());
        assertThat(command.getValue().title()).isEqualTo("Lamp");
        assertThat(command.getValue().priority()).isEqualTo(Priority.HIGH);
        assertThat(command.getValue().description()).isNull();
        assertThat(command.getValue().contact()).isEqualTo(ADA);
    }

    @Test
    void aPriorityThatIsNoneFailsTheStepAndSaysWhatItWas() {
        StepTexts texts = new StepTexts(FieldValues.ofTexts(Map.of("HOW", "very")));
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> steps.open(key, Step.openTicket("Lamp").priority("%%HOW%%"), texts))
                .withMessageContaining("priority")
                .withMessageContaining("the value was \"very\"");
    }

    @Test
    void anotherContactsTicketIsNotChanged() {
        Ticket bobs = Tickets.open().contact(Contact.of("c-2", "Bob")).build();
        when(tickets.findByReference(Tickets.ACME, new Reference("T-000001"))).thenReturn(Optional.of(bobs));
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> steps.update(
                        key, Step.updateTicket("T-000001").status("closed"), new StepTexts(FieldValues.none())))
                .withMessageContaining("the contact has none with this reference");
    }

    /** What the store cannot do now is tried again; what the desk refuses is not. */
    @Test
    void aRefusalFailsTheStepAndTroubleOfTheStoreDoesNot() {
        Step.OpenStep open = Step.openTicket("Lamp");
        when(commands.open(any(), any())).thenThrow(new RefusedException("category", "is hidden"));
        assertThatExceptionOfType(StepFailure.class)
                .isThrownBy(() -> steps.open(key, open, new StepTexts(FieldValues.none())));

        RetryableException busy = new RetryableException("busy", null);
        org.mockito.Mockito.doThrow(busy).when(commands).open(any(), any());
        assertThatExceptionOfType(RetryableException.class)
                .isThrownBy(() -> steps.open(key, open, new StepTexts(FieldValues.none())))
                .isSameAs(busy);
    }

    @Test
    void aLongValueIsSaidShortened() {
        RefusedException refused = new RefusedException("title", "is too long");
        assertThat(StepFailure.of(refused, Map.of("title", "x".repeat(500))))
                .hasMessageEndingWith("x".repeat(100) + "…\")");
        assertThat(StepFailure.of(refused, Map.of())).hasMessage("title: is too long");
    }
}
