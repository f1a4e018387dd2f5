package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.storage.TicketStorage;
import org.junit.jupiter.api.Nested;

/** Everything a store promises, as one class to extend: name the store, and all contracts of this package run against it. */
public abstract class TicketStorageContract extends TicketWritingContract {
    /** For subclasses. */
    protected TicketStorageContract() {}

    @Nested
    class ContactListTest extends ContactListContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }

    @Nested
    class DurationTest extends DurationContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }

    @Nested
    class EventTimeTest extends EventTimeContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }

    @Nested
    class HostileTextTest extends HostileTextContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }

    @Nested
    class TallyTest extends CountContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }

    @Nested
    class TextSearchTest extends TextSearchContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }

    @Nested
    class TicketFilterTest extends TicketFilterContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }

    @Nested
    class TicketListTest extends TicketListContract {
        @Override
        protected TicketStorage storage() {
            return TicketStorageContract.this.storage();
        }
    }
}
