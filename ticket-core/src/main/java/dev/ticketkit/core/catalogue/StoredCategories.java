package dev.ticketkit.core.catalogue;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import java.util.Optional;
import java.util.UUID;

/** Categories as the history has them: by their ids, as text. */
public final class StoredCategories {
    private StoredCategories() {}

    /** The category of an id as it is now; empty when there is none, also for what is no id to this version of the library. */
    public static Optional<Category> find(CategoryStore categories, TenantId tenant, String id) {
        return uuid(id).flatMap(known -> categories.find(tenant, known)).map(CategoryEntry::category);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
