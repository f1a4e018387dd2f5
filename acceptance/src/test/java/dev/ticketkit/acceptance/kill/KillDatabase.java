package dev.ticketkit.acceptance.kill;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.core.desk.AutomationDesk;
import dev.ticketkit.core.desk.TicketDesk;
import dev.ticketkit.jdbc.JdbcStorage;
import dev.ticketkit.jdbc.TicketSchema;
import java.sql.SQLException;

/**
 * Where children and parent meet.
 *
 * @param url for JDBC
 * @param marks for JDBC, where the marks are; on H2 a file of its own, since writers beside the desk's would be the host's to keep in turn
 * @param user who connects, without a password
 */
record KillDatabase(String url, String marks, String user) {
    private static final int CONNECTIONS = 12;

    void create() throws SQLException {
        try (HikariDataSource source = pool()) {
            TicketSchema.create(source);
            AutomationDesk desk = TicketDesk.builder()
                    .storage(JdbcStorage.owning(source))
                    .build()
                    .as(MarkedDesk.TENANT, MarkedDesk.ACTOR)
                    .automations();
            MarkedDesk.automations().forEach(desk::save);
        }
        try (HikariDataSource source = marksPool()) {
            Marks.createTables(source);
        }
    }

    HikariDataSource pool() {
        return pool(url, CONNECTIONS);
    }

    /** One connection on H2: its writers take turns. */
    HikariDataSource marksPool() {
        return pool(marks, marks.equals(url) ? CONNECTIONS : 1);
    }

    private HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
