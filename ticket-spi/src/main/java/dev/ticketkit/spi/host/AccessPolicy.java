package dev.ticketkit.spi.host;

import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what; implemented by the host. Called on the caller's thread inside each command and query, often: answer from memory.
 * Must be thread-safe. What it throws reaches the caller, and nothing is stored. Actors are contacts, automations and the host too, not
 * only operators: a policy decides by {@link Actor#kind()} first.
 */
public interface AccessPolicy {
    /**
     * Which tickets an actor may read. What is outside does not exist for that actor: not found, not listed, not counted, not in a
     * statistic, and nothing may be done to it.
     */
    AccessScope visibleTo(TenantId tenant, Actor actor);

    /**
     * Whether an actor may do something. Asked only about tickets the actor may read, and again when a command is decided anew because
     * the ticket changed meanwhile.
     *
     * @param ticket the ticket as it is (as it would be, for {@link Action#OPEN}); null for actions that are not about one ticket
     */
    boolean allows(TenantId tenant, Actor actor, Action action, @Nullable Ticket ticket);

    /**
     * Whether a contact may make a category by naming one that the tenant does not have. Asked of contacts only, when it happens: operators,
     * automations and the host may, wherever they may open or change a ticket.
     *
     * @return no, unless the host says otherwise
     */
    default boolean mayAddCategory(TenantId tenant, Actor actor) {
        return false;
    }

    /**
     * The policy of a host that gives none, and what a policy about operators delegates to for other actors: operators, automations and
     * the host do everything within their tenant; contacts see their own tickets, open them in categories that exist and add public
     * notes.
     *
     * <p>Whatever a policy allows a contact, it never sees internal notes, owners, attributes, external ids and reasons.
     */
    static AccessPolicy defaults() {
        return new DefaultAccess();
    }
}
