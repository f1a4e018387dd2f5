package dev.ticketkit.samples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.core.command.OpenTicket;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.HostConnections;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.Contact;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a host with plain JDBC writes an order and the ticket about it in one transaction. */
@Tag("B6")
class HostTransactionTest {
    private final JdbcDataSource database = new JdbcDataSource();
    private TicketDesk desk;

    @BeforeEach
    void makeTables() throws SQLException {
        database.setURL("jdbc:h2:mem:" + java.util.UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        TicketSchema.create(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE shop_order (id VARCHAR(20) PRIMARY KEY)");
        }
        desk = TicketDesk.builder().storage(JdbcStorage.owning(database)).build();
    }

    @Test
    void orderAndTicketCommitTogether() throws SQLException {
        placeOrder("order-1", true);

        assertThat(orders()).isEqualTo(1);
        assertThat(hasTicketOf("order-1")).isTrue();
    }

    @Test
    void orderAndTicketRollBackTogether() throws SQLException {
        placeOrder("order-1", false);

        assertThat(orders()).isZero();
        assertThat(hasTicketOf("order-1")).isFalse();
    }

    private void placeOrder(String id, boolean paid) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO shop_order (id) VALUES (?)")) {
                insert.setString(1, id);
                insert.executeUpdate();
            }
            TicketDesk.builder()
                    .storage(JdbcStorage.joining(HostConnections.held(() -> connection)))
                    .build()
                    .as("acme", Actor.host("shop"))
                    .open(OpenTicket.builder()
                            .title("Where is my order?")
                            .externalId(id)
                            .contact(Contact.of("c-17", "Bruno Verdi"))
                            .build());
            if (paid) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }

    private boolean hasTicketOf(String order) {
        return desk.as("acme", Actor.host("shop")).findByExternalId(order).isPresent();
    }

    private int orders() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM shop_order")) {
            count.next();
            return count.getInt(1);
        }
    }
}
