package dev.ticketkit.spi.query;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.text.SearchPhrase;
import dev.ticketkit.spi.text.Words;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a ticket satisfies every filter of a query and is inside a scope: what a list holds, for a store that looks at each ticket. Deleted tickets are
 * not its matter. Immutable.
 */
public final class TicketFilter implements Predicate<Ticket> {
    private final TicketQuery query;
    private final AccessScope scope;
    private final Set<UUID> categories;
    private final Set<UUID> scopeCategories;
    private final List<List<SearchPhrase>> terms;
    private final List<SearchPhrase> excluded;
    private final List<SearchPhrase> titles;
    private final List<SearchPhrase> references;
    private final List<SearchPhrase> contactNames;
    private final List<SearchPhrase> ownerNames;
    private final List<TicketFilter> leftOut;

    /**
     * A filter.
     *
     * @param categories the ids of the categories that names mean now, after renames and merges
     */
    public TicketFilter(TicketQuery query, AccessScope scope, Function<Set<String>, Set<UUID>> categories) {
        this.query = query;
        this.scope = scope;
        this.categories = categories.apply(query.categories());
        this.scopeCategories = categories.apply(scope.categories());
        this.terms = SearchPhrase.terms(query.text());
        this.excluded = SearchPhrase.excluded(query.excludedText());
        this.titles = phrases(query.titles());
        this.references = phrases(query.references());
        this.contactNames = phrases(query.contactNames());
        this.ownerNames = phrases(query.ownerNames());
        this.leftOut = query.excluded().stream()
                .map(each -> new TicketFilter(each, AccessScope.all(), categories))
                .toList();
    }

    @Override
    public boolean test(Ticket ticket) {
        return isInScope(ticket)
                && isAmong(query.statuses(), ticket.status().key())
                && (query.macroStatus() == null
                        || query.macroStatus() == ticket.status().macro())
                && isAmong(query.priorities(), ticket.priority())
                && hasContact(ticket)
                && isAmong(query.origins(), ticket.origin())
                && hasOwner(ticket.owner())
                && hasCategory(ticket.category())
                && ticket.attributes().entrySet().containsAll(query.attributes().entrySet())
                && isInTime(ticket)
                && holdsWords(ticket)
                && leftOut.stream().noneMatch(each -> each.test(ticket));
    }

    private boolean isInScope(Ticket ticket) {
        return scope.isAll()
                || (ticket.owner() == null
                        ? scope.includesUnassigned()
                        : scope.owners().contains(ticket.owner().id()))
                || scope.contacts().contains(ticket.contact().id())
                || (ticket.category() != null
                        && scopeCategories.contains(ticket.category().id()));
    }

    private static <T> boolean isAmong(Set<T> alternatives, T value) {
        return alternatives.isEmpty() || alternatives.contains(value);
    }

    private static List<SearchPhrase> phrases(Set<String> texts) {
        return texts.stream().flatMap(text -> SearchPhrase.whole(text).stream()).toList();
    }

    private boolean hasContact(Ticket ticket) {
        boolean anyone = query.contacts().isEmpty() && query.contactNames().isEmpty();
        return anyone
                || query.contacts().contains(ticket.contact().id())
                || (ticket.erasedAt() == null && isAny(contactNames, SearchedWords.ofContact(ticket)));
    }

    private static boolean isAny(List<SearchPhrase> phrases, List<String> words) {
        return phrases.stream().anyMatch(phrase -> phrase.isIn(words));
    }

    private boolean hasOwner(@Nullable Party owner) {
        boolean anyone = query.owners().isEmpty() && query.ownerNames().isEmpty() && !query.unassigned();
        return anyone || (owner == null ? query.unassigned() : query.owners().contains(owner.id()) || isNamed(owner));
    }

    private boolean isNamed(Party owner) {
        return !ownerNames.isEmpty() && isAny(ownerNames, Words.inOrder(owner.label()));
    }

    private boolean hasCategory(@Nullable Category category) {
        boolean any = query.categories().isEmpty() && !query.uncategorised();
        return any || (category == null ? query.uncategorised() : categories.contains(category.id()));
    }

    private boolean isInTime(Ticket ticket) {
        return query.opened().contains(ticket.openedAt())
                && query.updated().contains(ticket.updatedAt())
                && query.closed().contains(ticket.closedAt());
    }

    private boolean holdsWords(Ticket ticket) {
        boolean asked = !(terms.isEmpty()
                && excluded.isEmpty()
                && query.titles().isEmpty()
                && query.references().isEmpty());
        if (!asked) {
            return true;
        }
        boolean erased = ticket.erasedAt() != null;
        List<List<String>> fields = erased ? List.of() : SearchedWords.of(ticket);
        return terms.stream().allMatch(either -> either.stream().anyMatch(phrase -> isIn(phrase, fields)))
                && excluded.stream().noneMatch(phrase -> isIn(phrase, fields))
                && (query.titles().isEmpty() || (!erased && isAny(titles, SearchedWords.ofTitle(ticket))))
                && (query.references().isEmpty() || (!erased && isAny(references, SearchedWords.ofReference(ticket))));
    }

    private static boolean isIn(SearchPhrase phrase, List<List<String>> fields) {
        return fields.stream().anyMatch(phrase::isIn);
    }
}
