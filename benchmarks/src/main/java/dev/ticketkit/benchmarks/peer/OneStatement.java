package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens a ticket with the one statement that writes the same rows as the desk, and nothing else: one round trip, no checks. */
public final class OneStatement implements Work {
    private static final String OPEN = "WITH opened AS (INSERT INTO ticket_event (" + PlainTicket.EVENT_COLUMNS
            + ", reference_hash) VALUES (" + PlainTicket.EVENT_VALUES + ", ?)), written AS (INSERT INTO ticket ("
            + PlainTicket.TICKET_COLUMNS + ", reference, reference_fold, reference_sort) VALUES ("
            + PlainTicket.TICKET_VALUES + ", ?, ?, ?)), counted AS (INSERT INTO ticket_delta ("
            + PlainTicket.DELTA_COLUMNS + ") VALUES (" + PlainTicket.DELTA_VALUES
            + ")), unindexed AS (INSERT INTO ticket_unindexed (" + PlainTicket.QUEUE_COLUMNS + ") VALUES ("
            + PlainTicket.QUEUE_VALUES + ")), " + PlainTicket.FED + " INSERT INTO ticket_delivery ("
            + PlainTicket.DELIVERY_COLUMNS + ") VALUES (" + PlainTicket.DELIVERY_VALUES + ")";

    private final OurDesk tables;

    /** Writes into the tables of the desk. */
    public OneStatement(OurDesk tables) {
        this.tables = tables;
    }

    @Override
    public void prepare(int callers) {
        tables.begin();
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
            int at = ticket.bindEvent(statement, 1);
            statement.setBytes(at++, ticket.referenceHash());
            at = ticket.bindTicket(statement, at);
            at = ticket.bindReference(statement, at);
            at = ticket.bindDelta(statement, at);
            at = ticket.bindFeed(statement, ticket.bindQueue(statement, at));
            ticket.bindDelivery(statement, at);
            statement.executeUpdate();
        }
    }
}
