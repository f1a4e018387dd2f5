package dev.ticketkit.benchmarks.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Opens a ticket in one statement, with its history but without an outbox: that is the other library's. */
final class TicketAndEvent {
    private static final String OPEN = "WITH opened AS (INSERT INTO ticket_event (" + PlainTicket.EVENT_COLUMNS
            + ", reference_hash) VALUES (" + PlainTicket.EVENT_VALUES + ", ?)), written AS (INSERT INTO ticket ("
            + PlainTicket.TICKET_COLUMNS + ", reference, reference_fold, reference_sort) VALUES ("
            + PlainTicket.TICKET_VALUES + ", ?, ?, ?)), counted AS (INSERT INTO ticket_delta ("
            + PlainTicket.DELTA_COLUMNS + ") VALUES (" + PlainTicket.DELTA_VALUES + ")), " + PlainTicket.FED
            + " INSERT INTO ticket_unindexed ("
            + PlainTicket.QUEUE_COLUMNS + ") VALUES (" + PlainTicket.QUEUE_VALUES + ")";

    private TicketAndEvent() {}

    static void write(Connection connection, PlainTicket ticket) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            int at = ticket.bindEvent(statement, 1);
            statement.setBytes(at++, ticket.referenceHash());
            at = ticket.bindTicket(statement, at);
            at = ticket.bindReference(statement, at);
            at = ticket.bindFeed(statement, ticket.bindDelta(statement, at));
            ticket.bindQueue(statement, at);
            statement.executeUpdate();
        }
    }
}
