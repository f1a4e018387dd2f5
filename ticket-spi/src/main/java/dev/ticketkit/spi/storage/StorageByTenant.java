package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.TenantId;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.Supplier;

/** Each tenant's calls go to that tenant's storage; what names no tenant goes to all storages in turn. Thread-safe. */
final class StorageByTenant implements TicketStorage, Upkeep {
    private final StoragesInTurn all;
    private final TicketStore tickets;
    private final EventStore events;
    private final StatusStore statuses;
    private final CategoryStore categories;
    private final DeliveryQueue deliveries;
    private final AutomationStore automations;
    private final RunStore runs;
    private final NoticeStore notices;
    private final ReferenceBlocks referenceBlocks;
    private final TallyStore tallies;

    StorageByTenant(
            Function<TenantId, ? extends TicketStorage> choice,
            Supplier<? extends Collection<? extends TicketStorage>> all) {
        this.all = new StoragesInTurn(all);
        PortByTenant.Maker ports = new PortByTenant.Maker(choice);
        tickets = ports.of(TicketStore.class, TicketStorage::tickets);
        events = ports.of(EventStore.class, TicketStorage::events);
        statuses = ports.of(StatusStore.class, TicketStorage::statuses);
        categories = ports.of(CategoryStore.class, TicketStorage::categories);
        deliveries = new DeliveriesByTenant(
                ports.of(DeliveryQueue.class, TicketStorage::deliveries),
                new ConsumersByTenant(ports::storage, this.all),
                this.all);
        automations = ports.of(AutomationStore.class, TicketStorage::automations);
        runs = ports.of(RunStore.class, TicketStorage::runs);
        notices = ports.of(NoticeStore.class, TicketStorage::notices);
        referenceBlocks = ports.of(ReferenceBlocks.class, TicketStorage::referenceBlocks);
        tallies = ports.of(TallyStore.class, TicketStorage::tallies);
    }

    @Override
    public int run(int most) {
        return all.upTo(most, (storage, missing) -> storage.upkeep().run(missing));
    }

    @Override
    public void afterMuchWasWritten() {
        all.each(storage -> storage.upkeep().afterMuchWasWritten());
    }

    @Override
    public boolean isJoined() {
        return all.isAnyJoined();
    }

    @Override
    public TicketStore tickets() {
        return tickets;
    }

    @Override
    public EventStore events() {
        return events;
    }

    @Override
    public StatusStore statuses() {
        return statuses;
    }

    @Override
    public CategoryStore categories() {
        return categories;
    }

    @Override
    public DeliveryQueue deliveries() {
        return deliveries;
    }

    @Override
    public AutomationStore automations() {
        return automations;
    }

    @Override
    public RunStore runs() {
        return runs;
    }

    @Override
    public NoticeStore notices() {
        return notices;
    }

    @Override
    public ReferenceBlocks referenceBlocks() {
        return referenceBlocks;
    }

    @Override
    public TallyStore tallies() {
        return tallies;
    }

    @Override
    public Upkeep upkeep() {
        return this;
    }
}
