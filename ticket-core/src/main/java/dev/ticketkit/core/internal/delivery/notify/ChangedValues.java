package dev.ticketkit.core.internal.delivery.notify;

import dev.ticketkit.core.catalogue.StatusBook;
import dev.ticketkit.core.catalogue.StoredCategories;
import dev.ticketkit.core.label.Labels;
import dev.ticketkit.spi.catalogue.StatusEntry;
import dev.ticketkit.spi.event.TicketField;
import dev.ticketkit.spi.host.Operator;
import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values of a tenant's fields as people know them now: names instead of keys and ids. What was read is not read again for another value of the same
 * notification. Of one thread.
 */
final class ChangedValues {
    private final TenantId tenant;
    private final TicketStorage storage;
    private final List<Operator> operators;
    private @Nullable List<StatusEntry> statuses;

    ChangedValues(TenantId tenant, TicketStorage storage, List<Operator> operators) {
        this.tenant = tenant;
        this.storage = storage;
        this.operators = operators;
    }

    String shown(TicketField field, String value, Labels labels) {
        return switch (field) {
            case STATUS -> status(value, labels);
            case PRIORITY -> priority(value, labels);
            case CATEGORY -> category(value);
            case OWNER -> owner(value);
            case TITLE,
                    DESCRIPTION,
                    ATTRIBUTE,
                    OWNER_LABEL,
                    CONTACT_ID,
                    CONTACT_NAME,
                    CONTACT_PHONE,
                    CONTACT_EMAIL,
                    CONTACT_LANGUAGE,
                    UNKNOWN -> value;
        };
    }

    private String status(String key, Labels labels) {
        List<StatusEntry> kept = statuses == null ? storage.statuses().statuses(tenant) : statuses;
        statuses = kept;
        StatusBook book = StatusBook.of(kept, labels);
        return book.find(key).map(book::label).orElse(key);
    }

    private String priority(String name, Labels labels) {
        String kept = storage.statuses().priorities(tenant).stream()
                .filter(entry -> entry.priority().name().equals(name) && entry.label() != null)
                .map(entry -> String.valueOf(entry.label()))
                .findFirst()
                .orElse(name);
        return kept.equals(name)
                ? Arrays.stream(Priority.values())
                        .filter(each -> each.name().equals(name))
                        .map(labels::priority)
                        .findFirst()
                        .orElse(name)
                : kept;
    }

    private String category(String id) {
        return StoredCategories.find(storage.categories(), tenant, id)
                .map(Category::name)
                .orElse(id);
    }

    private String owner(String id) {
        return operators.stream()
                .filter(operator -> operator.id().equals(id))
                .map(operator -> operator.asActor().label())
                .findFirst()
                .orElse(id);
    }
}
