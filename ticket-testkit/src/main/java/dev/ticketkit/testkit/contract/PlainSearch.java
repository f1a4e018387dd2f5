package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.text.FoldedText;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list must hold, found by looking at every ticket. Knows nothing of renamed or merged categories. */
final class PlainSearch {
    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";
    private static final Pattern WORD = Pattern.compile("[" + UNSPACED + "][" + UNSPACED + "\\u30FC\\p{M}]*\\*?"
            + "|[[\\p{L}\\p{Nd}]&&[^" + UNSPACED + "]][[\\p{L}\\p{Nd}\\p{M}]&&[^" + UNSPACED + "]]*\\*?");
    private static final Pattern NEIGHBOURS = Pattern.compile("\\P{M}\\p{M}*(?=(\\P{M}\\p{M}*))");

    private PlainSearch() {}

    static List<Ticket> list(Collection<Ticket> tickets, TicketQuery query, AccessScope scope) {
        Comparator<SortPosition> order = SortPosition.order(query.sort(), query.direction());
        return tickets.stream()
                .filter(ticket -> ticket.deletedAt() == null)
                .filter(scope::covers)
                .filter(ticket -> isFound(ticket, query))
                .sorted((one, other) ->
                        order.compare(query.sort().positionOf(one), query.sort().positionOf(other)))
                .toList();
    }

    private static boolean isFound(Ticket ticket, TicketQuery query) {
        return hasChoices(ticket, query)
                && hasOwner(ticket, query)
                && hasCategory(ticket, query)
                && query.attributes().entrySet().stream().allMatch(wanted -> wanted.getValue()
                        .equals(ticket.attributes().get(wanted.getKey())))
                && query.opened().contains(ticket.openedAt())
                && query.updated().contains(ticket.updatedAt())
                && query.closed().contains(ticket.closedAt())
                && holdsWords(ticket, query);
    }

    private static boolean hasChoices(Ticket ticket, TicketQuery query) {
        return isAny(query.statuses(), ticket.status().key())
                && (query.macroStatus() == null || ticket.status().macro() == query.macroStatus())
                && isAny(query.priorities(), ticket.priority())
                && isAny(query.contacts(), ticket.contact().id())
                && isAny(query.origins(), ticket.origin());
    }

    private static <T> boolean isAny(Set<T> values, T value) {
        return values.isEmpty() || values.contains(value);
    }

    private static boolean hasOwner(Ticket ticket, TicketQuery query) {
        if (query.owners().isEmpty() && !query.unassigned()) {
            return true;
        }
        return ticket.owner() == null
                ? query.unassigned()
                : query.owners().contains(ticket.owner().id());
    }

    private static boolean hasCategory(Ticket ticket, TicketQuery query) {
        return (query.categories().isEmpty() && !query.uncategorised())
                || (ticket.category() == null ? query.uncategorised() : isIn(ticket, query.categories()));
    }

    static boolean isIn(Ticket ticket, Set<String> categories) {
        return ticket.category() != null
                && categories.stream().anyMatch(name -> Category.idOf(ticket.tenant(), name)
                        .equals(ticket.category().id()));
    }

    private static boolean holdsWords(Ticket ticket, TicketQuery query) {
        Set<String> words = new HashSet<>();
        for (String text : new String[] {
            ticket.title(), ticket.description(), ticket.reference().value()
        }) {
            words.addAll(wordsOf(text));
        }
        return wordsOf(query.text()).stream().allMatch(word -> isAmong(word, words))
                && wordsOf(query.excludedText()).stream().noneMatch(word -> isAmong(word, words));
    }

    private static boolean isAmong(String word, Set<String> words) {
        String plain = word.replace("*", "");
        boolean starred = plain.length() < word.length() && plain.codePointCount(0, plain.length()) > 1;
        return starred ? words.stream().anyMatch(each -> each.startsWith(plain)) : words.contains(plain);
    }

    /** Made by regular expressions, unlike the library's own. */
    private static List<String> wordsOf(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String withoutSigns = text.replaceAll("[\\u00AA\\u00BA]|[\\p{So}&&[^\\p{ASCII}]]", " ");
        String plain = Normalizer.normalize(FoldedText.of(withoutSigns).value(), Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036F\\u064B-\\u065F\\p{Cf}]", "")
                .replace('\u0142', 'l');
        return WORD.matcher(plain)
                .results()
                .map(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFC))
                .flatMap(PlainSearch::neighbours)
                .toList();
    }

    /** Of a script without blanks, two characters each. */
    private static Stream<String> neighbours(String word) {
        List<String> pairs = NEIGHBOURS
                .matcher(word.matches("[" + UNSPACED + "].*") ? word.replace("*", "") : "")
                .results()
                .map(pair -> pair.group() + pair.group(1))
                .toList();
        return pairs.isEmpty() ? Stream.of(word) : pairs.stream();
    }
}
