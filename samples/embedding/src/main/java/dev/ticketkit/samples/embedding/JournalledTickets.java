package dev.ticketkit.samples.embedding;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStore;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets in memory; a change that wins is in the journal before its caller is told. */
final class JournalledTickets implements TicketStore {
    private final TicketStore memory;
    private final Journal journal;
    private final Object writes;

    JournalledTickets(TicketStore memory, Journal journal, Object writes) {
        this.memory = memory;
        this.journal = journal;
        this.writes = writes;
    }

    @Override
    public CommitOutcome commit(TicketChange change) {
        synchronized (writes) {
            CommitOutcome outcome = memory.commit(change);
            if (outcome.kind() == CommitOutcome.Kind.COMMITTED) {
                journal.append(JournalEntry.Change.of(change));
            }
            return outcome;
        }
    }

    @Override
    public Optional<CommitOutcome> replay(TenantId tenant, IdempotencyStamp stamp) {
        return memory.replay(tenant, stamp);
    }

    @Override
    public Optional<Ticket> find(TenantId tenant, TicketId id) {
        return memory.find(tenant, id);
    }

    @Override
    public Optional<Ticket> findByReference(TenantId tenant, Reference reference) {
        return memory.findByReference(tenant, reference);
    }

    @Override
    public Optional<Ticket> findByExternalId(TenantId tenant, String externalId) {
        return memory.findByExternalId(tenant, externalId);
    }

    @Override
    public List<Ticket> list(
            TenantId tenant, TicketQuery query, AccessScope scope, @Nullable SortPosition after, int limit) {
        return memory.list(tenant, query, scope, after, limit);
    }
}
