package dev.ticketkit.core.internal.status;

import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.FoundDone;
import dev.ticketkit.core.result.StatusImpact;
import dev.ticketkit.core.result.StatusMove;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Status;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One status that goes. Every step may be done again: hiding what is hidden, moving what is left, saving what still names it, removing
 * what is still there.
 */
public final class StatusExit {
    private static final Logger LOG = LoggerFactory.getLogger(StatusExit.class);

    private final ActorContext session;
    private final Status status;
    private final boolean removing;
    private final StatusEntries shelf;

    public StatusExit(ActorContext session, Status status, boolean removing) {
        this.session = session;
        this.status = status;
        this.removing = removing;
        this.shelf = new StatusEntries(session);
        requireMayGo();
    }

    public void withoutReplacement() {
        requireUnused();
        boolean wasHidden = hide();
        try {
            // A ticket may have entered it between the first look and hiding it.
            requireUnused();
        } catch (RefusedException e) {
            if (!wasHidden) {
                shelf.setHidden(status.key(), false);
            }
            throw e;
        }
        remove();
    }

    public StatusMove to(String key) {
        Status replacement = replacement(key);
        StatusRewrite rewrite = new StatusRewrite(session, status, replacement);
        rewrite.check();
        hide();
        StatusMoves moves = new StatusMoves(session.overAll(source()), status, replacement);
        moves.run();
        List<String> rewritten = rewrite.save();
        StatusMove move = moves.result(rewritten);
        if (move.isComplete()) {
            remove();
        }
        LOG.debug("{}: {} tickets moved, {} failed", source(), move.moved(), move.failed());
        return move;
    }

    private void requireMayGo() {
        if (removing && status.isPredefined()) {
            throw new RefusedException("status", "\"" + status.key() + "\" is every tenant's; hide it instead");
        }
        if (status.equals(Status.OPEN)) {
            throw new RefusedException(
                    "status",
                    "\"open\" is what a ticket gets when nothing else is said; it cannot be hidden, relabel it");
        }
    }

    private void requireUnused() {
        StatusImpact impact = new StatusUses(session, status).impact();
        if (!impact.isNone()) {
            throw new RefusedException(
                    "replacement",
                    "is required, because \"" + status.key() + "\" is used by " + impact.said()
                            + "; name a status of the same macro status to move them to");
        }
    }

    private Status replacement(String key) {
        Status replacement;
        try {
            replacement = session.catalogue().statuses().choose(key);
        } catch (RefusedException e) {
            throw new RefusedException("replacement", "must be the key of a status that may be chosen");
        }
        if (replacement.key().equals(status.key())) {
            throw new RefusedException("replacement", "must be another status");
        }
        if (replacement.macro() != status.macro()) {
            throw new RefusedException(
                    "replacement",
                    "must be " + status.macro() + " as \"" + status.key()
                            + "\" is: else its tickets would be closed or reopened by the move");
        }
        return replacement;
    }

    /** Whether it was hidden already; what is removed is. */
    private boolean hide() {
        return shelf.entry(status.key()).isEmpty() || shelf.setHidden(status.key(), true);
    }

    private void remove() {
        if (removing && isThere() && !shelf.removeHidden(status.key())) {
            throw new RefusedException("status", "was shown again by another meanwhile; remove it again");
        }
    }

    private boolean isThere() {
        FoundDone gone = new FoundDone(session);
        boolean there;
        do {
            there = shelf.entry(status.key()).isPresent();
        } while (!there && !gone.isSafe());
        return there;
    }

    private String source() {
        return "status " + status.key() + (removing ? " removed" : " hidden");
    }
}
