package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.storage.delivery.NotificationRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** One tenant's mail switches, and who was notified. Not thread-safe. */
public final class NotificationTable {
    private final Set<String> optedOut = new HashSet<>();
    private final Map<UUID, SortedMap<String, NotificationRecord>> records = new HashMap<>();

    public Set<String> optedOut() {
        return Set.copyOf(optedOut);
    }

    public void setOptedOut(String operatorId, boolean out) {
        if (out) {
            optedOut.add(operatorId);
        } else {
            optedOut.remove(operatorId);
        }
    }

    public void record(NotificationRecord record) {
        records.computeIfAbsent(record.eventId(), unknown -> new TreeMap<>(CodePointOrder.OF_TEXTS))
                .put(record.receiver(), record);
    }

    public List<NotificationRecord> records(UUID eventId) {
        return List.copyOf(records.getOrDefault(eventId, new TreeMap<>()).values());
    }

    public long purge(Instant before) {
        long all = size();
        records.values()
                .forEach(each -> each.values().removeIf(record -> record.at().isBefore(before)));
        records.values().removeIf(Map::isEmpty);
        return all - size();
    }

    private long size() {
        return records.values().stream().mapToLong(Map::size).sum();
    }
}
