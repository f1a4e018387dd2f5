package dev.ticketkit.core.automation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Copies of what JSON gave: nothing for null, and nulls inside are left to the checks of saving. */
final class Copies {
    private Copies() {}

    static <T> List<T> of(@Nullable List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }

    // In order, so that the same set gives the same JSON whatever it was read into.
    static <T extends Comparable<? super T>> Set<T> of(@Nullable Set<T> given) {
        if (given == null) {
            return Set.of();
        }
        List<T> ordered = new ArrayList<>(given);
        ordered.sort(Comparator.nullsFirst(Comparator.naturalOrder()));
        return Collections.unmodifiableSet(new LinkedHashSet<>(ordered));
    }

    static <V> Map<String, V> of(@Nullable Map<String, V> given) {
        return given == null ? Map.of() : Collections.unmodifiableMap(sorted(given));
    }

    private static <V> Map<String, V> sorted(Map<String, V> given) {
        Map<String, V> copy = new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        copy.putAll(given);
        return copy;
    }
}
