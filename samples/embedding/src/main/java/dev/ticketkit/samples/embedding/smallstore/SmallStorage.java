package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.CommitOutcome;
import dev.ticketkit.spi.storage.ContactStore;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketChange;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * A store of one's own: everything in maps, every write on the disk before its caller hears of it, and the file read again at the start. One process,
 * one call at a time, as many tickets as fit into memory. It keeps the first ring of ports, so a desk on it has tickets, lists, contacts
 * and statistics, but no deliveries, automations or mail to operators.
 *
 * <p>After a crash everything is there that was answered; what was being written may be there or not. The file keeps every line: what
 * was erased is gone from the store, and would be gone from the disk if the journal were written anew, which a real product would do.
 */
public final class SmallStorage implements TicketStorage, AutoCloseable {
    private final Map<TenantId, SmallTenant> tenants = new HashMap<>();
    private final Journal journal;

    private SmallStorage(Journal journal) {
        this.journal = journal;
    }

    /**
     * Opens a store, reading what the file holds.
     *
     * @throws IOException when the file cannot be read or made
     */
    public static SmallStorage open(Path file) throws IOException {
        SmallStorage storage = new SmallStorage(new Journal(file));
        storage.journal.readAll(entry -> entry.applyTo(storage.tenant(entry.tenant())));
        return storage;
    }

    @Override
    public TicketStore tickets() {
        return new SmallTicketStore(this);
    }

    @Override
    public EventStore events() {
        return new SmallEventStore(this);
    }

    @Override
    public StatusStore statuses() {
        return new SmallStatusStore(this);
    }

    @Override
    public CategoryStore categories() {
        return new SmallCategoryStore(this);
    }

    @Override
    public ContactStore contacts() {
        return new SmallContactStore(this);
    }

    @Override
    public ReferenceNumbers numbers() {
        return new SmallReferenceNumbers(this);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    synchronized <R> R read(TenantId tenant, Function<SmallTenant, R> reader) {
        return reader.apply(tenant(tenant));
    }

    /** The maps decide first; a write they refuse leaves no line. */
    synchronized boolean write(JournalEntry entry) {
        journal.requireUsable();
        boolean stored = entry.applyTo(tenant(entry.tenant()));
        if (stored) {
            journal.append(entry);
        }
        return stored;
    }

    synchronized CommitOutcome commit(TicketChange change) {
        journal.requireUsable();
        CommitOutcome outcome = tenant(change.tenant()).tickets().commit(change);
        if (outcome.kind() == CommitOutcome.Kind.COMMITTED) {
            journal.append(JournalEntry.Change.of(change));
        }
        return outcome;
    }

    private SmallTenant tenant(TenantId id) {
        return tenants.computeIfAbsent(id, SmallTenant::new);
    }
}
