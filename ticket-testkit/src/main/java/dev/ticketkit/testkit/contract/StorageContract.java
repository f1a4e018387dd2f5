package dev.ticketkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketBuilder;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts have in common: a store, and a tenant nobody has used before for each test. */
public abstract class StorageContract {
    static final int MOST = 1_000;

    TicketFixtures make = TicketFixtures.ofNewTenant();

    /** For subclasses. */
    protected StorageContract() {}

    /**
     * The store under test: an owning one, that is, each commit is a transaction of its own. The same one or a fresh one for each
     * test, whichever is easier; within one test all calls must lead to the same data.
     */
    protected abstract TicketStorage storage();

    @BeforeEach
    void useNewTenant() {
        make = TicketFixtures.ofNewTenant();
    }

    /** For what a store may leave out: a test of that is skipped, one that also looks there looks elsewhere only. */
    final boolean keeps(StoragePart part) {
        return storage().keeps(part);
    }

    final CommitOutcome commit(TicketChange change) {
        return storage().tickets().commit(change);
    }

    final Receipt committed(TicketChange change) {
        CommitOutcome outcome = commit(change);
        assertThat(outcome).isInstanceOf(CommitOutcome.Committed.class);
        return ((CommitOutcome.Committed) outcome).receipt();
    }

    final Ticket opened(TicketBuilder ticket) {
        return stored(committed(make.opening(ticket.build())).ticketId());
    }

    final Ticket changed(Ticket before, UnaryOperator<TicketBuilder> edit) {
        return stored(committed(make.change(before, edit)).ticketId());
    }

    final Ticket deleted(Ticket before) {
        return changed(before, ticket -> ticket.deletedAt(before.updatedAt().plusSeconds(1)));
    }

    final Ticket stored(TicketId id) {
        return storage().tickets().find(make.tenant(), id).orElseThrow();
    }

    /** Whatever the store does later, also what other tests have left to do. */
    final void finishChores() {
        int done;
        do {
            done = storage().maintenance().run(MOST);
        } while (done > 0);
    }

    final List<TicketEvent> history(TicketId id) {
        return storage().events().history(make.tenant(), id, 0, MOST);
    }

    final List<Ticket> list(TicketQuery query) {
        return list(query, AccessScope.all());
    }

    final List<Ticket> list(TicketQuery query, AccessScope scope) {
        return storage().tickets().list(make.tenant(), query, scope, null, MOST);
    }

    final List<TicketId> ids(List<Ticket> tickets) {
        return tickets.stream().map(Ticket::id).toList();
    }

    /** Nothing but the tickets given was ever stored for this tenant. */
    final void assertHolds(Ticket... tickets) {
        assertThat(list(TicketQuery.all())).containsExactlyInAnyOrder(tickets);
    }
}
