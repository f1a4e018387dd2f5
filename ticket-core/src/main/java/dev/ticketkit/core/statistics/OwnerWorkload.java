package dev.ticketkit.core.statistics;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.ticketkit.spi.model.Priority;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator has to do now.
 *
 * @param ownerId null for tickets without an owner
 * @param open its tickets in progress
 * @param byPriority the same by priority, most urgent first; priorities without tickets are left out
 */
@JsonPropertyOrder({"ownerId", "open", "byPriority"})
public record OwnerWorkload(@Nullable String ownerId, long open, SortedMap<Priority, Long> byPriority) {
    /** Copies the map. */
    public OwnerWorkload {
        SortedMap<Priority, Long> copy = new TreeMap<>(Collections.reverseOrder());
        copy.putAll(byPriority);
        byPriority = Collections.unmodifiableSortedMap(copy);
    }

    public static OwnerWorkload of(@Nullable String ownerId, Map<Priority, Long> byPriority) {
        long open = byPriority.values().stream().mapToLong(Long::longValue).sum();
        return new OwnerWorkload(ownerId, open, new TreeMap<>(new EnumMap<>(byPriority)));
    }
}
