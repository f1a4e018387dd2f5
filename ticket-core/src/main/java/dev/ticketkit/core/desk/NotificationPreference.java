package dev.ticketkit.core.desk;

import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.spi.storage.delivery.NotificationStore;

/**
 * One operator's own ticket mail: on until he switches it off. It is asked when a notice is sent. Nobody can have anybody else's, for it
 * is made from the actor.
 */
public class NotificationPreference {
    private final ActorContext session;

    NotificationPreference(ActorContext session) {
        this.session = session;
    }

    /** Whether he is told of tickets. */
    public boolean isOn() {
        return !switches().optedOut(session.tenant).contains(session.actor.id());
    }

    /** He is told of nothing from now on. Twice is once. */
    public void switchOff() {
        switches().setOptedOut(session.tenant, session.actor.id(), true);
    }

    /** He is told again from now on; what was not told meanwhile is not told later. */
    public void switchOn() {
        switches().setOptedOut(session.tenant, session.actor.id(), false);
    }

    private NotificationStore switches() {
        return session.storage().notifications();
    }
}
