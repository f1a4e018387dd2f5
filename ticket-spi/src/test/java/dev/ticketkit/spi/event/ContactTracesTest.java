package dev.ticketkit.spi.event;

import static dev.ticketkit.spi.fixture.Tickets.ADA;
import static dev.ticketkit.spi.fixture.Tickets.OLGA;
import static dev.ticketkit.spi.fixture.Tickets.event;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ticket was Ada's and is Bob's; Ada is erased. */
class ContactTracesTest {
    private static final FieldChange HANDED_OVER = FieldChange.of(TicketField.CONTACT_ID, "c-1", "c-2");

    private final Ticket ticket =
            open().contact(Contact.of("c-2", "Bob")).description("It hums").build();

    @Test
    void whatWasDoneByOrForTheContactIsFound() {
        ContactTraces traces = traces(
                event(EventKind.OPENED, 1, OLGA).build(),
                event(EventKind.CHANGED, 2, OLGA, HANDED_OVER).build(),
                event(EventKind.CHANGED, 3, OLGA, FieldChange.of(TicketField.TITLE, "Broken lamp", "Lamp"))
                        .build());

        assertThat(traces.ownEvents())
                .extracting(id -> id.getLeastSignificantBits())
                .containsExactly(1L, 2L);
        assertThat(traces.traces().get(1).event().changes())
                .containsExactly(FieldChange.of(TicketField.CONTACT_ID, null, "c-2"));
    }

    @Test
    void textsTheContactWroteGoAndThoseOfOthersStay() {
        ContactTraces traces = traces(
                event(EventKind.OPENED, 1, ADA).build(),
                event(EventKind.CHANGED, 2, OLGA, FieldChange.of(TicketField.TITLE, "I am Ada", "Broken lamp"))
                        .build(),
                event(EventKind.CHANGED, 3, OLGA, HANDED_OVER).build());

        Ticket left = traces.without(ticket, "(erased)");
        assertThat(left.title()).isEqualTo("Broken lamp");
        assertThat(left.description()).isNull();
        assertThat(traces.traces().get(1).event().changes())
                .containsExactly(FieldChange.of(TicketField.TITLE, null, "Broken lamp"));
    }

    @Test
    void theContactsNameAndNotesGoFromItsOwnEvents() {
        ContactTraces traces = traces(
                event(EventKind.OPENED, 1, OLGA).build(),
                event(EventKind.CHANGED, 2, OLGA, HANDED_OVER).build(),
                event(EventKind.NOTED, 3, ADA)
                        .note(new Note(NoteVisibility.PUBLIC, "it is mine"))
                        .cause(new Cause(null, "portal of Ada", 1))
                        .build());

        TicketEvent noted = traces.traces().get(2).event();
        assertThat(noted.actor().id()).isEqualTo("nobody");
        assertThat(noted.note()).isEqualTo(new Note(NoteVisibility.PUBLIC, ""));
        assertThat(noted.cause()).isEqualTo(new Cause(null, Cause.ERASED, 1));
    }

    private ContactTraces traces(TicketEvent... history) {
        return ContactTraces.of("c-1", ticket, List.of(history), "nobody");
    }
}
