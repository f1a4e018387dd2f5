package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.result.BulkResult;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change made to many tickets, each in a commit of its own. */
public final class BulkChange {
    private static final int MOST = 1_000;

    private final ActorContext session;
    private final ChangeTicket command;

    public BulkChange(ActorContext session, ChangeTicket command) {
        this.session = session;
        this.command = session.parts.validator().check(command);
        if (command.version() != null) {
            throw new RefusedException("version", "has no place in a bulk change: every ticket has its own");
        }
    }

    public List<BulkResult> run(List<TicketId> tickets) {
        if (tickets.size() > MOST) {
            throw new RefusedException("tickets", "must be at most 1,000 at once, there are " + tickets.size());
        }
        if (new HashSet<>(tickets).size() < tickets.size()) {
            throw new RefusedException("tickets", "must not name a ticket twice");
        }
        List<BulkResult> results = new ArrayList<>(tickets.size());
        StorageException failure = null;
        for (TicketId ticket : tickets) {
            BulkResult result = failure == null ? change(ticket) : new BulkResult(ticket, null, failure);
            results.add(result);
            failure = result.problem() instanceof StorageException storage ? storage : null;
        }
        return List.copyOf(results);
    }

    private BulkResult change(TicketId ticket) {
        try {
            return new BulkResult(ticket, commands(ticket).change(command, stamp(ticket)), null);
        } catch (TicketException e) {
            return new BulkResult(ticket, null, e);
        }
    }

    private TicketCommands commands(TicketId ticket) {
        return new TicketCommands(session, () -> ticket, () -> session.tickets().find(session.tenant, ticket));
    }

    /** One key is of many commits here. */
    private @Nullable IdempotencyStamp stamp(TicketId ticket) {
        IdempotencyStamp stamp = session.stamp(command, () -> List.of("bulk", ticket));
        return stamp == null ? null : new IdempotencyStamp(stamp.key() + ":" + ticket, stamp.bodyHash());
    }
}
