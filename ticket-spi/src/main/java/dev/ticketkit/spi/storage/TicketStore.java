package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.host.AccessScope;
import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.Ticket;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.SortPosition;
import dev.ticketkit.spi.query.TicketQuery;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tickets and their histories; whose they are is looked up in {@link ContactStore}. Called by the desk on the caller's threads, many at once; every method throws
 * {@link dev.ticketkit.spi.error.StorageException} and nothing else when the store fails, and
 * {@link dev.ticketkit.spi.error.UnreadableException} for a row that it cannot read. A store keeps texts and instants
 * (microseconds) exactly as given.
 */
public interface TicketStore {
    /**
     * Stores a whole change or nothing: ticket, event, category if new, number of the series, key.
     *
     * <p>A store that keeps {@linkplain StoragePart#DELIVERIES deliveries} puts each recorded event into the {@link DeliveryQueue} in the same
     * commit, hidden ones and {@link TicketChange#isSilent silent} changes excepted. The event of a deletion also cancels what is still undelivered of the ticket's earlier events, parked ones too. What
     * an {@link TicketChange#isErasure erasure} does besides is written there.
     *
     * <p>A change that {@linkplain TicketChange#entersStatus enters a status} other than Open is stored only while the
     * {@link StatusStore} keeps that status neither hidden nor removed; what it never kept may be entered. Once hiding it has returned,
     * no commit that begins then enters it, whatever was read before. For a status of the tenant's own, changes that enter it and hiding it
     * wait for each other, so that none is under way then either.
     *
     * <p>When it returns {@code Committed} the change survives a crash, unless the store has joined the host's transaction. Losing
     * against another writer is an outcome, never an exception, and leaves a joined transaction usable. Within a tenant an event id,
     * a key, a folded reference and an external id are each stored once and never again, whatever becomes of the ticket; so is each
     * version of a ticket. Of several reasons to lose, the first in this order is given: same event id ({@code Committed}), key,
     * reference, external id, version or status.
     *
     * @throws dev.ticketkit.spi.error.StorageException with {@code STORAGE_UNKNOWN} when it may or may not be stored: committing
     *     the same change again finds out
     */
    CommitOutcome commit(TicketChange change);

    /**
     * Stores several changes, each as {@link #commit} does and in no order: many at once where the store can. When it throws, some may be
     * stored; committing all of them again finds out.
     *
     * @param changes at most 1,000, none of them of the same ticket as another
     * @return what became of each, in the order of the changes
     */
    default List<CommitOutcome> commitAll(List<TicketChange> changes) {
        return changes.stream().map(this::commit).toList();
    }

    /**
     * What {@link #commit} would answer for a key that is stored: {@code Replayed} for the same body, else {@code KeyReused}. Asked
     * when a keyed command can no longer be decided, because it may have been carried out before.
     *
     * @return empty when the key is not stored
     */
    Optional<CommitOutcome> replay(TenantId tenant, IdempotencyStamp stamp);

    /** The ticket by id, deleted ones too. */
    Optional<Ticket> find(TenantId tenant, TicketId id);

    /** Several tickets by id, deleted ones too; in no order, those that are not found left out. At most 1,000 ids. */
    default List<Ticket> findAll(TenantId tenant, Collection<TicketId> ids) {
        return ids.stream().flatMap(id -> find(tenant, id).stream()).toList();
    }

    /** The ticket by reference, without regard to case, deleted ones too. */
    Optional<Ticket> findByReference(TenantId tenant, Reference reference);

    /** The ticket by the host's own id, compared as it is, deleted ones too. */
    Optional<Ticket> findByExternalId(TenantId tenant, String externalId);

    /**
     * The tickets a query finds, in its order, without deleted ones. Ignores the query's cursor and limit.
     *
     * <p>Category names in query and scope mean the category they are a spelling of, after renames and merges.
     *
     * <p>A {@link dev.ticketkit.spi.text.SearchPhrase} of each term of the query's text must be in title, description or
     * reference, or in the contact's name, e-mail and phone one behind the other, and none of the excluded text. Phrases are found alike on all stores and at once after the
     * commit; a store may find further forms of a word (printer, printers). An erased ticket has no words.
     *
     * @param scope only tickets inside it
     * @param after only tickets that come later than this position in the query's order, or null for the beginning
     * @param limit at most so many, 1 to 1,000
     */
    List<Ticket> list(TenantId tenant, TicketQuery query, AccessScope scope, @Nullable SortPosition after, int limit);
}
