package dev.ticketkit.core.internal.automation.check;

import dev.ticketkit.core.automation.StatusFilter;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.model.Status;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets of statuses as bits, by their place in the tenant's book. What is not in the book is in no set. */
final class StatusSets {
    private final List<Status> statuses;
    private final Map<String, Integer> places = new HashMap<>();

    StatusSets(StatusBook book) {
        statuses = book.entries().stream().map(StatusEntry::status).toList();
        for (int i = 0; i < statuses.size(); i++) {
            places.put(statuses.get(i).key(), i);
        }
    }

    BitSet none() {
        return new BitSet();
    }

    BitSet all() {
        BitSet all = new BitSet();
        all.set(0, statuses.size());
        return all;
    }

    BitSet of(int place) {
        BitSet one = new BitSet();
        one.set(place);
        return one;
    }

    BitSet of(@Nullable String key) {
        BitSet one = new BitSet();
        Integer place = key == null ? null : places.get(key.strip().toLowerCase(Locale.ROOT));
        if (place != null) {
            one.set(place);
        }
        return one;
    }

    /** All that pass; every one for null. */
    BitSet of(@Nullable StatusFilter filter) {
        if (filter == null) {
            return all();
        }
        BitSet passing = new BitSet();
        for (int i = 0; i < statuses.size(); i++) {
            passing.set(i, statuses.get(i).macro() == filter.macroStatus());
        }
        filter.statuses().forEach(key -> passing.or(of(key)));
        return passing;
    }
}
