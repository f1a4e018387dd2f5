package dev.ticketkit.testkit;

import dev.ticketkit.spi.storage.TicketStorage;
import dev.ticketkit.testkit.contract.CatalogueRaceContract;
import dev.ticketkit.testkit.contract.CategoryContract;
import dev.ticketkit.testkit.contract.CategoryMergeContract;
import dev.ticketkit.testkit.contract.DeletionContract;
import dev.ticketkit.testkit.contract.DeliveryOrderContract;
import dev.ticketkit.testkit.contract.DeliveryQueueContract;
import dev.ticketkit.testkit.contract.HostileTextContract;
import dev.ticketkit.testkit.contract.IdempotencyContract;
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

/** The reference implementation passes every contract. All share one store, as tests on a database do. */
class MemoryStorageTest {
    private static final TicketStorage STORAGE = new MemoryStorage();

    @Nested
    class Commits extends TicketCommitContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class LostCommits extends LostCommitContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Keys extends IdempotencyContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class References extends ReferenceContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Series extends ReferenceSeriesContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Deliveries extends DeliveryQueueContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class DeliveryOrder extends DeliveryOrderContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Deletion extends DeletionContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Lists extends TicketListContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Filters extends TicketFilterContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class TextSearch extends TextSearchContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Categories extends CategoryContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class CategoryMerges extends CategoryMergeContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Statuses extends StatusContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Tallies extends TallyContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Races extends StoreRaceContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class CatalogueRaces extends CatalogueRaceContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class Tenants extends TenantIsolationContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }

    @Nested
    class HostileTexts extends HostileTextContract {
        @Override
        protected TicketStorage storage() {
            return STORAGE;
        }
    }
}
