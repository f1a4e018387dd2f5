package dev.ticketkit.spi.query;

import static dev.ticketkit.spi.fixture.Tickets.NINE;
import static dev.ticketkit.spi.fixture.Tickets.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Ticket;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContactTicketsTest {
    private static final Contact BOB = Contact.of("c-2", "Bob");

    @Test
    void aContactIsShownAsItsLastChangedTicketHasIt() {
        Ticket old = open(1).updatedAt(NINE.plusSeconds(1)).build();
        Ticket renamed = open(2).contact(Contact.of("c-1", "Ada Lovelace"))
                .updatedAt(NINE.plusSeconds(9))
                .build();
        assertThat(ContactTickets.of(Stream.of(renamed, old)))
                .containsExactly(new ContactTickets(Contact.of("c-1", "Ada Lovelace"), Priority.MEDIUM, NINE, 2));
    }

    @Test
    void whoHasTheMostUrgentTicketComesFirst() {
        List<ContactTickets> contacts = ContactTickets.of(Stream.of(
                open(1).openedAt(NINE.plusSeconds(99)).build(),
                open(2).contact(BOB).priority(Priority.URGENT).build()));
        assertThat(contacts).extracting(each -> each.contact().id()).containsExactly("c-2", "c-1");
    }

    @Test
    void ofTwoAlikeTheOneWithTheNewestTicketComesFirstThenById() {
        List<ContactTickets> newest = ContactTickets.of(Stream.of(
                open(1).build(),
                open(2).contact(BOB).openedAt(NINE.plusSeconds(1)).build()));
        List<ContactTickets> alike =
                ContactTickets.of(Stream.of(open(1).contact(BOB).build(), open(2).build()));
        assertThat(newest).extracting(each -> each.contact().id()).containsExactly("c-2", "c-1");
        assertThat(alike).extracting(each -> each.contact().id()).containsExactly("c-1", "c-2");
    }
}
