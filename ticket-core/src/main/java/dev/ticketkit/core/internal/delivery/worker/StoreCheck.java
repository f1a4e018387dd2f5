package dev.ticketkit.core.internal.delivery.worker;

import dev.ticketkit.core.internal.text.CauseText;
import dev.ticketkit.spi.error.TicketException;
import dev.ticketkit.spi.error.UnreadableException;
import dev.ticketkit.spi.model.TenantId;
import dev.ticketkit.spi.model.TicketId;
import dev.ticketkit.spi.storage.TicketStorage;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Distinguishes a row that cannot be read from a store that reads nothing: asks for an event and a ticket that do not exist. What is thrown does not
 * decide alone, since each store, and each fault of it, throws something else.
 */
final class StoreCheck {
    private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);
    private static final UUID NOBODYS = new UUID(0, 0);

    private final TicketStorage storage;

    StoreCheck(TicketStorage storage) {
        this.storage = storage;
    }

    /** Whether the store reads other things of a tenant, so that the problem is that of the one row. */
    boolean isAbleToRead(TenantId tenant, Throwable problem) {
        if (isPassing(problem)) {
            return false;
        }
        try {
            storage.events().event(tenant, NOBODYS);
            storage.tickets().find(tenant, new TicketId(NOBODYS));
            return true;
        } catch (Throwable wider) {
            LOG.debug("the store reads nothing now: {}", CauseText.of(wider));
            return false;
        }
    }

    /** A row that is named is not mended by waiting, though its code is that of tables that do not fit yet. */
    private static boolean isPassing(Throwable problem) {
        return !(problem instanceof UnreadableException)
                && problem instanceof TicketException said
                && switch (said.code()) {
                    case STORAGE_RETRYABLE, STORAGE_LOCKED, STORAGE_UNKNOWN, STORAGE_UNAVAILABLE, SCHEMA -> true;
                    case STORAGE_FAILED,
                            STORAGE_INCOMPLETE,
                            NOT_FOUND,
                            CONFLICT,
                            TAKEN,
                            KEY_REUSED,
                            FORBIDDEN,
                            REFUSED -> false;
                };
    }
}
