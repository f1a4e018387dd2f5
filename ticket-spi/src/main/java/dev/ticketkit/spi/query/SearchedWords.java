package dev.ticketkit.spi.query;

import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.text.Words;
import java.util.List;

/** The words of a ticket by which it is found, field by field: a phrase lies in one. Not for an erased ticket, which has none. */
final class SearchedWords {
    private SearchedWords() {}

    static List<List<String>> of(Ticket ticket) {
        return List.of(ofTitle(ticket), Words.inOrder(ticket.description()), ofContact(ticket), ofReference(ticket));
    }

    static List<String> ofTitle(Ticket ticket) {
        return Words.inOrder(ticket.title());
    }

    static List<String> ofContact(Ticket ticket) {
        return Words.inOrder(
                ticket.contact().name(),
                ticket.contact().email(),
                ticket.contact().phone());
    }

    static List<String> ofReference(Ticket ticket) {
        return Words.inOrder(ticket.reference().value());
    }
}
