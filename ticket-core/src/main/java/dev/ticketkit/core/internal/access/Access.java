package dev.ticketkit.core.internal.access;

import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.spi.error.ForbiddenException;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.storage.CategoryStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The access policy asked for one actor of one tenant. */
public final class Access {
    private final TenantId tenant;
    private final Actor actor;
    private final AccessPolicy policy;
    private final Visibility visibility;

    public Access(TenantId tenant, Actor actor, AccessPolicy policy, CategoryStore categories) {
        this.tenant = tenant;
        this.actor = actor;
        this.policy = policy;
        this.visibility = new Visibility(tenant, categories);
    }

    public Visibility visibility() {
        return visibility;
    }

    public AccessScope scope() {
        return Required.answer(policy.visibleTo(tenant, actor), "AccessPolicy.visibleTo");
    }

    /** The ticket, if it is the tenant's and the actor may read it. */
    public Ticket requireVisible(Optional<Ticket> ticket) {
        return ticket.filter(this::isVisible).orElseThrow(() -> new NotFoundException("ticket"));
    }

    public boolean isVisible(Ticket ticket) {
        return visibility.isInside(scope(), ticket);
    }

    boolean mayAddCategory() {
        return policy.mayAddCategory(tenant, actor);
    }

    public void require(Action action, @Nullable Ticket ticket) {
        if (!policy.allows(tenant, actor, action, ticket)) {
            throw new ForbiddenException(action.name());
        }
    }
}
