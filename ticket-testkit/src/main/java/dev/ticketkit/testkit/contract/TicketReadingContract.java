package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.query.ContactListContract;
import dev.ticketkit.testkit.contract.query.HostileTextContract;
import dev.ticketkit.testkit.contract.query.PhraseSearchContract;
import dev.ticketkit.testkit.contract.query.TextSearchContract;
import dev.ticketkit.testkit.contract.query.TicketFilterContract;
import dev.ticketkit.testkit.contract.query.TicketListContract;
import dev.ticketkit.testkit.contract.statistics.CountContract;
import dev.ticketkit.testkit.contract.statistics.DurationContract;
import dev.ticketkit.testkit.contract.ticket.EventTimeContract;
import org.junit.jupiter.api.Nested;

/** What every store promises of lists, searches and statistics: the same queries as elsewhere, tried more thoroughly. */
abstract class TicketReadingContract {
    /** The store to test. */
    protected abstract TicketStorage storage();

    @Nested
    class ContactListTest extends ContactListContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }

    @Nested
    class DurationTest extends DurationContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }

    @Nested
    class EventTimeTest extends EventTimeContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }

    @Nested
    class HostileTextTest extends HostileTextContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }

    @Nested
    class CountTest extends CountContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }

    @Nested
    class PhraseSearchTest extends PhraseSearchContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }

    @Nested
    class TextSearchTest extends TextSearchContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }

    @Nested
    class TicketFilterTest extends TicketFilterContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }

    @Nested
    class TicketListTest extends TicketListContract {
        @Override
        protected TicketStorage storage() {
            return TicketReadingContract.this.storage();
        }
    }
}
