package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.Work;
import dev.ticketkit.core.desk.ActorDesk;

/** Opens tickets through the desk: validation, reference, category, history, queue. */
public final class OurOpening implements Work {
    private static final long A_CALLER = 1L << 32;

    private final OurDesk desk;
    private final ActorDesk actor;

    /**
     * Opens tickets.
     *
     * @param actor with the references that are wanted
     */
    public OurOpening(OurDesk desk, ActorDesk actor) {
        this.desk = desk;
        this.actor = actor;
    }

    @Override
    public void prepare(int callers) {
        desk.begin();
    }

    @Override
    public Call caller(int number) {
        long[] next = {number * A_CALLER};
        return () -> actor.open(Invented.of(next[0]++).command());
    }

    @Override
    public void check(long acknowledged) {
        desk.requireTickets(acknowledged);
    }
}
