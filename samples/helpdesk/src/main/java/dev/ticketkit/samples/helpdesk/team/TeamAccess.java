package dev.ticketkit.samples.helpdesk.team;

import dev.ticketkit.spi.host.AccessPolicy;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.host.Action;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may read and do what, by role. About contacts and automations the desk's own policy is asked. */
@Component
class TeamAccess implements AccessPolicy {
    private static final Set<Action> ADMINISTRATORS = EnumSet.of(Action.ADMINISTER, Action.ERASE, Action.IMPORT);
    private static final Set<Action> READERS_OF_ALL = EnumSet.of(Action.FIRE, Action.READ_CHANGES);

    private final Team team;
    private final AccessPolicy others = AccessPolicy.defaults();

    TeamAccess(Team team) {
        this.team = team;
    }

    @Override
    public AccessScope visibleTo(TenantId tenant, Actor actor) {
        if (actor.kind() != ActorKind.OPERATOR) {
            return others.visibleTo(tenant, actor);
        }
        return role(actor).map(role -> visible(role, actor)).orElse(AccessScope.none());
    }

    private static AccessScope visible(Role role, Actor actor) {
        return role.readsAll() ? AccessScope.all() : AccessScope.owners(Set.of(actor.id()));
    }

    @Override
    public boolean allows(TenantId tenant, Actor actor, Action action, @Nullable Ticket ticket) {
        if (actor.kind() != ActorKind.OPERATOR) {
            return others.allows(tenant, actor, action, ticket);
        }
        return role(actor).map(role -> allows(role, action)).orElse(false);
    }

    private static boolean allows(Role role, Action action) {
        if (ADMINISTRATORS.contains(action)) {
            return role == Role.ADMINISTRATOR;
        }
        return role.readsAll() || !READERS_OF_ALL.contains(action);
    }

    /** An operator who has left may do nothing. */
    private Optional<Role> role(Actor actor) {
        return team.find(actor.id()).map(Account::role).filter(Role::isOperator);
    }
}
