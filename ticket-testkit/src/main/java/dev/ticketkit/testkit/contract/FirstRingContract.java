package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.storage.TicketStorage;
import org.junit.jupiter.api.Nested;

/**
 * Everything that a store of the first ring promises, as one class to extend: tickets, events, catalogue, contacts, numbers and statistics. What it keeps
 * beyond that is not tested here; what a test looks for in a part that the store {@linkplain dev.ticketkit.spi.storage.StoragePart leaves out} is skipped.
 */
@SuppressWarnings("exports")
public abstract class FirstRingContract extends TicketKeepingContract {
    /** For subclasses. */
    protected FirstRingContract() {}

    @Nested
    class ReadingTest extends TicketReadingContract {
        @Override
        protected TicketStorage storage() {
            return FirstRingContract.this.storage();
        }
    }
}
