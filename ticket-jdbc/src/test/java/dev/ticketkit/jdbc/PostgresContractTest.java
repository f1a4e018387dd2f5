package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.StatementRules;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.source.RecordingDataSource;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** As a host has it who sets nothing; by statements that a distributed PostgreSQL takes too. */
@Tag("F58")
class PostgresContractTest extends TicketStorageContract {
    private static final RecordingDataSource RECORDED =
            new RecordingDataSource(TestDatabase.withTables(SqlDialect.POSTGRESQL));
    private static final TicketStorage STORE = JdbcStorage.owning(RECORDED.dataSource);

    @Override
    protected TicketStorage storage() {
        return STORE;
    }

    @AfterAll
    static void everyStatementObeysTheRules() {
        StatementRules.assertObeyed(RECORDED.statements);
    }
}
