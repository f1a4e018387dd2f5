package dev.ticketkit.core.internal.listing;

import dev.ticketkit.core.catalogue.StoredCategories;
import dev.ticketkit.core.internal.page.EventPages;
import dev.ticketkit.core.internal.session.ActorContext;
import dev.ticketkit.spi.event.FieldChange;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.TicketId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads histories as people read them. */
public final class HistoryReader {
    private final ActorContext session;
    private final Map<String, String> categoryNames = new HashMap<>();

    public HistoryReader(ActorContext session) {
        this.session = session;
    }

    /** All events after a version. */
    public List<TicketEvent> after(TicketId id, long version) {
        return EventPages.all(session.storage().events(), session.tenant, id, version);
    }

    /** All events, categories by their present names instead of their ids. */
    public List<TicketEvent> withCategoryNames(TicketId id) {
        return after(id, 0).stream().map(this::withCategoryNames).toList();
    }

    /** Categories by their present names instead of their ids. */
    public TicketEvent withCategoryNames(TicketEvent event) {
        boolean aboutCategory = event.changes().stream().anyMatch(change -> change.field() == TicketField.CATEGORY);
        if (!aboutCategory) {
            return event;
        }
        List<FieldChange> changes = event.changes().stream()
                .map(change -> change.field() == TicketField.CATEGORY
                        ? FieldChange.of(TicketField.CATEGORY, name(change.from()), name(change.to()))
                        : change)
                .toList();
        return event.toBuilder().changes(changes).build();
    }

    private @Nullable String name(@Nullable String categoryId) {
        return categoryId == null ? null : categoryNames.computeIfAbsent(categoryId, this::nameNow);
    }

    private String nameNow(String categoryId) {
        return StoredCategories.find(session.storage().categories(), session.tenant, categoryId)
                .map(Category::name)
                .orElse(categoryId);
    }
}
