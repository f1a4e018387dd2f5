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

    static <T> Set<T> of(@Nullable Set<T> given) {
        return given == null ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(given));
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
