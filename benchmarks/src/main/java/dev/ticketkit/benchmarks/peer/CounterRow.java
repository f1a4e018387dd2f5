package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens a ticket with a number without gaps: one statement with a counter row in it, so that every transaction waits for the last. */
public final class CounterRow implements Work {
    private static final String OPEN = """
            WITH counter AS (
              UPDATE ticket_series SET last_number = last_number + 1 WHERE tenant_id = ? AND series = 'T-' RETURNING last_number),
            numbered AS (SELECT 'T-' || lpad(CAST(last_number AS text), 7, '0') AS reference FROM counter),
            opened AS (
              INSERT INTO ticket_event (%s, reference_hash)
              SELECT %s, sha256(convert_to(reference, 'UTF8')) FROM numbered),
            written AS (
              INSERT INTO ticket (%s, reference, reference_fold, reference_sort)
              SELECT %s, reference, lower(reference), convert_to(lower(reference), 'UTF8') FROM numbered),
            counted AS (INSERT INTO ticket_delta (%s) VALUES (%s)),
            unindexed AS (INSERT INTO ticket_unindexed (%s) VALUES (%s)),
            %s
            INSERT INTO ticket_delivery (%s) VALUES (%s)
            """.formatted(
                    PlainTicket.EVENT_COLUMNS,
                    PlainTicket.EVENT_VALUES,
                    PlainTicket.TICKET_COLUMNS,
                    PlainTicket.TICKET_VALUES,
                    PlainTicket.DELTA_COLUMNS,
                    PlainTicket.DELTA_VALUES,
                    PlainTicket.QUEUE_COLUMNS,
                    PlainTicket.QUEUE_VALUES,
                    PlainTicket.FED,
                    PlainTicket.DELIVERY_COLUMNS,
                    PlainTicket.DELIVERY_VALUES);

    private final OurDesk tables;

    /** Writes into the tables of the desk. */
    public CounterRow(OurDesk tables) {
        this.tables = tables;
    }

    @Override
    public void prepare(int callers) {
        tables.begin();
        tables.schema()
                .execute("INSERT INTO ticket_series (tenant_id, series, last_number) VALUES ('" + OurDesk.TENANT.value()
                        + "', 'T-', 0)");
    }

    @Override
    public Call caller(int number) {
        Numbers numbers = new Numbers(number);
        DataSource pool = tables.schema().pool();
        return () -> {
            try (Connection connection = pool.getConnection()) {
                open(connection, PlainTicket.of(numbers.next()));
            }
        };
    }

    @Override
    public void check(long acknowledged) {
        tables.requireTickets(acknowledged);
    }

    private static void open(Connection connection, PlainTicket ticket) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, ticket.tenant());
            int at = ticket.bindEvent(statement, 2);
            at = ticket.bindTicket(statement, at);
            at = ticket.bindDelta(statement, at);
            at = ticket.bindFeed(statement, ticket.bindQueue(statement, at));
            ticket.bindDelivery(statement, at);
            statement.executeUpdate();
        }
    }
}
