package dev.ticketkit.core.desk;

import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.spi.storage.delivery.NotificationStore;

/**
 * One operator's own notifications: on until the operator turns them off. Asked when a notification is sent. Always the actor's own.
 */
public class NotificationPreference {
    private final ActorContext session;

    NotificationPreference(ActorContext session) {
        this.session = session;
    }

    /** Whether the operator is notified of tickets. */
    public boolean isOn() {
        return !switches().optedOut(session.tenant).contains(session.actor.id());
    }

    /** Turns notifications off. Idempotent. */
    public void switchOff() {
        switches().setOptedOut(session.tenant, session.actor.id(), true);
    }

    /** Turns notifications on again. Idempotent; what happened meanwhile is not sent later. */
    public void switchOn() {
        switches().setOptedOut(session.tenant, session.actor.id(), false);
    }

    private NotificationStore switches() {
        return session.storage().notifications();
    }
}
