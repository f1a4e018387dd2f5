package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.internal.feed.FeedReader;
import dev.ticketkit.jdbc.internal.feed.FeedSequencer;
import dev.ticketkit.jdbc.internal.query.TicketConditions;
import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.EachOf;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.sql.Times;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.query.InstantRange;
import dev.ticketkit.spi.storage.EventFeed;
import dev.ticketkit.spi.storage.EventStore;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Histories. */
final class JdbcEventStore implements EventStore {
    private final TableNames names;
    private final Transactions transactions;
    private final FeedReader feed;
    private final SqlText event;
    private final SqlText events;
    private final SqlText history;
    private final SqlText removeHidden;
    private final SqlText forgetKeys;

    JdbcEventStore(TableNames names, Transactions transactions, FeedSequencer sequencer) {
        feed = new FeedReader(names, transactions, sequencer);
        this.names = names;
        this.transactions = transactions;
        event = names.sql("SELECT " + EventColumns.READ
                + " FROM {ticket_event} e WHERE e.tenant_id = :tenant_id AND e.id = :id AND e.version IS NOT NULL");
        events = names.sql(dialect -> "SELECT " + EventColumns.READ
                + EachOf.ids(dialect, "{ticket_event}", "e", "", "e.version IS NOT NULL"));
        history = names.sql("SELECT " + EventColumns.READ + """
                 FROM {ticket_event} e
                WHERE e.tenant_id = :tenant_id AND e.ticket_id = :ticket_id AND e.version > :after
                ORDER BY e.version LIMIT :most""");
        // The unique index on keys finds what has one.
        String keyed = " WHERE tenant_id = :tenant_id AND idem_key IS NOT NULL AND occurred_at < :before";
        removeHidden = names.sql("DELETE FROM {ticket_event}" + keyed + " AND version IS NULL");
        forgetKeys = names.sql("UPDATE {ticket_event} SET idem_key = NULL, idem_hash = NULL" + keyed);
    }

    @Override
    public Optional<TicketEvent> event(TenantId tenant, UUID id) {
        Bindings bindings = tenant(tenant).id("id", id);
        return transactions.call().read(sql -> sql.first(event, bindings, row -> EventColumns.read(tenant, row)));
    }

    @Override
    public List<TicketEvent> events(TenantId tenant, Collection<UUID> ids) {
        Set<UUID> each = new LinkedHashSet<>(ids);
        return transactions
                .call()
                .read(sql -> sql.list(
                        events, tenant(tenant).anyOf("ids", each, sql), row -> EventColumns.read(tenant, row)));
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
        TicketConditions conditions = TicketConditions.ofEvents(tenant).within("e.occurred_at", "range", range);
        if (after != null) {
            conditions.bindings().time("after_at", after.at()).id("after_id", after.id());
            conditions.add("e.occurred_at >= :after_at").add("(e.occurred_at > :after_at OR e.id > :after_id)");
        }
        SqlText statement = names.sql("SELECT " + EventColumns.READ + " FROM {ticket_event} e WHERE "
                + conditions.text() + " ORDER BY e.tenant_id, e.occurred_at, e.id LIMIT :most");
        Bindings bindings = conditions.bindings().number("most", limit);
        return transactions.call().read(sql -> sql.list(statement, bindings, row -> EventColumns.read(tenant, row)));
    }

    @Override
    public EventFeed changesSince(TenantId tenant, long after, int limit) {
        return feed.read(tenant, after, limit);
    }

    @Override
    public long purgeKeys(TenantId tenant, Instant before) {
        Bindings bindings = tenant(tenant).time("before", Times.bound(before));
        return transactions
                .call()
                .write(sql -> (long) sql.update(removeHidden, bindings) + sql.update(forgetKeys, bindings));
    }

    private static Bindings tenant(TenantId tenant) {
        return new Bindings().text("tenant_id", tenant.value());
    }
}
