package dev.ticketkit.jdbc.internal.automation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ticketkit.jdbc.StorageInternals;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.internal.dialect.Dialects;
import dev.ticketkit.jdbc.internal.sql.Bindings;
import dev.ticketkit.jdbc.internal.sql.Sql;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.storage.automation.AutomationExecution;
import dev.ticketkit.spi.storage.automation.ExecutionState;
import dev.ticketkit.spi.storage.automation.Firing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecutionTableTest {
    private static final TenantId ACME = new TenantId("acme");
    private static final UUID ID = new UUID(1, 1);
    private static final Instant NINE = Instant.parse("2026-03-10T09:00:00Z");

    private final HikariDataSource database = TestDatabase.withTables(TestDatabase.h2());
    private final ExecutionTable executions = new ExecutionTable(StorageInternals.names());
    private final FiringTable firings = new FiringTable(StorageInternals.names());
    private Connection connection;
    private Sql sql;

    @BeforeEach
    void connect() throws SQLException {
        connection = database.getConnection();
        sql = new Sql(connection, Dialects.H2);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    /** Two nodes went on with one execution: the one that came less far must not take it back. */
    @Test
    void whoIsLateDoesNotTakeAnExecutionBack() throws SQLException {
        executions.insert(sql, List.of(execution("a", ExecutionState.RUNNING, 0)), false);
        executions.save(sql, execution("a", ExecutionState.RUNNING, 2), false);
        executions.save(sql, execution("a", ExecutionState.RUNNING, 1), false);
        assertThat(stored()).extracting(AutomationExecution::stepsDone).containsExactly(2);

        executions.save(sql, execution("a", ExecutionState.DONE, 3), false);
        executions.save(sql, execution("a", ExecutionState.FAILED, 3), false);
        assertThat(stored()).extracting(AutomationExecution::state).containsExactly(ExecutionState.DONE);
    }

    @Test
    void whatIsThereIsNotStoredAgain() throws SQLException {
        executions.insert(sql, List.of(execution("b", ExecutionState.RUNNING, 1)), false);
        executions.insert(
                sql,
                List.of(execution("b", ExecutionState.FAILED, 0), execution("a", ExecutionState.RUNNING, 0)),
                false);
        assertThat(stored())
                .extracting(AutomationExecution::automation, AutomationExecution::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", ExecutionState.RUNNING),
                        org.assertj.core.groups.Tuple.tuple("b", ExecutionState.RUNNING));
    }

    @Test
    void anErasedFiringKeepsNoDetail() throws SQLException {
        executions.insert(sql, List.of(execution("a", ExecutionState.RUNNING, 0)), true);
        assertThat(stored()).extracting(AutomationExecution::detail).containsOnlyNulls();
    }

    @Test
    void aFiringIsStoredOnceAndErasedInTwoSteps() throws SQLException {
        Firing firing = new Firing(ACME, ID, "c-1", NINE, new byte[32], "{}");
        assertThat(firings.insert(sql, firing)).isTrue();
        assertThat(firings.insert(sql, firing)).isFalse();
        assertThat(firings.find(sql, ACME, ID)).contains(firing);
        assertThat(firings.isErased(sql, ACME, ID)).isFalse();

        Bindings contact = new Bindings().text("tenant_id", "acme").text("contact_id", "c-1");
        firings.erase(sql, contact);
        assertThat(firings.isErased(sql, ACME, ID)).isTrue();
        firings.forget(sql, contact);
        assertThat(firings.find(sql, ACME, ID).orElseThrow().contactId()).startsWith("erased-");
    }

    /** What an execution may still need is kept. */
    @Test
    void aFiringWithAnExecutionIsNotPurged() throws SQLException {
        firings.insert(sql, new Firing(ACME, ID, "c-1", NINE, new byte[32], "{}"));
        executions.insert(sql, List.of(execution("a", ExecutionState.DONE, 1)), false);
        assertThat(firings.purge(sql, before())).isZero();
        assertThat(executions.purge(sql, before())).isEqualTo(1);
        assertThat(firings.purge(sql, before())).isEqualTo(1);
    }

    private static Bindings before() {
        return new Bindings().text("tenant_id", "acme").time("before", NINE.plusSeconds(1));
    }

    private List<AutomationExecution> stored() throws SQLException {
        return executions.list(sql, ACME, ID);
    }

    private static AutomationExecution execution(String automation, ExecutionState state, int steps) {
        return new AutomationExecution(ACME, ID, automation, state, steps, null, "detail", NINE);
    }
}
