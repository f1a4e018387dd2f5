package dev.ticketkit.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.jdbc.fixture.LikeCitus;
import dev.ticketkit.jdbc.fixture.StatementRules;
import dev.ticketkit.jdbc.fixture.WorkoutOfSteps;
import dev.ticketkit.jdbc.fixture.source.RecordingDataSource;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** The forms for Citus keep the same contract, by statements that a distributed PostgreSQL takes. */
@Tag("F58")
class CitusFormContractTest extends TicketStorageContract {
    private static RecordingDataSource recorded;
    private static TicketStorage store;

    @BeforeAll
    static void makeStore() throws SQLException {
        recorded = new RecordingDataSource(LikeCitus.withTables(JdbcOptions.defaults()));
        store = JdbcStorage.owning(recorded.dataSource);
    }

    @Override
    protected TicketStorage storage() {
        return store;
    }

    @AfterAll
    static void everyStatementObeysTheRules() {
        new WorkoutOfSteps().run(store);
        assertThat(recorded.statements).hasSizeGreaterThan(40);
        assertThat(recorded.statements).allSatisfy(sql -> {
            assertThat(StatementRules.faults(sql)).as(sql).isEmpty();
            assertThat(StatementRules.faultsOnCitus(sql)).as(sql).isEmpty();
        });
    }
}
