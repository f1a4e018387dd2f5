package dev.ticketkit.core.internal.ticket;

import dev.ticketkit.core.internal.decision.CommandContext;
import dev.ticketkit.core.internal.decision.Recording;
import dev.ticketkit.core.internal.listing.HistoryReader;
import dev.ticketkit.core.internal.retry.ConflictRetry;
import dev.ticketkit.core.internal.retry.Decision;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.core.internal.session.FoundDone;
import dev.ticketkit.spi.event.ContactTraces;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.ActorKind;
import dev.ticketkit.spi.model.Contact;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases a contact, ticket by ticket: the contact's own tickets as a whole, of those that are another's now only the contact's traces. Neither
 * is found again afterwards, so an erasure that begins again finds what is left. The scope does not matter: an erasure that leaves out what its actor
 * may not read would be none.
 */
public final class ContactErasure {
    private static final Logger LOG = LoggerFactory.getLogger(ContactErasure.class);
    private static final int TICKETS_A_READ = 100;
    private static final String PREFIX = "erased-";

    private final ActorContext session;
    private final String contactId;
    private final Contact nobody = new Contact(unguessable(), null, null, null, null);

    public ContactErasure(ActorContext session, String contactId) {
        this.session = session;
        this.contactId = contactId;
    }

    public long run() {
        FoundDone nothingLeft = new FoundDone(session);
        long erased = 0;
        do {
            // First: what is tried again after the keys of its tickets are gone would open them anew.
            session.storage().executions().eraseContact(session.tenant, contactId);
            erased += eraseTickets();
        } while (!nothingLeft.isSafe());
        LOG.debug("erased a contact with {} tickets", erased);
        return erased;
    }

    private long eraseTickets() {
        long erased = 0;
        List<TicketId> left = left();
        while (!left.isEmpty()) {
            for (TicketId id : left) {
                erased += erase(id) ? 1 : 0;
            }
            left = left();
        }
        return erased;
    }

    private List<TicketId> left() {
        return session.storage().contacts().ticketsOf(session.tenant, contactId, null, TICKETS_A_READ);
    }

    /** Whether a whole ticket was erased; it may have become another contact's meanwhile, then only the contact's traces are. */
    private boolean erase(TicketId id) {
        return ConflictRetry.untilStored(
                "a ticket of the contact", "erase again, what is erased stays so", new OfTicket(id));
    }

    /** An erasure, of a whole ticket or of the contact's traces on it. */
    private record Decided(boolean whole, TicketChange change) {}

    /** A ticket that is gone needs no commit, and is not counted. */
    private final class OfTicket implements Decision<Optional<Decided>, Optional<CommitOutcome>, Boolean> {
        private final TicketId id;

        OfTicket(TicketId id) {
            this.id = id;
        }

        @Override
        public Optional<Decided> decide() {
            return session.tickets().find(session.tenant, id).map(this::on);
        }

        @Override
        public Optional<CommitOutcome> commit(Optional<Decided> decided) {
            return decided.map(Decided::change).map(session.tickets()::commit);
        }

        @Override
        public Optional<Boolean> result(Optional<Decided> decided, Optional<CommitOutcome> outcome) {
            boolean lost = outcome.isPresent() && outcome.get().kind() != CommitOutcome.Kind.COMMITTED;
            return lost
                    ? Optional.empty()
                    : Optional.of(decided.filter(Decided::whole).isPresent());
        }

        private Decided on(Ticket ticket) {
            boolean whole = ticket.contact().id().equals(contactId);
            return new Decided(whole, whole ? erasure(ticket) : erasureOfTraces(ticket));
        }
    }

    private TicketChange erasure(Ticket ticket) {
        return recording(ticket).erased(title(), nobody, reference(ticket));
    }

    private TicketChange erasureOfTraces(Ticket ticket) {
        ContactTraces traces =
                ContactTraces.of(contactId, ticket, new HistoryReader(session).after(ticket.id(), 0), nobody.id());
        return recording(ticket).erasedTraces(traces.without(ticket, title()), contactId);
    }

    private Recording recording(Ticket ticket) {
        CommandContext moment = session.moment();
        boolean bySelf =
                session.actor.kind() == ActorKind.CONTACT && session.actor.id().equals(contactId);
        CommandContext named = bySelf ? moment.by(Actor.contact(nobody.id(), nobody.id())) : moment;
        return new Recording(named, ticket, session.newId(moment), null);
    }

    private String title() {
        return session.labels().text("ticket.erased");
    }

    /** What a person typed may name a person; what was made here cannot. */
    private Reference reference(Ticket ticket) {
        boolean typed = !session.settings().references().matches(ticket.reference());
        return typed && ticket.erasedAt() == null ? new Reference(unguessable()) : ticket.reference();
    }

    private static String unguessable() {
        return PREFIX + UUID.randomUUID();
    }
}
