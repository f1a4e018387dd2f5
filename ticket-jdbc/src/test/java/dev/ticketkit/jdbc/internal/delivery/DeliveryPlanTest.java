package dev.ticketkit.jdbc.internal.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.JdbcOptions;
import dev.ticketkit.jdbc.SqlDialect;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.SqlText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plans PostgreSQL chooses by itself for 100,000 deliveries of one tenant, half of them done, beside a few of others. */
@Tag("F34")
class DeliveryPlanTest {
    private static final DeliveryStatements STATEMENTS = new DeliveryStatements(
            StorageInternals.settings(JdbcOptions.defaults()).names());
    private static final Bindings VALUES = new Bindings()
            .text("tenant_id", "big")
            .text("after", "")
            .text("owner", "one")
            .id("event_id", new UUID(0, 7))
            .id("ticket_id", new UUID(0, 7))
            .text("consumer", "*")
            .text("state", "DONE")
            .text("cause", null)
            .text("left_to", "mail")
            .number("attempt", 1)
            .flag("alone", false)
            .number("most", 100)
            .number("near", 250)
            .number("micros", 60_000_000)
            .time("before", Instant.EPOCH);

    private static HikariDataSource database;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            // Ten events for each ticket: nine of ten that are due wait for an earlier one.
            statement.execute("""
                    INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version, state, ended_at, due_at)
                    SELECT 'big', CAST(lpad(to_hex(n), 32, '0') AS uuid), '*', CAST(lpad(to_hex(n / 10), 32, '0') AS uuid), n % 10,
                      CASE WHEN n % 10 < 5 THEN 'DONE' ELSE 'PENDING' END, CASE WHEN n % 10 < 5 THEN now() END,
                      now() - n * INTERVAL '1 millisecond'
                    FROM generate_series(1, 100000) n""");
            statement.execute("""
                    INSERT INTO ticket_delivery (tenant_id, event_id, consumer, ticket_id, version)
                    SELECT 'small-' || n, CAST(lpad(to_hex(n), 32, '0') AS uuid), '*', CAST(lpad(to_hex(n), 32, '0') AS uuid), 1
                    FROM generate_series(1, 50) n""");
            statement.execute("ANALYZE");
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void findingTheNextTenantIsOneLookIntoAnIndex() throws SQLException {
        assertThat(plan(STATEMENTS.claims.due.next()))
                .containsPattern("Index( Only)? Scan using ticket_delivery_due_ix")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan");
    }

    @Test
    void aClaimReadsTheDueInOrderAndLooksUpWhatTheyWaitFor() throws SQLException {
        for (SqlText each : new SqlText[] {
            STATEMENTS.claims.atOnce.claim(false, 250),
            STATEMENTS.claims.atOnce.claim(true, 250),
            STATEMENTS.claims.atOnce.alone(250)
        }) {
            assertThat(plan(each))
                    .containsPattern(
                            "CTE near\\n *->  Limit\\n(.*\\n){0,4} *->  Index Scan using ticket_delivery_due_ix")
                    .containsPattern(
                            "LockRows\\n(.*\\n){1,3} *->  (Tid Scan on|Index Scan using ticket_delivery_pk on) ticket_delivery d")
                    .contains("ticket_delivery_order_ix")
                    .doesNotContainPattern("Seq Scan on (?!ticket_consumer\\b|ticket_key\\b|pg_database\\b)");
        }
    }

    @Test
    void takingWhatIsLeftReadsItsOwnIndex() throws SQLException {
        assertThat(plan(STATEMENTS.claims.left.atOnce))
                .contains("ticket_delivery_left_ix", "ticket_delivery_order_ix")
                .doesNotContain("Seq Scan");
        assertThat(plan(new ConsumerStatements(StorageInternals.settings(JdbcOptions.defaults())
                                .names())
                        .leftTenant))
                .contains("ticket_delivery_left_ix")
                .doesNotContain("Seq Scan");
    }

    @Test
    void settingAsideLooksUpRowByRow() throws SQLException {
        assertThat(plan(STATEMENTS.waiting.block))
                .containsPattern("Limit\\n *->  Index Scan using ticket_delivery_due_ix")
                .containsPattern("LockRows\\n *->  Index Scan using ticket_delivery_order_ix")
                .containsPattern("LockRows\\n *->  Index Scan using ticket_delivery_pk")
                .doesNotContain("Seq Scan");
        assertThat(plan(STATEMENTS.waiting.wake))
                .contains("ticket_delivery_order_ix")
                .doesNotContain("Seq Scan");
    }

    @Test
    void takingOneThatWasAbandonedReadsTheDueInOrder() throws SQLException {
        assertThat(plan(STATEMENTS.claims.abandoned.atOnce))
                .containsPattern("LockRows\\n(.*\\n){0,3} *->  Index Scan using ticket_delivery_due_ix")
                .contains("ticket_delivery_order_ix")
                .doesNotContain("Seq Scan");
    }

    @Test
    void marksUseTheKey() throws SQLException {
        for (SqlText each : new SqlText[] {
            STATEMENTS.end,
            STATEMENTS.retry,
            STATEMENTS.extend,
            STATEMENTS.giveBack,
            STATEMENTS.release,
            STATEMENTS.acknowledged
        }) {
            assertThat(plan(each))
                    .containsPattern("ticket_delivery_(pk|due_ix|parked_ix)")
                    .doesNotContain("Seq Scan");
        }
    }

    @Test
    void listsAndPurgesUseTheirIndexes() throws SQLException {
        assertThat(plan(STATEMENTS.parked))
                .contains("ticket_delivery_parked_ix")
                .doesNotContain("Sort");
        assertThat(plan(STATEMENTS.purge)).contains("ticket_delivery_ended_ix").doesNotContain("Seq Scan");
        VALUES.text("tenant_id", "small-7");
        assertThat(plan(STATEMENTS.pending)).contains("ticket_delivery_").doesNotContain("Seq Scan");
        VALUES.text("tenant_id", "big");
    }

    private static String plan(SqlText sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            StringBuilder plan = new StringBuilder();
            SqlText.Form form = sql.in(Dialects.POSTGRESQL);
            try (PreparedStatement statement = connection.prepareStatement("EXPLAIN (COSTS OFF) " + form.text())) {
                VALUES.apply(statement, form);
                try (ResultSet lines = statement.executeQuery()) {
                    while (lines.next()) {
                        plan.append(lines.getString(1)).append('\n');
                    }
                }
            } finally {
                connection.rollback();
            }
            return plan.toString();
        }
    }
}
