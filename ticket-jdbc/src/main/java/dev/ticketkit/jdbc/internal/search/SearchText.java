package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.text.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A ticket's words as a column: each once, with blanks around, so that a blank tells where a word begins and ends. */
public final class SearchText {
    private SearchText() {}

    /** The column; empty for an erased ticket. */
    public static String of(Ticket ticket, Reference reference) {
        return ticket.erasedAt() != null ? "" : joined(ticket, reference.value());
    }

    /** The column as far as it is known before there is a number; {@link #numberWord}, the digits and a blank go behind it. */
    public static String beforeNumber(Ticket ticket, ReferenceRequest request) {
        List<String> sample = sample(request);
        String complete = String.join(" ", sample.subList(0, sample.size() - 1));
        return joined(ticket, complete);
    }

    /** What stands before the digits in the same word. */
    static String numberWord(ReferenceRequest request) {
        List<String> sample = sample(request);
        String last = sample.get(sample.size() - 1);
        return last.substring(0, last.length() - 1);
    }

    /** Whether a change gives the ticket other words, which are to be indexed. An erasure takes them away. */
    public static boolean isChangedBy(TicketChange change) {
        Ticket before = change.before();
        return before == null
                || (!change.isErasure()
                        && !(before.title().equals(change.after().title())
                                && Objects.equals(
                                        before.description(), change.after().description())));
    }

    private static List<String> sample(ReferenceRequest request) {
        return Words.inOrder(request.prefix() + "0");
    }

    private static String joined(Ticket ticket, String reference) {
        Set<String> words = new LinkedHashSet<>(Words.inOrder(ticket.title()));
        if (ticket.description() != null) {
            words.addAll(Words.inOrder(ticket.description()));
        }
        words.addAll(Words.inOrder(reference));
        return words.isEmpty() ? " " : " " + String.join(" ", words) + " ";
    }
}
