package dev.ticketkit.core.internal.automation.decide;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What was read of many, as long as there is room; what was not asked for longest goes first. Of one thread. */
final class KeptValues<K, V> {
    private final Map<K, V> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final ToIntFunction<V> weight;
    private final long most;
    private long total;

    KeptValues(long most, ToIntFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    @Nullable V find(K key) {
        return kept.get(key);
    }

    /** Keeps a value, whatever its weight, and lets older ones go. */
    void keep(K key, V value) {
        V before = kept.put(key, value);
        total += weight.applyAsInt(value) - (before == null ? 0 : weight.applyAsInt(before));
        Iterator<V> oldest = kept.values().iterator();
        while (total > most && kept.size() > 1) {
            total -= weight.applyAsInt(oldest.next());
            oldest.remove();
        }
    }
}
