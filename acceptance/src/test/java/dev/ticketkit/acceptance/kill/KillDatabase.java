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
 * @param user who connects, without a password
 */
record KillDatabase(String url, String user) {
    private static final int CONNECTIONS = 12;

    void create() throws SQLException {
        try (HikariDataSource source = pool()) {
            TicketSchema.create(source);
            Marks.createTables(source);
            AutomationDesk desk = TicketDesk.builder()
                    .storage(JdbcStorage.owning(source))
                    .build()
                    .as(MarkedDesk.TENANT, MarkedDesk.ACTOR)
                    .automations();
            MarkedDesk.automations().forEach(desk::save);
        }
    }

    HikariDataSource pool() {
        return pool(url, user);
    }

    static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
