package dev.ticketkit.jdbc;

import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.EventStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Histories. */
final class JdbcEventStore implements EventStore {
    private final Transactions transactions;
    private final SqlText event;
    private final SqlText history;

    JdbcEventStore(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        event = names.sql("SELECT " + EventColumns.READ
                + " FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :id AND e.version IS NOT NULL");
        history = names.sql("SELECT " + EventColumns.READ + """
                 FROM {ticket_event} e
                WHERE e.tenant_id = :tenant_id AND e.ticket_id = :ticket_id AND e.version > :after
                ORDER BY e.version LIMIT :most""");
    }

    @Override
    public Optional<TicketEvent> event(TenantId tenant, UUID id) {
        Bindings bindings = tenant(tenant).id("id", id);
        return transactions.call().read(sql -> sql.first(event, bindings, row -> EventColumns.read(tenant, row)));
    }

    @Override
    public List<TicketEvent> history(TenantId tenant, TicketId id, long afterVersion, int limit) {
        Bindings bindings = tenant(tenant)
                .id("ticket_id", id.value())
                .number("after", afterVersion)
                .number("most", limit);
        return transactions.call().read(sql -> sql.list(history, bindings, row -> EventColumns.read(tenant, row)));
    }

    @Override
    public List<TicketEvent> between(TenantId tenant, InstantRange range, @Nullable TicketEvent after, int limit) {
        throw new UnsupportedOperationException("between");
    }

    @Override
    public long purgeKeys(TenantId tenant, Instant before) {
        throw new UnsupportedOperationException("purgeKeys");
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }
}
