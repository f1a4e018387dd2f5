package dev.ticketkit.jdbc.internal.search;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A ticket's words as a column, in their order, with blanks around, so that a blank shows where a word begins and ends. Signs part the fields: {@code |}
 * stands behind the title, {@code =} behind the description, {@code #} before the reference, which is last, as its number may come later. Behind
 * the contact's words the words with accents stand once more as they are written, each behind a {@code ~}: their stems are others.
 *
 * <p>See docs/decisions/0029-search.md.
 */
public final class SearchText {
    /** What no word begins with. */
    static final String SIGNS = "|=~#";

    private SearchText() {}

    /** Whether something between blanks is a word. */
    static boolean isWord(String part) {
        return !part.isEmpty() && SIGNS.indexOf(part.charAt(0)) < 0;
    }

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
                                        before.description(), change.after().description())
                                && before.contact().equals(change.after().contact())));
    }

    private static List<String> sample(ReferenceRequest request) {
        return Words.inOrder(request.prefix() + "0");
    }

    private static String joined(Ticket ticket, String reference) {
        String description = Objects.requireNonNullElse(ticket.description(), "");
        List<String> parts = new ArrayList<>(Words.inOrder(ticket.title()));
        parts.add("|");
        parts.addAll(Words.inOrder(description));
        parts.add("=");
        parts.addAll(Words.inOrder(
                ticket.contact().name(),
                ticket.contact().email(),
                ticket.contact().phone()));
        Set<String> accented = new LinkedHashSet<>(Words.accented(ticket.title()));
        accented.addAll(Words.accented(description));
        accented.forEach(word -> parts.add("~" + word));
        parts.add("#");
        parts.addAll(Words.inOrder(reference));
        return " " + String.join(" ", parts) + " ";
    }
}
