package dev.ticketkit.spi.query;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Party;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.text.SearchWord;
import dev.ticketkit.spi.text.Words;
import java.util.Set;
import java.util.SortedSet;
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
    private final Set<SearchWord> words;
    private final Set<SearchWord> excluded;

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
        this.words = SearchWord.parse(query.text());
        this.excluded = SearchWord.parse(query.excludedText());
    }

    @Override
    public boolean test(Ticket ticket) {
        return isInScope(ticket)
                && isAmong(query.statuses(), ticket.status().key())
                && (query.macroStatus() == null
                        || query.macroStatus() == ticket.status().macro())
                && isAmong(query.priorities(), ticket.priority())
                && isAmong(query.contacts(), ticket.contact().id())
                && isAmong(query.origins(), ticket.origin())
                && hasOwner(ticket.owner())
                && hasCategory(ticket.category())
                && ticket.attributes().entrySet().containsAll(query.attributes().entrySet())
                && isInTime(ticket)
                && holdsWords(ticket);
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

    private boolean hasOwner(@Nullable Party owner) {
        boolean anyone = query.owners().isEmpty() && !query.unassigned();
        return anyone || (owner == null ? query.unassigned() : query.owners().contains(owner.id()));
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
        if (words.isEmpty() && excluded.isEmpty()) {
            return true;
        }
        SortedSet<String> own = ticket.erasedAt() != null
                ? Words.of()
                : Words.of(
                        ticket.title(), ticket.description(), ticket.reference().value());
        return words.stream().allMatch(word -> word.isIn(own))
                && excluded.stream().noneMatch(word -> word.isIn(own));
    }
}
