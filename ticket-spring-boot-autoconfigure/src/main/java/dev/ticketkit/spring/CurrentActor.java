package dev.ticketkit.spring;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDesk;

/**
 * Says who acts, for which tenant. With a bean of this type, an {@link ActorDesk} can be injected wherever it is needed: at each call it asks
 * anew, on the thread of the call, so it serves all requests and needs no scope. For example
 * {@code desk -> desk.as(tenantOfRequest(), Actor.operator(userId(), userName()))}.
 */
@FunctionalInterface
public interface CurrentActor {
    /**
     * The desk as the actor of this moment uses it. Fast; what it throws, for instance where nobody has logged in, reaches the caller.
     *
     * @param desk the desk of the application
     */
    ActorDesk of(TicketDesk desk);
}
