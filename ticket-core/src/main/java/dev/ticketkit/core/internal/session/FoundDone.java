package dev.ticketkit.core.internal.session;

/**
 * Work that a command found done already. What a read shows may be lost with the server that showed it, until the store has settled; only
 * what is seen after that may be acknowledged. Of one command and one thread.
 */
public final class FoundDone {
    private final ActorContext session;
    private boolean settled;

    public FoundDone(ActorContext session) {
        this.session = session;
    }

    /** Whether it may be said that the work is done; when false, look once more and ask again. */
    public boolean isSafe() {
        if (settled) {
            return true;
        }
        settled = true;
        return !session.storage().settle(session.tenant);
    }

    /** There was something to do after all. */
    public void reset() {
        settled = false;
    }
}
