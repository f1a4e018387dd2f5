package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.CpuWork;

/** Opens tickets through a desk of some size. */
public final class SizedOpening implements CpuWork {
    private final SizedDesk desk;
    private long next;

    /** Opens the tickets that come after those the desk was filled with. */
    public SizedOpening(SizedDesk desk) {
        this.desk = desk;
        this.next = desk.tickets();
    }

    @Override
    public void begin() {
        desk.tend();
    }

    @Override
    public void call() {
        desk.actor().open(SizedTickets.of(next++, desk.tickets()).command());
    }
}
