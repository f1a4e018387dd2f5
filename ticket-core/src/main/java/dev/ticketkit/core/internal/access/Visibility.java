package dev.ticketkit.core.internal.access;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CategoryStore;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether tickets are inside scopes, whatever spelling of a category a scope names. */
public final class Visibility {
    private final TenantId tenant;
    private final CategoryStore categories;

    public Visibility(TenantId tenant, CategoryStore categories) {
        this.tenant = tenant;
        this.categories = categories;
    }

    /** Whether a scope shows a ticket; one of another tenant never. */
    public boolean isInside(AccessScope scope, Ticket ticket) {
        return ticket.tenant().equals(tenant) && (scope.covers(ticket) || isInNamedCategory(scope, ticket.category()));
    }

    /** The same for many tickets: what a scope names is looked up once, here. */
    public Predicate<Ticket> inside(AccessScope scope) {
        Set<UUID> named = scope.categories().stream()
                .map(name -> categories.find(tenant, Category.idOf(tenant, name)))
                .flatMap(Optional::stream)
                .map(entry -> entry.category().id())
                .collect(Collectors.toSet());
        return ticket -> ticket.tenant().equals(tenant)
                && (scope.covers(ticket)
                        || (ticket.category() != null
                                && named.contains(ticket.category().id())));
    }

    /** The policy may name a category by a spelling from before a rename or a merge; the store knows what that means now. */
    private boolean isInNamedCategory(AccessScope scope, @Nullable Category category) {
        return category != null
                && scope.categories().stream()
                        .map(name -> categories.find(tenant, Category.idOf(tenant, name)))
                        .flatMap(Optional::stream)
                        .anyMatch(entry -> entry.category().id().equals(category.id()));
    }
}
