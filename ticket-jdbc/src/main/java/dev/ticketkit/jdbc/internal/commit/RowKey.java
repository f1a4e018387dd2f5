package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.spi.model.Category;
import dev.ticketkit.spi.storage.IdempotencyStamp;
import dev.ticketkit.spi.storage.ReferenceRequest;
import dev.ticketkit.spi.storage.TicketChange;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row that a commit needs for itself, or that another may hold. */
public record RowKey(Kind kind, String tenant, Object key) {
    /** Of what. */
    public enum Kind {
        TICKET,
        IDEMPOTENCY,
        EXTERNAL_ID,
        SERIES,
        CATEGORY
    }

    public static RowKey ticket(TicketChange change) {
        return new RowKey(
                Kind.TICKET, change.tenant().value(), change.after().id().value());
    }

    public static RowKey key(TicketChange change, IdempotencyStamp stamp) {
        return new RowKey(Kind.IDEMPOTENCY, change.tenant().value(), stamp.key());
    }

    /** The external id that an opening reserves; null for all else. */
    public static @Nullable RowKey externalId(TicketChange change) {
        String id = change.after().externalId();
        return id == null || !change.isOpening()
                ? null
                : new RowKey(Kind.EXTERNAL_ID, change.tenant().value(), id);
    }

    /** The counter of an opening that asks for a number; null for all else. */
    public static @Nullable RowKey series(TicketChange change) {
        ReferenceRequest request = change.referenceRequest();
        return request == null ? null : new RowKey(Kind.SERIES, change.tenant().value(), request.series());
    }

    /** The rows a change locks that others may hold for long. */
    public static List<RowKey> lockedBy(TicketChange change) {
        List<RowKey> rows = new ArrayList<>(2);
        if (!change.isOpening()) {
            rows.add(ticket(change));
        }
        RowKey series = series(change);
        if (series != null) {
            rows.add(series);
        }
        Category category = change.after().category();
        if (category != null && CommitBindings.setsCategory(change)) {
            rows.add(new RowKey(Kind.CATEGORY, change.tenant().value(), category.id()));
        }
        return rows;
    }

    public @Nullable UUID id() {
        return key instanceof UUID id ? id : null;
    }

    public @Nullable String name() {
        return key instanceof String name ? name : null;
    }
}
