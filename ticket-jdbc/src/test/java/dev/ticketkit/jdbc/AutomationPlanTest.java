package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.PlanningDataSource;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.Firing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Plans PostgreSQL chooses by itself for a tenant with 50,000 firings, runs, deliveries and notices of a thousand contacts. */
@Tag("F34")
class AutomationPlanTest {
    private static final TenantId TENANT = new TenantId("big");
    private static final UUID EVENT = new UUID(0, 7);
    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant LATER = AT.plusSeconds(500);
    private static final AutomationExecution RUN =
            new AutomationExecution(TENANT, EVENT, "a", ExecutionState.FAILED, 1, null, "detail", AT);

    private static HikariDataSource database;

    @BeforeAll
    static void fill() throws SQLException {
        database = TestDatabase.withTables(SqlDialect.POSTGRESQL);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            insert(statement, "ticket_firing", "id, contact_id, fired_at, body_hash, document", """
                    %s, 'c-' || n %% 1000, %s, '\\x00', 'document'""");
            insert(
                    statement,
                    "ticket_execution",
                    "event_id, automation, state, steps_done, ticket_id, detail, updated_at",
                    """
                    %s, 'a', 'RUNNING', 0, NULL, 'detail', %s""");
            insert(statement, "ticket_delivery", "event_id, due_at, consumer, ticket_id, version, state", """
                    %s, %s, 'automations', gen_random_uuid(), 1, CASE WHEN n %% 100 = 0 THEN 'PENDING' ELSE 'DONE' END""");
            insert(statement, "ticket_notification", "event_id, notified_at, receiver, operator_ids, outcomes", """
                    %s, %s, '', '{}', '{}'""");
            insert(statement, "ticket_mail_switch", "operator_id", "CAST(%1$s AS text)");
            insert(
                    statement,
                    "ticket_event",
                    "id, ticket_id, version, receipt_version, kind, occurred_at, actor_kind, actor_id, actor_label, change_keys,"
                            + " change_froms, change_tos",
                    "%1$s, %1$s, 1, 1, 'OPENED', %2$s, 'OPERATOR', 'o', 'o', '{}', '{}', '{}'");
            insert(
                    statement,
                    "ticket",
                    "id, version, reference, reference_fold, reference_sort, title, title_sort, search_text, status_key,"
                            + " status_position, macro_status, priority, category_sort, contact_id, contact_sort, owner_sort, origin,"
                            + " attributes, attribute_terms, opened_at, updated_at, reopenings",
                    "%1$s, 1, 'r', 'r', '', 't', '', 't', 'open', 1, 'IN_PROGRESS', 1, '', 'c', '', '', 'OPERATOR', '{}', '{}',"
                            + " %2$s, %2$s, 0");
            insert(statement, "ticket_automation", "id, document", "%1$s, '{}'");
            statement.execute("INSERT INTO ticket_automation_set (tenant_id, revision, change_id)"
                    + " SELECT 'tenant-' || n, 1, gen_random_uuid() FROM generate_series(1, 10000) n");
            statement.execute("ANALYZE");
        }
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void automationsAreFoundByTenant() {
        uses(
                store -> store.automations().automations(new TenantId("tenant-7")),
                "ticket_automation_set_pk",
                "ticket_automation_pk");
        uses(store -> store.automations().change(TENANT, 3, List.of(), Set.of("a")), "ticket_automation_set_pk");
    }

    @Test
    void firingsAndRunsAreFoundByKey() {
        Firing firing = new Firing(TENANT, EVENT, "c-1", AT, new byte[32], "{}");
        uses(store -> store.executions().fire(firing, List.of(), "x", Duration.ZERO), "ticket_firing_pk");
        uses(store -> store.executions().begin(TENANT, EVENT, List.of(RUN)), "ticket_firing_pk", "ticket_execution_pk");
        uses(store -> store.executions().save(RUN), "ticket_firing_pk", "ticket_pk", "ticket_execution_pk");
        uses(store -> store.executions().deliverNow(TENANT, EVENT), "ticket_delivery_");
    }

    @Test
    void anErasureLooksUpTheContactsFirings() {
        uses(
                store -> store.executions().eraseContact(TENANT, "c-3"),
                "ticket_firing_contact_ix",
                "ticket_execution_pk",
                "ticket_delivery_");
    }

    @Test
    void runsOfATicketHaveAnIndex() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var plan = statement.executeQuery("EXPLAIN UPDATE ticket_execution SET detail = NULL"
                        + " WHERE tenant_id = 'big' AND ticket_id = '" + EVENT + "'")) {
            StringBuilder lines = new StringBuilder();
            while (plan.next()) {
                lines.append(plan.getString(1)).append('\n');
            }
            assertThat(lines).contains("ticket_execution_ticket_ix");
        }
    }

    @Test
    void purgesReadTheOldestAndLookUpTheirDeliveries() {
        uses(
                store -> store.executions().purge(TENANT, LATER),
                "ticket_execution_updated_ix",
                "ticket_firing_fired_ix",
                "ticket_delivery_");
        uses(store -> store.notifications().purge(TENANT, LATER), "ticket_notification_noticed_ix");
    }

    @Test
    void noticesAndSwitchesAreFoundByKey() {
        uses(store -> store.notifications().records(TENANT, EVENT), "ticket_notification_pk");
        uses(store -> store.notifications().setOptedOut(TENANT, "op-1", false), "ticket_mail_switch_pk");
        uses(store -> store.notifications().optedOut(new TenantId("small")), "ticket_mail_switch_pk");
    }

    /** 50,000 rows; the first number is the key, one second lies between two rows. */
    private static void insert(Statement statement, String table, String columns, String values) throws SQLException {
        String key = "CAST(lpad(to_hex(n), 32, '0') AS uuid)";
        String time = "TIMESTAMPTZ '2026-03-01 00:00:00Z' + n * INTERVAL '1 second'";
        statement.execute("INSERT INTO %s (tenant_id, %s) SELECT 'big', %s FROM generate_series(1, 50000) n"
                .formatted(table, columns, values.formatted(key, time)));
    }

    private static void uses(Consumer<TicketStorage> call, String... indexes) {
        PlanningDataSource planning = new PlanningDataSource(database, true);
        call.accept(JdbcStorage.owning(
                planning.dataSource, JdbcOptions.builder().verifySchema(false).build()));
        AbstractStringAssert<?> plan = assertThat(String.join("\n", planning.plans));
        plan.contains(indexes).doesNotContainPattern("Seq Scan on (?!ticket_key\\b|pg_database\\b)");
    }
}
