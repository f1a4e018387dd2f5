package dev.ticketkit.core.desk;

import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CategoryStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access policy asked for one actor of one tenant. */
final class Access {
    private final TenantId tenant;
    private final Actor actor;
    private final AccessPolicy policy;
    private final CategoryStore categories;

    Access(TenantId tenant, Actor actor, AccessPolicy policy, CategoryStore categories) {
        this.tenant = tenant;
        this.actor = actor;
        this.policy = policy;
        this.categories = categories;
    }

    AccessScope scope() {
        return policy.visibleTo(tenant, actor);
    }

    /** The ticket, if it is the tenant's and the actor may read it. */
    Ticket requireVisible(Optional<Ticket> ticket) {
        return ticket.filter(this::isVisible).orElseThrow(() -> new NotFoundException("ticket"));
    }

    boolean isVisible(Ticket ticket) {
        AccessScope scope = scope();
        return ticket.tenant().equals(tenant) && (scope.covers(ticket) || isInNamedCategory(scope, ticket.category()));
    }

    void require(Action action, @Nullable Ticket ticket) {
        if (!policy.allows(tenant, actor, action, ticket)) {
            throw new ForbiddenException(action.name());
        }
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
