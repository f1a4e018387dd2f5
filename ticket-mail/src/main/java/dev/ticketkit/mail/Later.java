package dev.ticketkit.mail;

/** Runs something after a while. */
@FunctionalInterface
interface Later {
    void execute(Runnable work);

    /** Nothing is run any more, or given. */
    default void close() {}
}
