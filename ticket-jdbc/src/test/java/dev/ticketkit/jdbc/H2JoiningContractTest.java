package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.jdbc.fixture.TransactionPerCall;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketWritingContract;

/**
 * In transactions of the host. What joining may break is where a transaction begins and ends, what a loser leaves behind, and who waits for
 * whom. Lists, searches and counts ask nothing of their transaction but its connection, and {@link H2ContractTest} tries their statements
 * in full; {@link PostgresJoiningContractTest} does so inside a host's transaction.
 */
class H2JoiningContractTest extends TicketWritingContract {
    private static final TicketStorage STORE =
            new TransactionPerCall(TestDatabase.withTables(SqlDialect.H2), JdbcOptions.defaults());

    @Override
    protected TicketStorage storage() {
        return STORE;
    }
}
