package dev.ticketkit.jdbc.internal.delivery;

import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Row;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.delivery.KeptDeliveries;
import dev.ticketkit.spi.storage.delivery.ParkedDelivery;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What stands in the table of deliveries, for those who operate the host. */
public final class JdbcKeptDeliveries implements KeptDeliveries {
    private final DeliveryStatements statements;
    private final Supplier<Transactions.Call> calls;

    /** @param calls begins a call, or refuses where the queue does */
    public JdbcKeptDeliveries(DeliveryStatements statements, Supplier<Transactions.Call> calls) {
        this.statements = statements;
        this.calls = calls;
    }

    @Override
    public List<ParkedDelivery> parked(TenantId tenant, int limit) {
        Bindings bindings = tenant(tenant).number("most", limit);
        return calls.get().read(sql -> sql.list(statements.parked, bindings, row -> parked(tenant, row)));
    }

    @Override
    public boolean release(TenantId tenant, UUID eventId, String consumer) {
        Bindings bindings = tenant(tenant).id("event_id", eventId).text("consumer", consumer);
        return calls.get().single(sql -> sql.update(statements.release, bindings) == 1);
    }

    @Override
    public long pending(TenantId tenant) {
        return calls.get()
                .read(sql -> sql.first(statements.pending, tenant(tenant), row -> row.number("pending")))
                .orElseThrow();
    }

    @Override
    public Optional<Backlog> backlog() {
        return Optional.of(
                calls
                        .get()
                        .read(sql -> sql.list(statements.backlog, new Bindings(), JdbcKeptDeliveries::backlog))
                        .stream()
                        .reduce(Backlog.NONE, Backlog::plus));
    }

    @Override
    public long purge(TenantId tenant, Instant before) {
        Bindings bindings = tenant(tenant).time("before", before);
        return calls.get().single(sql -> (long) sql.update(statements.purge, bindings));
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }

    private static Backlog backlog(Row row) throws SQLException {
        long deliveries = row.number("deliveries");
        return row.flag("parked")
                ? new Backlog(0, deliveries, null)
                : new Backlog(deliveries, 0, row.timeOrNull("since"));
    }

    private static ParkedDelivery parked(TenantId tenant, Row row) throws SQLException {
        return new ParkedDelivery(
                tenant,
                row.id("event_id"),
                new TicketId(row.id("ticket_id")),
                row.text("consumer"),
                row.integer("attempts"),
                row.time("ended_at"),
                row.text("cause"));
    }
}
