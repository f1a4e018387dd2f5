package dev.ticketkit.benchmarks.peer;

import dev.ticketkit.benchmarks.desk.OurDesk;
import dev.ticketkit.benchmarks.load.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens a ticket as a plain data access object does: ticket, history, outbox, commit. Four round trips, for the rows of search and statistics go along. */
public final class ThreeStatements implements Work {
    private static final String TICKET = "WITH unindexed AS (INSERT INTO ticket_unindexed ("
            + PlainTicket.QUEUE_COLUMNS + ") VALUES (" + PlainTicket.QUEUE_VALUES + ")) INSERT INTO ticket ("
            + PlainTicket.TICKET_COLUMNS
            + ", reference, reference_fold, reference_sort) VALUES (" + PlainTicket.TICKET_VALUES + ", ?, ?, ?)";
    private static final String EVENT = "WITH " + PlainTicket.FED + ", counted AS (INSERT INTO ticket_delta ("
            + PlainTicket.DELTA_COLUMNS
            + ") VALUES (" + PlainTicket.DELTA_VALUES + ")) INSERT INTO ticket_event (" + PlainTicket.EVENT_COLUMNS
            + ", reference_hash) VALUES (" + PlainTicket.EVENT_VALUES + ", ?)";
    private static final String DELIVERY = "INSERT INTO ticket_delivery (" + PlainTicket.DELIVERY_COLUMNS + ") VALUES ("
            + PlainTicket.DELIVERY_VALUES + ")";

    private final OurDesk tables;

    /** Writes into the tables of the desk. */
    public ThreeStatements(OurDesk tables) {
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
        return () -> open(pool, PlainTicket.of(numbers.next()));
    }

    @Override
    public void check(long acknowledged) {
        tables.requireTickets(acknowledged);
    }

    private static void open(DataSource pool, PlainTicket ticket) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(TICKET)) {
                ticket.bindReference(statement, ticket.bindTicket(statement, ticket.bindQueue(statement, 1)));
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(EVENT)) {
                int at = ticket.bindEvent(statement, ticket.bindDelta(statement, ticket.bindFeed(statement, 1)));
                statement.setBytes(at, ticket.referenceHash());
                statement.executeUpdate();
            }
            try (PreparedStatement statement = connection.prepareStatement(DELIVERY)) {
                ticket.bindDelivery(statement, 1);
                statement.executeUpdate();
            }
            connection.commit();
        }
    }
}
