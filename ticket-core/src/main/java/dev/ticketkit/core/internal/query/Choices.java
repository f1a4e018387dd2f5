package dev.ticketkit.core.internal.query;

import dev.ticketkit.core.internal.query.Term.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values one keyword can have, by all their names. A name that was given first wins.
 *
 * @param <T> what is chosen
 */
final class Choices<T> {
    private final String kind;
    private final Map<String, T> byName = new LinkedHashMap<>();
    private final List<String> listed = new ArrayList<>();

    /** @param kind what errors call it */
    public Choices(String kind) {
        this.kind = kind;
    }

    /** The name by which errors list it. */
    Choices<T> list(String name, T value) {
        listed.add(name);
        return add(name, value);
    }

    Choices<T> add(String name, T value) {
        byName.putIfAbsent(Spelling.of(name), value);
        return this;
    }

    Choices<T> addAll(T value, String... names) {
        for (String name : names) {
            add(name, value);
        }
        return this;
    }

    boolean knows(String name) {
        return byName.containsKey(Spelling.of(name));
    }

    /** Everything that can be chosen. */
    Set<T> all() {
        return new LinkedHashSet<>(byName.values());
    }

    T choose(Value value) {
        T found = byName.get(Spelling.of(value.text()));
        if (found == null) {
            throw Problem.unknown(value.position(), value.text(), kind, byName.keySet(), listed);
        }
        return found;
    }
}
