package dev.ticketkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ticketkit.spi.storage.StoragePart;
import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.automation.AutomationStoreContract;
import dev.ticketkit.testkit.contract.automation.ExecutionStoreContract;
import dev.ticketkit.testkit.contract.automation.FiringContract;
import dev.ticketkit.testkit.contract.automation.FiringErasureContract;
import dev.ticketkit.testkit.contract.delivery.ConsumerContract;
import dev.ticketkit.testkit.contract.delivery.DeliveryAttemptContract;
import dev.ticketkit.testkit.contract.delivery.DeliveryBatchContract;
import dev.ticketkit.testkit.contract.delivery.DeliveryOrderContract;
import dev.ticketkit.testkit.contract.delivery.DeliveryPumpContract;
import dev.ticketkit.testkit.contract.delivery.DeliveryQueueContract;
import dev.ticketkit.testkit.contract.delivery.NotificationStoreContract;
import dev.ticketkit.testkit.contract.delivery.RestoringContract;
import dev.ticketkit.testkit.contract.delivery.UnequalPumpsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What a store that keeps everything promises of commits, transactions, races, deliveries and maintenance, and of reading back what was
 * written. It is what another way to connect or to keep data may break; {@link TicketStorageContract} tries the same queries more thoroughly.
 */
@SuppressWarnings("exports")
public abstract class TicketWritingContract extends TicketKeepingContract {
    /** For subclasses. */
    protected TicketWritingContract() {}

    /** Else tests of what is left out would be skipped unseen. */
    @Test
    void keepsEveryPart() {
        assertThat(StoragePart.values()).allMatch(storage()::keeps);
    }

    @Nested
    class AutomationStoreTest extends AutomationStoreContract {
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
    class NotificationStoreTest extends NotificationStoreContract {
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
    class ExecutionStoreTest extends ExecutionStoreContract {
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
