package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.HandedTickets;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.statistics.DurationBuckets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Changes a ticket's status as a plain data access object does: lock, update, history, outbox, commit. Five round trips, for what
 * statistics have to count goes along with the update.
 */
public final class FourStatementChange implements Work {
    private static final String LOCK =
            "SELECT status_key, version, opened_at FROM ticket WHERE tenant_id = ? AND id = ? FOR UPDATE";
    private static final String COUNTED = """
            INSERT INTO ticket_delta (tenant_id, event_id, part, weight, category_id, owner_id, status_key, status_position,
              macro_status, priority, opened_day, opened_month, closed_day, closed_month, closing_micros, closing_bucket, answer_bucket, reopenings,
              entered_day, entered_month)
            SELECT tenant_id, ?, %s, category_id, owner_id, status_key, status_position, macro_status, priority,
              CAST(floor(extract(epoch FROM opened_at) / 86400) AS integer),
              CAST(floor(extract(epoch FROM date_trunc('month', opened_at, 'UTC')) / 86400) AS integer),
              CAST(floor(extract(epoch FROM closed_at) / 86400) AS integer),
              CAST(floor(extract(epoch FROM date_trunc('month', closed_at, 'UTC')) / 86400) AS integer),
              closing_micros, closing_bucket, answer_bucket, reopenings, %s FROM""";
    private static final String UPDATE = "WITH uncounted AS (" + COUNTED.formatted("0, -1", "NULL, NULL") + """
             ticket WHERE tenant_id = ? AND id = ?),
            written AS (
              UPDATE ticket SET version = ?, status_key = ?, status_position = ?, macro_status = ?, updated_at = ?, closed_at = ?,
                closing_micros = CAST(extract(epoch FROM CAST(? AS timestamptz) - opened_at) * 1000000 AS bigint), closing_bucket = ?,
                reopenings = reopenings + ?
              WHERE tenant_id = ? AND id = ? RETURNING *)
            """
            + COUNTED.formatted("1, 1", "?, ?") + " written";
    private static final String EVENT = """
            WITH fed AS (INSERT INTO ticket_unsequenced (tenant_id, ticket_id, version, event_id) VALUES (?, ?, ?, ?))
            INSERT INTO ticket_event (tenant_id, id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id,
                actor_label, change_keys, change_froms, change_tos, status_to)
            VALUES (?, ?, ?, ?, ?, 'CHANGED', ?, 'OPERATOR', ?, ?, ARRAY['STATUS'], ARRAY[?], ARRAY[?], ?)""";
    private static final String DELIVERY =
            "INSERT INTO ticket_delivery (" + PlainTicket.DELIVERY_COLUMNS + ") VALUES (?, ?, '*', ?, ?)";

    private static final TimeOrderedIds IDS = new TimeOrderedIds();
    private static final Clock CLOCK = Clock.systemUTC();

    private final OurDesk tables;

    /** Writes into the tables of the desk. */
    public FourStatementChange(OurDesk tables) {
        this.tables = tables;
    }

    @Override
    public void prepare(int callers) {
        HandedTickets.prepare(tables, callers);
    }

    @Override
    public Call caller(int number) {
        List<TicketId> mine = HandedTickets.of(tables, number);
        DataSource pool = tables.schema().pool();
        int[] turn = {0};
        return () -> {
            int now = turn[0]++;
            try (Connection connection = pool.getConnection()) {
                connection.setAutoCommit(false);
                change(connection, mine.get(now % mine.size()).value());
                connection.commit();
            }
        };
    }

    @Override
    public void check(long acknowledged) {
        HandedTickets.requireChanges(tables, acknowledged);
    }

    private static void change(Connection connection, UUID id) throws SQLException {
        Locked locked = lock(connection, id);
        Instant at = CLOCK.instant().truncatedTo(ChronoUnit.MICROS);
        OffsetDateTime now = at.atOffset(ZoneOffset.UTC);
        String to = locked.status().equals("resolved") ? "open" : "resolved";
        UUID event = IDS.next(at);
        update(connection, id, event, locked, to, now);
        try (PreparedStatement statement = connection.prepareStatement(EVENT)) {
            statement.setString(1, OurDesk.TENANT.value());
            statement.setObject(2, id);
            statement.setLong(3, locked.version() + 1);
            statement.setObject(4, event);
            statement.setString(5, OurDesk.TENANT.value());
            statement.setObject(6, event);
            statement.setObject(7, id);
            statement.setLong(8, locked.version() + 1);
            statement.setLong(9, locked.version() + 1);
            statement.setObject(10, now);
            statement.setString(11, OurDesk.ACTOR.id());
            statement.setString(12, OurDesk.ACTOR.label());
            statement.setString(13, locked.status());
            statement.setString(14, to);
            statement.setString(15, to);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(DELIVERY)) {
            statement.setString(1, OurDesk.TENANT.value());
            statement.setObject(2, event);
            statement.setObject(3, id);
            statement.setLong(4, locked.version() + 1);
            statement.executeUpdate();
        }
    }

    private record Locked(String status, long version, OffsetDateTime openedAt) {}

    private static Locked lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, OurDesk.TENANT.value());
            statement.setObject(2, id);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return new Locked(rows.getString(1), rows.getLong(2), rows.getObject(3, OffsetDateTime.class));
            }
        }
    }

    private static Integer bucket(OffsetDateTime opened, OffsetDateTime closed) {
        return DurationBuckets.bucketOf(Duration.between(opened, closed));
    }

    private static void update(Connection connection, UUID id, UUID event, Locked locked, String to, OffsetDateTime now)
            throws SQLException {
        boolean closes = to.equals("resolved");
        LocalDate today = now.toLocalDate();
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setObject(1, event);
            statement.setString(2, OurDesk.TENANT.value());
            statement.setObject(3, id);
            statement.setLong(4, locked.version() + 1);
            statement.setString(5, to);
            statement.setInt(6, closes ? 5 : 1);
            statement.setString(7, closes ? "TERMINATED" : "IN_PROGRESS");
            statement.setObject(8, now);
            statement.setObject(9, closes ? now : null);
            statement.setObject(10, closes ? now : null);
            statement.setObject(11, closes ? bucket(locked.openedAt(), now) : null, Types.SMALLINT);
            statement.setInt(12, closes ? 0 : 1);
            statement.setString(13, OurDesk.TENANT.value());
            statement.setObject(14, id);
            statement.setObject(15, event);
            statement.setInt(16, (int) today.toEpochDay());
            statement.setInt(17, (int) today.withDayOfMonth(1).toEpochDay());
            statement.executeUpdate();
        }
    }
}
