package dev.ticketkit.benchmarks.desk;

import dev.ticketkit.benchmarks.load.Work;
import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;

/** Opens a ticket and closes it: two commits. */
public final class OurOpenAndClose implements Work {
    private static final ChangeTicket CLOSE =
            ChangeTicket.builder().status(Status.CLOSED.key()).build();

    private final OurDesk desk;

    /** Opens and closes. */
    public OurOpenAndClose(OurDesk desk) {
        this.desk = desk;
    }

    @Override
    public void prepare(int callers) {
        desk.begin();
    }

    @Override
    public Call caller(int number) {
        ActorDesk actor = desk.withCodes();
        long[] next = {(1L << 32) * number};
        return () -> {
            Ticket ticket = actor.open(Invented.of(next[0]++).command()).ticket();
            actor.ticket(ticket).change(CLOSE);
        };
    }

    @Override
    public void check(long acknowledged) {
        long closed =
                desk.schema().number("SELECT count(*) FROM ticket WHERE closed_at IS NOT NULL AND origin <> 'IMPORT'");
        if (closed != acknowledged) {
            throw new IllegalStateException(
                    acknowledged + " closings were acknowledged, but " + closed + " tickets are closed");
        }
    }
}
