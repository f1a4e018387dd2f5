package dev.ticketkit.jdbc.internal.feed;

import dev.ticketkit.jdbc.internal.row.EventColumns;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.EachOf;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.event.TicketEvent;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.EventFeed;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads the feed; in an owning store that may write, has what waits sequenced first, unless the page is full anyway. */
public final class FeedReader {
    private final Transactions transactions;
    private final FeedSequencer sequencer;
    private final SqlText unsequenced;
    private final SqlText positions;
    private final SqlText events;

    public FeedReader(TableNames names, Transactions transactions, FeedSequencer sequencer) {
        this.transactions = transactions;
        this.sequencer = sequencer;
        // Ordered, or a plan could look for one row through those of all tenants.
        unsequenced = names.sql(dialect -> "SELECT " + dialect.isReadOnly() + """
                 AS read_only FROM {ticket_unsequenced} x WHERE x.tenant_id = :tenant_id
                ORDER BY x.tenant_id, x.ticket_id, x.version LIMIT 1""");
        positions = names.sql("""
                SELECT f.position, f.event_id FROM {ticket_feed} f
                WHERE f.tenant_id = :tenant_id AND f.position > :after
                ORDER BY f.tenant_id, f.position LIMIT :most""");
        // By ids, not by a join: a plan for any page could choose to read all events.
        events = names.sql(
                dialect -> "SELECT " + EventColumns.READ + EachOf.ids(dialect, "{ticket_event}", "e", "", ""));
    }

    private record Place(long position, UUID event) {}

    private record FeedPage(EventFeed feed, boolean sequenceable) {}

    public EventFeed read(TenantId tenant, long after, int limit) {
        FeedPage read = transactions.call().read(sql -> {
            // Asked before the page: what is not waiting now has its position already.
            boolean sequenceable = !transactions.joined() && isSequenceable(sql, tenant);
            return new FeedPage(page(sql, tenant, after, limit), sequenceable);
        });
        if (read.feed().more() || !read.sequenceable()) {
            return read.feed();
        }
        sequencer.run(tenant);
        return transactions.call().read(sql -> page(sql, tenant, after, limit));
    }

    private boolean isSequenceable(Sql sql, TenantId tenant) throws SQLException {
        Bindings bindings = new Bindings().text("tenant_id", tenant.value());
        Optional<String> readOnly = sql.first(unsequenced, bindings, row -> row.text("read_only"));
        return readOnly.filter("off"::equals).isPresent() && !sql.isReadOnly();
    }

    private EventFeed page(Sql sql, TenantId tenant, long after, int limit) throws SQLException {
        Bindings bindings = new Bindings()
                .text("tenant_id", tenant.value())
                .number("after", after)
                .number("most", limit);
        List<Place> places =
                sql.list(positions, bindings, row -> new Place(row.number("position"), row.id("event_id")));
        if (places.isEmpty()) {
            return new EventFeed(List.of(), after, false);
        }
        Map<UUID, TicketEvent> found = new HashMap<>();
        bindings.ids("ids", places.stream().map(Place::event).toList());
        for (TicketEvent event : sql.list(events, bindings, row -> EventColumns.read(tenant, row))) {
            found.put(event.id(), event);
        }
        // An event that was removed by hand leaves its position empty.
        List<TicketEvent> read = places.stream()
                .map(place -> found.get(place.event()))
                .filter(Objects::nonNull)
                .toList();
        return new EventFeed(read, places.get(places.size() - 1).position(), places.size() == limit);
    }
}
