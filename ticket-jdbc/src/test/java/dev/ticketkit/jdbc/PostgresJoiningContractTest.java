package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.StatementRules;
import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.TransactionPerCall;
import dev.ticketkit.jdbc.fixture.source.RecordingDataSource;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketStorageContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** In transactions of the host, step by step; by statements that a distributed PostgreSQL takes too. */
@Tag("F58")
class PostgresJoiningContractTest extends TicketStorageContract {
    private static final RecordingDataSource RECORDED =
            new RecordingDataSource(TestDatabase.withTables(SqlDialect.POSTGRESQL));
    private static final TicketStorage STORE = new TransactionPerCall(RECORDED.dataSource, JdbcOptions.defaults());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }

    @AfterAll
    static void everyStatementObeysTheRules() {
        StatementRules.assertObeyed(RECORDED.statements);
    }
}
