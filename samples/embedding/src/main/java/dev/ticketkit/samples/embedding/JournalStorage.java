package dev.ticketkit.samples.embedding;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.catalogue.PriorityEntry;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import dev.ticketkit.spi.storage.ContactStore;
import dev.ticketkit.spi.storage.EventStore;
import dev.ticketkit.spi.storage.ReferenceNumbers;
import dev.ticketkit.spi.storage.StatusStore;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.TicketStore;
import dev.ticketkit.spi.storage.automation.AutomationStore;
import dev.ticketkit.spi.storage.automation.ExecutionStore;
import dev.ticketkit.spi.storage.delivery.DeliveryQueue;
import dev.ticketkit.spi.storage.delivery.NotificationStore;
import dev.ticketkit.spi.storage.statistics.StatisticsStore;
import dev.ticketkit.testkit.MemoryStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A store of one's own: everything in memory, every write on the disk before its caller is told, and the file read again at the
 * start. Enough for a small product on one machine, and short enough to read: a store decides one thing, whether a change wins, and
 * here the memory store does that. The file keeps every line: what was erased is gone from the store, and would be gone from the disk if
 * the journal were written anew, which a real product would do.
 */
public final class JournalStorage implements TicketStorage, AutoCloseable {
    private final MemoryStorage memory = new MemoryStorage();
    private final Journal journal;
    private final JournalledTickets tickets;

    private JournalStorage(Journal journal) {
        this.journal = journal;
        this.tickets = new JournalledTickets(memory.tickets(), journal, this);
    }

    /**
     * Opens a store, reading what the file holds.
     *
     * @throws IOException when the file cannot be read or made
     */
    public static JournalStorage open(Path file) throws IOException {
        JournalStorage storage = new JournalStorage(new Journal(file));
        storage.journal.readAll(entry -> entry.applyTo(storage.memory));
        return storage;
    }

    @Override
    public TicketStore tickets() {
        return tickets;
    }

    @Override
    public EventStore events() {
        return memory.events();
    }

    /** Not in the journal: this sample's host saves his automations again at each start. */
    @Override
    public AutomationStore automations() {
        return memory.automations();
    }

    /** Not in the journal; what was begun before a crash is decided again. */
    @Override
    public ExecutionStore executions() {
        return memory.executions();
    }

    /** Not in the journal: switches are forgotten at a restart, which a real product would not do. */
    @Override
    public NotificationStore notifications() {
        return memory.notifications();
    }

    /** Made from the journal's changes at the start: what was delivered before is delivered again, which "at least once" allows. */
    @Override
    public DeliveryQueue deliveries() {
        return memory.deliveries();
    }

    /** Not in the journal: after a restart numbers that are in use are passed, so only unused ones come again. */
    @Override
    public ReferenceNumbers numbers() {
        return memory.numbers();
    }

    @Override
    public ContactStore contacts() {
        return memory.contacts();
    }

    @Override
    public StatisticsStore statistics() {
        return memory.statistics();
    }

    @Override
    public StatusStore statuses() {
        return new StatusStore() {
            @Override
            public List<StatusEntry> statuses(TenantId tenant) {
                return memory.statuses().statuses(tenant);
            }

            @Override
            public boolean saveStatus(TenantId tenant, @Nullable StatusEntry before, StatusEntry entry) {
                return write(new JournalEntry.SaveStatus(tenant, before, entry));
            }

            @Override
            public boolean removeStatus(TenantId tenant, StatusEntry before) {
                return write(new JournalEntry.RemoveStatus(tenant, before));
            }

            @Override
            public List<Status> removedStatuses(TenantId tenant) {
                return memory.statuses().removedStatuses(tenant);
            }

            @Override
            public List<PriorityEntry> priorities(TenantId tenant) {
                return memory.statuses().priorities(tenant);
            }

            @Override
            public void savePriority(TenantId tenant, PriorityEntry entry) {
                write(new JournalEntry.SavePriority(tenant, entry));
            }
        };
    }

    @Override
    public CategoryStore categories() {
        return new CategoryStore() {
            @Override
            public List<CategoryEntry> categories(TenantId tenant) {
                return memory.categories().categories(tenant);
            }

            @Override
            public Optional<CategoryEntry> find(TenantId tenant, UUID id) {
                return memory.categories().find(tenant, id);
            }

            @Override
            public boolean rename(TenantId tenant, UUID id, String name) {
                return write(new JournalEntry.RenameCategory(tenant, id, name));
            }

            @Override
            public boolean merge(TenantId tenant, UUID from, UUID into) {
                return write(new JournalEntry.MergeCategory(tenant, from, into));
            }

            @Override
            public boolean hide(TenantId tenant, UUID id, boolean hidden) {
                return write(new JournalEntry.HideCategory(tenant, id, hidden));
            }
        };
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    /** The memory decides first; a write it refuses leaves no line. One at a time, so that lines stand in the order of decision. */
    private synchronized boolean write(JournalEntry entry) {
        boolean stored = entry.applyTo(memory);
        if (stored) {
            journal.append(entry);
        }
        return stored;
    }
}
