package dev.ticketkit.core.internal.session;

import dev.ticketkit.core.catalogue.Catalogue;
import dev.ticketkit.core.catalogue.PriorityBook;
import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.spi.error.RefusedException;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What commands and reports named from one tenant's catalogue, as it was read since this was made. Refuses nobody: what it does not have is
 * looked for again. Thread-safe.
 */
final class RecentCatalogue {
    private static final int MOST_CATEGORIES = 10_000;

    private final long madeAt = System.nanoTime();
    private final Map<String, Category> categories = new ConcurrentHashMap<>();
    private volatile @Nullable StatusBook statuses;
    private volatile @Nullable PriorityBook priorities;

    boolean isYoungerThan(long nanos) {
        return System.nanoTime() - madeAt < nanos;
    }

    /** @throws RefusedException when there is no status with this key, or it is hidden */
    Status status(String key, Catalogue catalogue) {
        StatusBook book = statuses(catalogue);
        if (book.find(key).filter(entry -> !entry.hidden()).isEmpty()) {
            book = catalogue.statuses();
            statuses = book;
        }
        return book.choose(key);
    }

    /** @throws RefusedException when the tenant does not offer it */
    Priority priority(Priority priority, Catalogue catalogue) {
        PriorityBook book = priorities(catalogue);
        if (!book.offers(priority)) {
            book = catalogue.priorityBook();
            priorities = book;
        }
        return book.choose(priority);
    }

    StatusBook statuses(Catalogue catalogue) {
        StatusBook book = statuses;
        if (book == null) {
            book = catalogue.statuses();
            statuses = book;
        }
        return book;
    }

    PriorityBook priorities(Catalogue catalogue) {
        PriorityBook book = priorities;
        if (book == null) {
            book = catalogue.priorityBook();
            priorities = book;
        }
        return book;
    }

    /**
     * The category a name means; empty when the tenant has none yet.
     *
     * @throws RefusedException when the name breaks the rules of names, or the category is hidden
     */
    Optional<Category> category(String name, Catalogue catalogue) {
        Category known = categories.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (categories.size() >= MOST_CATEGORIES) {
            categories.clear();
        }
        Optional<Category> stored = catalogue.find(name);
        stored.ifPresent(category -> categories.put(name, category));
        return stored;
    }
}
