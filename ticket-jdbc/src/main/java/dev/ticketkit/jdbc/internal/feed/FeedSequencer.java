package dev.ticketkit.jdbc.internal.feed;

import dev.ticketkit.jdbc.internal.dialect.Dialect;
import dev.ticketkit.jdbc.internal.dialect.RowLock;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import dev.ticketkit.jdbc.internal.sql.StorageErrors;
import dev.ticketkit.jdbc.internal.sql.TableNames;
import dev.ticketkit.jdbc.internal.transaction.DueLook;
import dev.ticketkit.jdbc.internal.transaction.DueTenants;
import dev.ticketkit.jdbc.internal.transaction.Transactions;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.Maintenance;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives events their positions in the feed, after they were committed. Some rows of the unsequenced events are replaced by rows of the feed in one
 * transaction, which holds the row with the tenant's last position: so a position is visible only when all lower ones are. They are taken in
 * order of ticket and version, for a version is not there without the one before, unless that has its position already.
 *
 * <p>See docs/decisions/0014-changes.md.
 */
public final class FeedSequencer implements Maintenance {
    /** At least as many as a page may have: a page that is not full after sequencing has everything. */
    static final int BATCH = 1_000;

    private final Transactions transactions;
    private final DueTenants dueTenants = new DueTenants();
    private final DueLook due;
    private final SqlText begin;
    private final SqlText hold;
    private final SqlText holdUnlessHeld;
    private final SqlText take;
    private final SqlText place;
    private final SqlText forget;
    private final SqlText moveEnd;

    public FeedSequencer(TableNames names, Transactions transactions) {
        this.transactions = transactions;
        due = DueLook.of(names, """
                SELECT d.tenant_id FROM {ticket_unsequenced} d
                WHERE d.tenant_id %s
                ORDER BY d.tenant_id LIMIT 1""");
        begin = names.insert("INSERT INTO {ticket_feed_end} (tenant_id, last_position) VALUES (:tenant_id, 0)");
        hold = names.sql(dialect -> held(dialect, RowLock.UPDATE));
        holdUnlessHeld = names.sql(dialect -> held(dialect, RowLock.UPDATE_UNLESS_LOCKED));
        take = names.sql("""
                SELECT x.ticket_id, x.version, x.event_id FROM {ticket_unsequenced} x WHERE x.tenant_id = :tenant_id
                ORDER BY x.tenant_id, x.ticket_id, x.version LIMIT :most""");
        place = names.sql("""
                INSERT INTO {ticket_feed} (tenant_id, position, event_id)
                SELECT :tenant_id, CAST(:last AS bigint) + n.nr, n.event_id
                FROM unnest(CAST(:events AS uuid ARRAY)) WITH ORDINALITY AS n (event_id, nr)""");
        forget = names.sql(FeedSequencer::forgetting);
        moveEnd = names.sql("""
                UPDATE {ticket_feed_end} SET last_position = :last WHERE tenant_id = :tenant_id""");
    }

    private static String held(Dialect dialect, RowLock lock) {
        return "SELECT x.last_position FROM {ticket_feed_end} x WHERE x.tenant_id = :tenant_id " + dialect.lock(lock);
    }

    /** Only those taken: others have been committed since. */
    private static String forgetting(Dialect dialect) {
        return dialect.looksUpSeveral()
                ? """
                DELETE FROM {ticket_unsequenced}
                WHERE tenant_id = :tenant_id AND ticket_id = ANY(:tickets) AND event_id = ANY(:events)"""
                : dialect.deleteMatching(
                        "{ticket_unsequenced}",
                        "d",
                        """
                SELECT u.ticket_id, u.version FROM
                  UNNEST(CAST(:taken_tickets AS uuid ARRAY), CAST(:taken_versions AS bigint ARRAY)) u (ticket_id, version)""",
                        "d.tenant_id = :tenant_id AND d.ticket_id = u.ticket_id AND d.version = u.version");
    }

    /** A row of the unsequenced events. */
    record Entry(UUID ticket, long version, UUID event) {}

    @Override
    public int run(int most) {
        return dueTenants.inTurn(transactions, due, most, this::run);
    }

    private int run(String tenant, int most) {
        int sequenced = 0;
        boolean full = true;
        while (full && sequenced < most) {
            int next = Math.min(BATCH, most - sequenced);
            int batch = transactions.call().write(sql -> batch(sql, tenant, next, holdUnlessHeld));
            full = batch == next;
            sequenced += batch;
        }
        return sequenced;
    }

    /** Sequences what is committed now, at most {@link #BATCH} events; waits for another one who does that. */
    int run(TenantId tenant) {
        return transactions.call().write(sql -> batch(sql, tenant.value(), BATCH, hold));
    }

    private int batch(Sql sql, String tenant, int most, SqlText holding) throws SQLException {
        Bindings bindings = new Bindings().text("tenant_id", tenant).number("most", most);
        Optional<Long> last = held(sql, bindings, holding);
        if (last.isEmpty()) {
            return 0;
        }
        // A statement of its own: it must see what the one who held the row before has taken.
        List<Entry> entries = sql.list(
                take, bindings, row -> new Entry(row.id("ticket_id"), row.number("version"), row.id("event_id")));
        if (!entries.isEmpty()) {
            replace(sql, bindings, last.get(), entries);
        }
        return entries.size();
    }

    private Optional<Long> held(Sql sql, Bindings bindings, SqlText statement) throws SQLException {
        Optional<Long> last = sql.first(statement, bindings, row -> row.number("last_position"));
        if (last.isPresent()) {
            return last;
        }
        boolean begun = sql.insert(begin, bindings);
        return begun ? Optional.of(0L) : sql.first(statement, bindings, row -> row.number("last_position"));
    }

    private void replace(Sql sql, Bindings bindings, long last, List<Entry> entries) throws SQLException {
        bindings.ids("events", inOrder(entries))
                .ids(
                        "tickets",
                        new LinkedHashSet<>(entries.stream().map(Entry::ticket).toList()))
                .ids("taken_tickets", entries.stream().map(Entry::ticket).toList())
                .numbers("taken_versions", entries.stream().map(Entry::version).toList())
                .number("last", last);
        sql.update(place, bindings);
        if (sql.update(forget, bindings) != entries.size()) {
            throw StorageErrors.misuse("events were taken from the end of the feed by another; look at ticket_feed");
        }
        sql.update(moveEnd, bindings.number("last", last + entries.size()));
    }

    /**
     * The events in order of their ids, which is roughly that of time; but none before an earlier version of its ticket.
     *
     * @param entries in order of ticket and version
     */
    static List<UUID> inOrder(List<Entry> entries) {
        record Placed(TicketId place, UUID ticket, UUID event) {}
        List<Placed> placed = new ArrayList<>(entries.size());
        Placed last = null;
        for (Entry entry : entries) {
            // Compared as a ticket's id is: unsigned.
            TicketId place = new TicketId(entry.event());
            if (last != null
                    && last.ticket().equals(entry.ticket())
                    && last.place().compareTo(place) > 0) {
                place = last.place();
            }
            last = new Placed(place, entry.ticket(), entry.event());
            placed.add(last);
        }
        placed.sort(Comparator.comparing(Placed::place));
        return placed.stream().map(Placed::event).toList();
    }
}
