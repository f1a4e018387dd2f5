package dev.ticketkit.jdbc;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.CatalogueRaceContract;
import dev.ticketkit.testkit.contract.CategoryContract;
import dev.ticketkit.testkit.contract.CategoryMergeContract;
import dev.ticketkit.testkit.contract.DeletionContract;
import dev.ticketkit.testkit.contract.HostileTextContract;
import dev.ticketkit.testkit.contract.LostCommitContract;
import dev.ticketkit.testkit.contract.ReferenceContract;
import dev.ticketkit.testkit.contract.ReferenceSeriesContract;
import dev.ticketkit.testkit.contract.StatusContract;
import dev.ticketkit.testkit.contract.StoreRaceContract;
import dev.ticketkit.testkit.contract.TallyContract;
import dev.ticketkit.testkit.contract.TenantIsolationContract;
import dev.ticketkit.testkit.contract.TextSearchContract;
import dev.ticketkit.testkit.contract.TicketCommitContract;
import dev.ticketkit.testkit.contract.TicketFilterContract;
import dev.ticketkit.testkit.contract.TicketListContract;
import org.junit.jupiter.api.Nested;

/** All contracts of a store, on the store that a subclass names. */
abstract class StoreContracts {
    abstract TicketStorage store();

    @Nested
    class CatalogueRaceTest extends CatalogueRaceContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class CategoryTest extends CategoryContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class CategoryMergeTest extends CategoryMergeContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class DeletionTest extends DeletionContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class HostileTextTest extends HostileTextContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class LostCommitTest extends LostCommitContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class ReferenceTest extends ReferenceContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class ReferenceSeriesTest extends ReferenceSeriesContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class StatusTest extends StatusContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class StoreRaceTest extends StoreRaceContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class TallyTest extends TallyContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class TenantIsolationTest extends TenantIsolationContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class TextSearchTest extends TextSearchContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class TicketCommitTest extends TicketCommitContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class TicketFilterTest extends TicketFilterContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }

    @Nested
    class TicketListTest extends TicketListContract {
        @Override
        protected TicketStorage storage() {
            return store();
        }
    }
}
