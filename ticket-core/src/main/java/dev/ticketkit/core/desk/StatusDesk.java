package dev.ticketkit.core.desk;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.status.StatusEntries;
import dev.ticketkit.core.internal.status.StatusExit;
import dev.ticketkit.core.internal.status.StatusUses;
import dev.ticketkit.core.internal.validation.Required;
import dev.ticketkit.core.result.StatusImpact;
import dev.ticketkit.core.result.StatusMove;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.host.Action;

/**
 * How statuses of one tenant are hidden, shown and removed. What is used goes only in exchange for another status: its tickets are moved
 * there, one change each, with everything that follows from a change, and automations that name it name the other.
 *
 * <p>Whoever may do {@link Action#ADMINISTER} does this for all tickets, also those it may not read or change. First the status is hidden;
 * nobody enters one of the tenant's own from then on, and only a command that was decided just before may still enter a predefined one.
 * Then the tickets are moved, then the automations saved, then the status is removed. Each of these is a commit of its own, or part of the
 * host's transaction if the desk has joined one. After an error or a crash do the same again: it goes on where it stopped. How far it is,
 * {@link #impactOf} says meanwhile.
 *
 * <p>Every method throws {@link NotFoundException} for a status that never was, {@link dev.ticketkit.spi.error.ForbiddenException} when the
 * actor may not administer, and {@link dev.ticketkit.spi.error.StorageException} when the store fails.
 */
public class StatusDesk {
    private final ActorContext session;

    StatusDesk(ActorContext session) {
        this.session = session;
    }

    /**
     * What hiding or removing a status would touch.
     *
     * @param key of a status, hidden or removed ones too, in any case
     */
    public StatusImpact impactOf(String key) {
        session.access.require(Action.ADMINISTER, null);
        return new StatusUses(session, new StatusEntries(session).known(Required.argument(key, "key"))).impact();
    }

    /**
     * Hides a status that nothing uses: it can no longer be chosen.
     *
     * @throws RefusedException naming {@code replacement}, with what uses it, when something does; naming {@code status} for Open, which
     *     tickets get when nothing else is said
     */
    public void hide(String key) {
        session.parts.observed().run("status-hide", () -> exit(key, false).withoutReplacement());
    }

    /**
     * Hides a status and moves what uses it to another.
     *
     * @param replacement key of a status of the same macro status that may be chosen
     * @throws RefusedException before anything is done, naming {@code status} for Open, and {@code replacement} when it cannot be that or
     *     an automation could not be saved with it; with it, for one, automations would start each other without end
     */
    public StatusMove hide(String key, String replacement) {
        Required.argument(replacement, "replacement");
        return session.parts.observed().command("status-hide", () -> exit(key, false)
                .to(replacement));
    }

    /** Shows a hidden status again; one that is shown stays so. A removed one is added again: {@link Catalogue#addStatus}. */
    public void show(String key) {
        session.parts.observed().run("status-show", () -> {
            session.access.require(Action.ADMINISTER, null);
            new StatusEntries(session).setHidden(Required.argument(key, "key"), false);
        });
    }

    /**
     * Removes a status of the tenant's own that nothing uses. Its key stays its own: histories and deleted tickets name it, and adding it
     * again brings it back.
     *
     * @throws RefusedException as {@link #hide(String)}, and naming {@code status} for a predefined one: hide that
     */
    public void remove(String key) {
        session.parts.observed().run("status-remove", () -> exit(key, true).withoutReplacement());
    }

    /**
     * Removes a status of the tenant's own and moves what uses it to another. One that is removed already may be named again: tickets that
     * came back to it since, by being restored, are moved.
     *
     * @param replacement as {@link #hide(String, String)}
     * @throws RefusedException as {@link #hide(String, String)}, and naming {@code status} for a predefined one: hide that
     */
    public StatusMove remove(String key, String replacement) {
        Required.argument(replacement, "replacement");
        return session.parts.observed().command("status-remove", () -> exit(key, true)
                .to(replacement));
    }

    private StatusExit exit(String key, boolean removing) {
        session.access.require(Action.ADMINISTER, null);
        return new StatusExit(session, new StatusEntries(session).known(Required.argument(key, "key")), removing);
    }
}
