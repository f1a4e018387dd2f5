package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.catalogue.CatalogueRaceContract;
import dev.ticketkit.testkit.contract.catalogue.CategoryContract;
import dev.ticketkit.testkit.contract.catalogue.CategoryMergeContract;
import dev.ticketkit.testkit.contract.catalogue.StatusContract;
import dev.ticketkit.testkit.contract.catalogue.StatusRemovalContract;
import dev.ticketkit.testkit.contract.erasure.ErasureContract;
import dev.ticketkit.testkit.contract.erasure.FormerContactContract;
import dev.ticketkit.testkit.contract.statistics.CountedLifeContract;
import dev.ticketkit.testkit.contract.ticket.ChangeFeedContract;
import dev.ticketkit.testkit.contract.ticket.CommitAllContract;
import dev.ticketkit.testkit.contract.ticket.DeletionContract;
import dev.ticketkit.testkit.contract.ticket.IdempotencyContract;
import dev.ticketkit.testkit.contract.ticket.LostCommitContract;
import dev.ticketkit.testkit.contract.ticket.ReferenceBlocksContract;
import dev.ticketkit.testkit.contract.ticket.ReferenceContract;
import dev.ticketkit.testkit.contract.ticket.ReferenceSeriesContract;
import dev.ticketkit.testkit.contract.ticket.StoreRaceContract;
import dev.ticketkit.testkit.contract.ticket.TenantIsolationContract;
import dev.ticketkit.testkit.contract.ticket.TicketCommitContract;
import org.junit.jupiter.api.Nested;

/**
 * What every store promises of commits, transactions and races, and of reading back what was written: the first ring, without deliveries,
 * automations and notifications.
 *
 * <p>{@link #storage()} is asked for each test and may give the same store every time: tests use tenants of their own.
 */
abstract class TicketKeepingContract {
    /** The store to test. */
    protected abstract TicketStorage storage();

    @Nested
    class CatalogueRaceTest extends CatalogueRaceContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class CategoryMergeTest extends CategoryMergeContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class CategoryTest extends CategoryContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class ChangeFeedTest extends ChangeFeedContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class CommitAllTest extends CommitAllContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class CountedLifeTest extends CountedLifeContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class DeletionTest extends DeletionContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class ErasureTest extends ErasureContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class FormerContactTest extends FormerContactContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class IdempotencyTest extends IdempotencyContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class LostCommitTest extends LostCommitContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class ReferenceBlocksTest extends ReferenceBlocksContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class ReferenceSeriesTest extends ReferenceSeriesContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class ReferenceTest extends ReferenceContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class StatusRemovalTest extends StatusRemovalContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class StatusTest extends StatusContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class StoreRaceTest extends StoreRaceContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class TenantIsolationTest extends TenantIsolationContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }

    @Nested
    class TicketCommitTest extends TicketCommitContract {
        @Override
        protected TicketStorage storage() {
            return TicketKeepingContract.this.storage();
        }
    }
}
