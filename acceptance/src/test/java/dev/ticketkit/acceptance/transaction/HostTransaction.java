package dev.ticketkit.acceptance.transaction;

import dev.ticketkit.core.desk.ActorDesk;
import dev.ticketkit.core.desk.TicketDeskBuilder;
import dev.ticketkit.jdbc.HostConnections;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.spi.model.Actor;
import dev.ticketkit.spi.model.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A host at work with plain JDBC: his orders and the desk in one transaction. */
final class HostTransaction implements AutoCloseable {
    final Connection connection;
    private final TenantId tenant;
    private final ActorDesk desk;

    private HostTransaction(Connection connection, TicketDeskBuilder settings, TenantId tenant) {
        this.connection = connection;
        this.tenant = tenant;
        this.desk = settings.storage(JdbcStorage.joining(HostConnections.held(() -> connection)))
                .build()
                .as(tenant, Actor.operator("olga", "Olga"));
    }

    static HostTransaction begin(DataSource source, TicketDeskBuilder settings, TenantId tenant) throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        return new HostTransaction(connection, settings, tenant);
    }

    static void createTable(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists host_order (tenant varchar(200), id varchar(200),"
                    + " primary key (tenant, id))");
        }
    }

    static List<String> orders(DataSource source, TenantId tenant) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id from host_order where tenant = ? order by id")) {
            select.setString(1, tenant.value());
            List<String> ids = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
            return ids;
        }
    }

    /** The desk inside the transaction. */
    ActorDesk desk() {
        return desk;
    }

    void order(String id) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into host_order (tenant, id) values (?, ?)")) {
            insert.setString(1, tenant.value());
            insert.setString(2, id);
            insert.executeUpdate();
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        connection.close();
    }
}
