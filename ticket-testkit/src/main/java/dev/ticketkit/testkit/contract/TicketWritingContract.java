package dev.ticketkit.testkit.contract;

import dev.ticketkit.spi.storage.TicketStorage;
import org.junit.jupiter.api.Nested;

/**
 * What a store promises of commits, transactions, races, deliveries and chores, and of reading back what was written. It is what another way
 * to connect or to keep data may break; the other contracts of {@link TicketStorageContract} try the same queries more thoroughly.
 *
 * <p>{@link #storage()} is asked for each test and may give the same store every time: tests use tenants of their own.
 */
public abstract class TicketWritingContract {
    /** For subclasses. */
    protected TicketWritingContract() {}

    /** The store to test. */
    protected abstract TicketStorage storage();

    @Nested
    class AutomationStoreTest extends AutomationStoreContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class CatalogueRaceTest extends CatalogueRaceContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class CategoryMergeTest extends CategoryMergeContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class CategoryTest extends CategoryContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class ChangeFeedTest extends ChangeFeedContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class CommitAllTest extends CommitAllContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class ConsumerTest extends ConsumerContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class CountedLifeTest extends CountedLifeContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class DeletionTest extends DeletionContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class DeliveryAttemptTest extends DeliveryAttemptContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class DeliveryBatchTest extends DeliveryBatchContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class DeliveryOrderTest extends DeliveryOrderContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class DeliveryPumpTest extends DeliveryPumpContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class DeliveryQueueTest extends DeliveryQueueContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class ErasureTest extends ErasureContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class FormerContactTest extends FormerContactContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class FiringErasureTest extends FiringErasureContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class FiringTest extends FiringContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class IdempotencyTest extends IdempotencyContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class LostCommitTest extends LostCommitContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class NoticeStoreTest extends NotificationStoreContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class ReferenceBlocksTest extends ReferenceBlocksContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class ReferenceSeriesTest extends ReferenceSeriesContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class ReferenceTest extends ReferenceContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class RestoringTest extends RestoringContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class RunStoreTest extends ExecutionStoreContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class StatusRemovalTest extends StatusRemovalContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class StatusTest extends StatusContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class StoreRaceTest extends StoreRaceContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class TenantIsolationTest extends TenantIsolationContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class TicketCommitTest extends TicketCommitContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }

    @Nested
    class UnequalPumpsTest extends UnequalPumpsContract {
        @Override
        protected TicketStorage storage() {
            return TicketWritingContract.this.storage();
        }
    }
}
