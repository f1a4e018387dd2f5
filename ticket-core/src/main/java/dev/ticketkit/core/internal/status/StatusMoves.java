package dev.ticketkit.core.internal.status;

import dev.ticketkit.core.command.ChangeTicket;
import dev.ticketkit.core.internal.decision.CommandContext;
import dev.ticketkit.core.internal.decision.Recording;
import dev.ticketkit.core.internal.decision.TicketEdit;
import dev.ticketkit.core.internal.page.TicketPages;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.ticket.TicketChanging;
import dev.ticketkit.core.result.StatusMove;
import dev.ticketkit.spi.error.NotFoundException;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.query.SortDirection;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.query.TicketSort;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves all living tickets from one status to another, one change each. */
final class StatusMoves {
    private final ActorContext session;
    private final Status from;
    private final Status to;
    private final TicketQuery query;
    private final List<StatusMove.Failure> failures = new ArrayList<>();
    private long moved;
    private long failed;

    StatusMoves(ActorContext session, Status from, Status to) {
        this.session = session;
        this.from = from;
        this.to = to;
        this.query = TicketQuery.builder()
                .statuses(from.key())
                .sort(TicketSort.OPENED, SortDirection.ASCENDING)
                .build();
    }

    /** Until a round finds nothing to move any more: what came in behind a round's back is the next one's. */
    void run() {
        long before;
        do {
            before = moved;
            failed = 0;
            failures.clear();
            round();
        } while (moved > before);
    }

    StatusMove result(List<String> automations) {
        return new StatusMove(moved, failed, failures, automations);
    }

    private void round() {
        TicketPages.of(session.tickets(), session.tenant, query, AccessScope.all())
                .forEach(this::move);
    }

    private void move(Ticket ticket) {
        TicketChanging run =
                new TicketChanging(session, () -> session.tickets().find(session.tenant, ticket.id()), null);
        try {
            moved += run.onLiving(this::change).recorded() ? 1 : 0;
        } catch (NotFoundException e) {
            // Deleted meanwhile: deleted tickets keep their status.
            return;
        } catch (RefusedException e) {
            fail(ticket, e);
        } catch (StorageException e) {
            if (e.code() != TicketErrorCode.STORAGE_RETRYABLE) {
                throw e;
            }
            fail(ticket, e);
        }
    }

    /** Nothing for a ticket that another has taken out of the status meanwhile. */
    private Optional<TicketChange> change(Ticket ticket) {
        if (!ticket.status().key().equals(from.key())) {
            return Optional.empty();
        }
        CommandContext moment = session.moment();
        Status status = session.catalogue().statuses().choose(to.key());
        Ticket moving = TicketEdit.apply(ticket, ChangeTicket.builder().build(), status, null, moment);
        return new Recording(moment, ticket, session.newId(moment), null).edited(moving);
    }

    private void fail(Ticket ticket, TicketException problem) {
        failed++;
        if (failures.size() < StatusMove.MOST_FAILURES) {
            failures.add(new StatusMove.Failure(ticket.id(), String.valueOf(problem.getMessage())));
        }
    }
}
