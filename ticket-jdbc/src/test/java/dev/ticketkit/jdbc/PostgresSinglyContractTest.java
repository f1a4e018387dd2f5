package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketWritingContract;

/**
 * Commits that never share a transaction. That is another way to commit, and to wait for locks; lists, searches and counts are the very
 * statements that {@link PostgresContractTest} tries in full.
 */
class PostgresSinglyContractTest extends TicketWritingContract {
    private static final TicketStorage STORE = JdbcStorage.owning(
            TestDatabase.withTables(SqlDialect.POSTGRESQL),
            JdbcOptions.builder().groupCommit(false).build());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
