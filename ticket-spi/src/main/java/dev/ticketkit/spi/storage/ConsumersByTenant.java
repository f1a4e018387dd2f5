package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.model.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Pumps are the same for all storages, so consumers are those of all of them. A storage that fails does not hold up the others. */
final class ConsumersByTenant implements ConsumerStore {
    private final Function<TenantId, ? extends TicketStorage> choice;
    private final StoragesInTurn all;

    ConsumersByTenant(Function<TenantId, ? extends TicketStorage> choice, StoragesInTurn all) {
        this.choice = choice;
        this.all = all;
    }

    @Override
    public void announce(Set<String> consumers) {
        all.upTo(Integer.MAX_VALUE, (storage, missing) -> {
            storage.deliveries().consumers().announce(consumers);
            return 1;
        });
    }

    @Override
    public Set<String> known() {
        Set<String> known = new TreeSet<>();
        all.upTo(Integer.MAX_VALUE, (storage, missing) -> {
            known.addAll(storage.deliveries().consumers().known());
            return 1;
        });
        return known;
    }

    /** One that is unattended in several was last seen when it was seen in any of them. */
    @Override
    public List<UnattendedConsumer> unattended(Duration since) {
        SortedMap<String, UnattendedConsumer> found = new TreeMap<>();
        all.upTo(Integer.MAX_VALUE, (storage, missing) -> {
            for (UnattendedConsumer each : storage.deliveries().consumers().unattended(since)) {
                found.merge(each.name(), each, (one, other) -> one.lastSeen().isBefore(other.lastSeen()) ? other : one);
            }
            return 1;
        });
        return List.copyOf(found.values());
    }

    @Override
    public boolean retire(String consumer) {
        AtomicBoolean any = new AtomicBoolean();
        all.each(storage -> {
            if (storage.deliveries().consumers().retire(consumer)) {
                any.set(true);
            }
        });
        return any.get();
    }

    @Override
    public SortedMap<String, Long> pending(TenantId tenant) {
        return choice.apply(tenant).deliveries().consumers().pending(tenant);
    }
}
