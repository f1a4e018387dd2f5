package dev.ticketkit.core.internal.session;

/** Calls one listener at each commit of the desk. Thread-safe. */
public final class CommitSignal {
    private volatile Runnable listener = () -> {};

    /** Who is called from now on; called on the thread of the command, so it must be fast. */
    public void listen(Runnable value) {
        listener = value;
    }

    /** Something was stored. */
    public void committed() {
        listener.run();
    }
}
