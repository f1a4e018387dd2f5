package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.CpuWork;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;

/** Opens some tickets, changes each once and does all maintenance there is then. */
public final class SizedLife implements CpuWork {
    /** How many tickets in a call. */
    public static final int TICKETS = 64;

    private final SizedDesk desk;
    private long next;

    /** Opens the tickets that come after those the desk was filled with. */
    public SizedLife(SizedDesk desk) {
        this.desk = desk;
        this.next = desk.tickets();
    }

    @Override
    public void begin() {
        desk.tend();
    }

    @Override
    public void call() {
        List<Ticket> opened = new ArrayList<>(TICKETS);
        for (int i = 0; i < TICKETS; i++) {
            opened.add(desk.actor()
                    .open(SizedTickets.of(next++, desk.tickets()).command())
                    .ticket());
        }
        opened.forEach(ticket -> desk.change(ticket, 0));
        desk.tend();
    }
}
