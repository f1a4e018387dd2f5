package dev.ticketkit.core.internal.automation.decide;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.CategoryStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What names of categories mean, each looked up once: a name may be a spelling from before a rename or a merge. Of one thread. */
final class CategoryNames {
    private final CategoryStore categories;
    private final Map<UUID, Optional<Category>> meant = new HashMap<>();

    CategoryNames(CategoryStore categories) {
        this.categories = categories;
    }

    /** Whether a name means a category of a tenant. */
    boolean means(TenantId tenant, String name, Category category) {
        return meant.computeIfAbsent(Category.idOf(tenant, name), id -> meaning(tenant, id))
                .filter(found -> found.id().equals(category.id()))
                .isPresent();
    }

    private Optional<Category> meaning(TenantId tenant, UUID id) {
        return categories.find(tenant, id).map(CategoryEntry::category);
    }
}
