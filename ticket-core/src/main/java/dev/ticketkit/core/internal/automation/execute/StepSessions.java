package dev.ticketkit.core.internal.automation.execute;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.command.Command;
import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.internal.identity.ContentHash;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.DeskSettings;
import dev.ticketkit.core.internal.ticket.TicketCommands;
import dev.ticketkit.core.internal.ticket.TicketOpening;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps as commands of the desk, in the name of their automation. */
public final class StepSessions implements StepCommands {
    private static final Logger LOG = LoggerFactory.getLogger(StepSessions.class);
    private static final String OPEN = "open";

    private final DeskSettings parts;

    public StepSessions(DeskSettings parts) {
        this.parts = parts;
    }

    @Override
    public Ticket open(StepKey key, OpenTicket command) {
        return parts.observed().command("open", () -> {
            parts.validator().check(command);
            return new TicketOpening(session(key), command, stamp(key, command.name()))
                    .run()
                    .ticket();
        });
    }

    @Override
    public Optional<Ticket> opened(StepKey key) {
        return parts.storage()
                .tickets()
                .replay(key.tenant(), stamp(key, OPEN))
                .filter(CommitOutcome.Replayed.class::isInstance)
                .map(outcome -> ((CommitOutcome.Replayed) outcome).receipt().ticketId())
                .flatMap(id -> parts.storage().tickets().find(key.tenant(), id));
    }

    @Override
    public Ticket change(StepKey key, TicketId ticket, ChangeTicket command) {
        parts.validator().check(command);
        return commands(key, ticket).change(command, stamp(key, command.name())).ticket();
    }

    @Override
    public void stopped(StepKey key, TicketId ticket, String text) {
        try {
            commands(key, ticket).stopped(text, stamp(key, "stop"));
        } catch (NotFoundException e) {
            // Nobody reads the history of a ticket that is not there; the run keeps the reason all the same.
            LOG.debug("no history to note {} in", key.text());
        }
    }

    private TicketCommands commands(StepKey key, TicketId ticket) {
        ActorContext session = session(key);
        return new TicketCommands(session, () -> ticket, () -> session.tickets().find(key.tenant(), ticket));
    }

    private ActorContext session(StepKey key) {
        return new ActorContext(parts, key.tenant(), key.actor(), null, key.cause());
    }

    /**
     * The stamp of a step. Its hash is made of the key alone: when a step comes again, its texts may have become others with the ticket,
     * and it is the same step.
     *
     * @param command a {@link Command#name()}
     */
    private static IdempotencyStamp stamp(StepKey key, String command) {
        return new IdempotencyStamp("step-" + command + ":" + key.text(), ContentHash.of("step", key.text()));
    }
}
