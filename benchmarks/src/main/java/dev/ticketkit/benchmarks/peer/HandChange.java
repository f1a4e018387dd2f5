package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.database.EmbeddedH2;
import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.desk.SizedDesk;
import dev.ticketkit.benchmarks.load.CpuWork;
import dev.ticketkit.core.identity.TimeOrderedIds;
import dev.ticketkit.spi.model.Priority;
import dev.ticketkit.spi.model.Status;
import dev.ticketkit.spi.model.TicketId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Changes status and priority of tickets on H2 by statements that write the rows the desk writes: read, history, update, the rest, commit. */
public final class HandChange implements CpuWork {
    private static final String READ = """
            SELECT version, status_key, status_position, priority, category_id, opened_at, reopenings FROM ticket
            WHERE tenant_id = ? AND id = ?""";
    private static final String EVENT = """
            INSERT INTO ticket_event (tenant_id, id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id,
              actor_label, change_keys, change_froms, change_tos, status_to)
            VALUES (?, ?, ?, ?, ?, 'CHANGED', ?, 'OPERATOR', ?, ?, ARRAY['STATUS', 'PRIORITY'], ?, ?, ?)""";
    private static final String UPDATE = """
            UPDATE ticket SET version = ?, status_key = ?, status_position = ?, macro_status = ?, priority = ?, updated_at = ?
            WHERE tenant_id = ? AND id = ? AND version = ?""";
    private static final String DELTAS = """
            INSERT INTO ticket_delta (tenant_id, event_id, part, weight, category_id, status_key, status_position, macro_status,
              priority, opened_day, opened_month, reopenings, entered_day, entered_month)
            VALUES (?, ?, 0, -1, ?, ?, ?, 'IN_PROGRESS', ?, ?, ?, ?, NULL, NULL), (?, ?, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELIVERY = """
            INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version) VALUES (?, ?, '*', ?, ?)""";
    private static final String FED =
            "INSERT INTO ticket_unsequenced (tenant_id, ticket_id, version, event_id) VALUES (?, ?, ?, ?)";

    private static final String TENANT = OurDesk.TENANT.value();
    private static final TimeOrderedIds IDS = new TimeOrderedIds();
    private static final Clock CLOCK = Clock.systemUTC();

    private final HandStatements statements;
    private final PreparedStatement read;
    private final PreparedStatement event;
    private final PreparedStatement update;
    private final PreparedStatement deltas;
    private final PreparedStatement delivery;
    private final PreparedStatement fed;
    private final List<TicketId> mine;
    private long turn;

    /** Changes tickets that went through the desk's first change. */
    public HandChange(EmbeddedH2 database, List<TicketId> tickets) {
        this.mine = List.copyOf(tickets);
        statements = new HandStatements(database);
        read = statements.prepare(READ);
        event = statements.prepare(EVENT);
        update = statements.prepare(UPDATE);
        deltas = statements.prepare(DELTAS);
        delivery = statements.prepare(DELIVERY);
        fed = statements.prepare(FED);
    }

    private record Before(
            long version, String status, int position, int priority, UUID category, LocalDate opened, int reopenings) {}

    private record After(UUID event, OffsetDateTime at, Status status, Priority priority) {}

    @Override
    public void call() throws SQLException {
        UUID id = mine.get((int) (turn % mine.size())).value();
        long number = 1 + turn++ / mine.size();
        OffsetDateTime now = CLOCK.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        After after =
                new After(IDS.next(now.toInstant()), now, SizedDesk.statusOf(number), SizedDesk.priorityOf(number));
        Before before = read(id);
        write(id, before, after);
        count(before, after);
        long version = before.version() + 1;
        HandStatements.update(delivery, 1, TENANT, after.event(), id, version);
        HandStatements.update(fed, 1, TENANT, id, version, after.event());
        statements.commit();
    }

    private Before read(UUID id) throws SQLException {
        try (ResultSet row = HandStatements.first(read, TENANT, id)) {
            return new Before(
                    row.getLong(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getObject(5, UUID.class),
                    row.getObject(6, OffsetDateTime.class)
                            .withOffsetSameInstant(ZoneOffset.UTC)
                            .toLocalDate(),
                    row.getInt(7));
        }
    }

    private void write(UUID id, Before before, After after) throws SQLException {
        long version = before.version() + 1;
        String status = after.status().key();
        HandStatements.update(
                event,
                1,
                TENANT,
                after.event(),
                id,
                version,
                version,
                after.at(),
                OurDesk.ACTOR.id(),
                OurDesk.ACTOR.label(),
                new String[] {
                    before.status(), Priority.ofRank(before.priority()).name()
                },
                new String[] {status, after.priority().name()},
                status);
        HandStatements.update(
                update,
                1,
                version,
                status,
                after.status().position(),
                after.status().macro().name(),
                after.priority().rank(),
                after.at(),
                TENANT,
                id,
                before.version());
    }

    private void count(Before before, After after) throws SQLException {
        LocalDate today = after.at().toLocalDate();
        HandStatements.update(
                deltas,
                2,
                TENANT,
                after.event(),
                before.category(),
                before.status(),
                before.position(),
                before.priority(),
                day(before.opened()),
                month(before.opened()),
                before.reopenings(),
                TENANT,
                after.event(),
                before.category(),
                after.status().key(),
                after.status().position(),
                after.status().macro().name(),
                after.priority().rank(),
                day(before.opened()),
                month(before.opened()),
                before.reopenings(),
                day(today),
                month(today));
    }

    private static int day(LocalDate date) {
        return (int) date.toEpochDay();
    }

    private static int month(LocalDate date) {
        return day(date.withDayOfMonth(1));
    }

    @Override
    public void close() {
        statements.close();
    }
}
