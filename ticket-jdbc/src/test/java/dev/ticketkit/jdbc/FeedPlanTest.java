package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.PlanningDataSource;
import dev.ticketkit.spi.model.TenantId;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL reads for a page of the feed, by the plans it keeps, when one tenant has nearly everything. */
@Tag("B15")
class FeedPlanTest {
    private static final int EVENTS = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"big", "small"})
    void aPageIsReadAlongIndexesWhoeverHasMuchWaiting(String tenant) throws SQLException {
        try (HikariDataSource database = TestDatabase.withTables(SqlDialect.POSTGRESQL)) {
            fill(database);
            PlanningDataSource planning = new PlanningDataSource(database, true).analyzing();
            JdbcStorage store = JdbcStorage.owning(
                    planning.dataSource,
                    JdbcOptions.builder().verifySchema(false).build());

            store.events().changesSince(new TenantId(tenant), EVENTS / 2, 100);

            assertThat(String.join("\n", planning.plans))
                    .contains("ticket_unsequenced_pk", "ticket_feed_pk")
                    .doesNotContain("Seq Scan on ticket_feed", "Sort");
        }
    }

    private static void fill(HikariDataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO ticket_unsequenced SELECT 'big', gen_random_uuid(), 1, gen_random_uuid()"
                    + " FROM generate_series(1, " + EVENTS + ")");
            statement.execute("INSERT INTO ticket_feed SELECT 'big', n, gen_random_uuid() FROM generate_series(1, "
                    + EVENTS + ") n");
            statement.execute("ANALYZE");
        }
    }
}
