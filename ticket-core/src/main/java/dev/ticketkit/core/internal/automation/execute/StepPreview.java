package dev.ticketkit.core.internal.automation.execute;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one step would have done.
 *
 * @param kind its word in JSON, such as {@code openTicket}
 * @param values what it would have written or said, by the name of the part, such as {@code title} or {@code text}
 * @param problem why it would have failed, or null
 */
public record StepPreview(
        String kind,
        SortedMap<String, String> values,
        @Nullable String problem) {
    /** Copies the map. */
    public StepPreview {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    static StepPreview of(String kind, Map<String, String> values, @Nullable String problem) {
        return new StepPreview(kind, new TreeMap<>(values), problem);
    }
}
