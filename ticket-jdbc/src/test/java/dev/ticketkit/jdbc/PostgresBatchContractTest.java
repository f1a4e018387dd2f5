package dev.ticketkit.jdbc;

import dev.ticketkit.jdbc.fixture.TestDatabase;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.TicketWritingContract;
import dev.ticketkit.testkit.contract.query.HostileTextContract;
import dev.ticketkit.testkit.contract.ticket.EventTimeContract;
import org.junit.jupiter.api.Nested;

/**
 * Every commit is a batch of one. What a batch may break is what is written, texts and times in its arrays too; lists, searches and
 * counts are the very statements that {@link PostgresContractTest} tries in full.
 */
class PostgresBatchContractTest extends TicketWritingContract {
    private static final TicketStorage STORE = BatchForms.alone(TestDatabase.withTables(SqlDialect.POSTGRESQL));

    @Override
    protected TicketStorage storage() {
        return STORE;
    }

    @Nested
    class EventTimeTest extends EventTimeContract {
        @Override
        protected TicketStorage storage() {
            return STORE;
        }
    }

    @Nested
    class HostileTextTest extends HostileTextContract {
        @Override
        protected TicketStorage storage() {
            return STORE;
        }
    }
}
