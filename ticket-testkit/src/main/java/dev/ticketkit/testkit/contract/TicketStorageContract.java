package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.storage.TicketStorage;
import org.junit.jupiter.api.Nested;

/** Everything a store promises, as one class to extend: name the store, and all contracts run against it. */
public abstract class TicketStorageContract extends TicketWritingContract {
    /** For subclasses. */
    protected TicketStorageContract() {}

    @Nested
    class ReadingTest extends TicketReadingContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }
}
