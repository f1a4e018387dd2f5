package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.Work;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import java.util.ArrayList;
import java.util.List;

/** Changes the status of tickets in hand through the desk: as they were returned by the change before. */
public final class OurChange implements Work {
    private final OurDesk desk;

    /** Changes tickets. */
    public OurChange(OurDesk desk) {
        this.desk = desk;
    }

    @Override
    public void prepare(int callers) {
        HandedTickets.prepare(desk, callers);
    }

    @Override
    public Call caller(int number) {
        ActorDesk actor = desk.withCodes();
        List<Ticket> mine = new ArrayList<>(HandedTickets.ticketsOf(desk, number));
        int[] turn = {0};
        return () -> {
            int now = turn[0]++ % mine.size();
            Ticket ticket = mine.get(now);
            Status to = ticket.status().equals(Status.RESOLVED) ? Status.OPEN : Status.RESOLVED;
            ChangeTicket command = ChangeTicket.builder().status(to.key()).build();
            mine.set(now, actor.ticket(ticket).change(command).ticket());
        };
    }

    @Override
    public void check(long acknowledged) {
        HandedTickets.requireChanges(desk, acknowledged);
    }
}
