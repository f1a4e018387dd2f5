package dev.ticketkit.samples.embedding.smallstore;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.text.FoldedText;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tenant's categories: which one a spelling names, and what it is called now. */
final class SmallCategories {
    private final Map<UUID, UUID> meant = new HashMap<>();
    private final Map<UUID, CategoryEntry> entries = new HashMap<>();

    List<CategoryEntry> all() {
        return entries.values().stream()
                .sorted(Comparator.comparing(
                        entry -> FoldedText.of(entry.category().name()).sortKey(), Arrays::compareUnsigned))
                .toList();
    }

    Optional<CategoryEntry> find(UUID spelling) {
        return Optional.ofNullable(meant.get(spelling)).map(entries::get);
    }

    /** As it is called now. */
    @Nullable Category present(@Nullable Category stored) {
        return stored == null
                ? null
                : find(stored.id()).map(CategoryEntry::category).orElse(stored);
    }

    Set<UUID> idsOf(TenantId tenant, Set<String> names) {
        return names.stream()
                .map(name -> meant.get(Category.idOf(tenant, name)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** Makes it when it is new. */
    void use(Category category) {
        if (meant.putIfAbsent(category.id(), category.id()) == null) {
            entries.put(category.id(), new CategoryEntry(category, false));
        }
    }

    boolean rename(TenantId tenant, UUID spelling, String name) {
        UUID id = meant.get(spelling);
        UUID other = meant.get(Category.idOf(tenant, name));
        if (id == null || (other != null && !other.equals(id))) {
            return false;
        }
        meant.put(Category.idOf(tenant, name), id);
        entries.computeIfPresent(id, (same, old) -> new CategoryEntry(new Category(id, name), old.hidden()));
        return true;
    }

    boolean merge(UUID fromSpelling, UUID intoSpelling) {
        UUID from = meant.get(fromSpelling);
        UUID into = meant.get(intoSpelling);
        if (from != null && into != null && !from.equals(into)) {
            meant.replaceAll((spelling, id) -> id.equals(from) ? into : id);
            entries.remove(from);
        }
        return from != null && into != null;
    }

    boolean hide(UUID spelling, boolean hidden) {
        UUID id = meant.get(spelling);
        return id != null
                && entries.computeIfPresent(id, (same, old) -> new CategoryEntry(old.category(), hidden)) != null;
    }
}
