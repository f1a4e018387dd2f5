package dev.ticketkit.testkit.internal.table;

import dev.ticketkit.spi.catalogue.CategoryEntry;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.text.FoldedText;
import java.util.Arrays;
import java.util.Collection;
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

/** One tenant's categories: every spelling ever used leads to one entry. */
public final class CategoryCatalogue {
    private static final Comparator<CategoryEntry> BY_FOLDED_NAME =
            Comparator.comparing(entry -> FoldedText.of(entry.category().name()).sortKey(), Arrays::compareUnsigned);

    private final Map<UUID, UUID> entryOfSpelling = new HashMap<>();
    private final Map<UUID, CategoryEntry> entries = new HashMap<>();

    public List<CategoryEntry> all() {
        return entries.values().stream().sorted(BY_FOLDED_NAME).toList();
    }

    /** Makes a category unless it is there. */
    public void use(Category category) {
        if (entryOfSpelling.putIfAbsent(category.id(), category.id()) == null) {
            entries.put(category.id(), new CategoryEntry(category, false));
        }
    }

    public Optional<CategoryEntry> find(UUID spelling) {
        return Optional.ofNullable(entryOfSpelling.get(spelling)).map(entries::get);
    }

    /** The category as it shows now. */
    public @Nullable Category present(@Nullable Category stored) {
        return stored == null
                ? null
                : find(stored.id()).map(CategoryEntry::category).orElse(stored);
    }

    /** The ids of the categories that names mean; a name that means none is left out. */
    public Set<UUID> idsOf(TenantId tenant, Collection<String> names) {
        return names.stream()
                .map(name -> entryOfSpelling.get(Category.idOf(tenant, name)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    public boolean rename(UUID spelling, Category named) {
        UUID id = entryOfSpelling.get(spelling);
        UUID taken = entryOfSpelling.get(named.id());
        if (id == null || (taken != null && !taken.equals(id))) {
            return false;
        }
        entryOfSpelling.put(named.id(), id);
        entries.computeIfPresent(id, (same, old) -> new CategoryEntry(new Category(id, named.name()), old.hidden()));
        return true;
    }

    public boolean merge(UUID fromSpelling, UUID intoSpelling) {
        UUID from = entryOfSpelling.get(fromSpelling);
        UUID into = entryOfSpelling.get(intoSpelling);
        if (from == null || into == null) {
            return false;
        }
        if (!from.equals(into)) {
            entryOfSpelling.replaceAll((spelling, id) -> id.equals(from) ? into : id);
            entries.remove(from);
        }
        return true;
    }

    public boolean hide(UUID spelling, boolean hidden) {
        UUID id = entryOfSpelling.get(spelling);
        if (id == null) {
            return false;
        }
        entries.computeIfPresent(id, (same, old) -> new CategoryEntry(old.category(), hidden));
        return true;
    }
}
