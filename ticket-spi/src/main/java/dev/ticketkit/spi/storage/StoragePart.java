package dev.ticketkit.spi.storage;

import dev.ticketkit.spi.error.StorageException;
import dev.ticketkit.spi.error.TicketErrorCode;
import java.util.Objects;

/**
 * What a store may leave out. Reading a part that a store does not keep finds nothing, for there is nothing; writing to it is refused with
 * {@code STORAGE_INCOMPLETE} and a sentence that says what is missing. So a desk works on a store of tickets, events, catalogue and statistics alone.
 */
public enum StoragePart {
    /** The queue of events on their way to consumers, and who the consumers are. */
    DELIVERIES(
            "deliveries",
            "leave out start(), drain() and what they deliver, or use a store that implements TicketStorage.deliveries()"),
    /** Automations, their executions, and what the host fired. Their executions are delivered, so this needs {@link #DELIVERIES} too. */
    AUTOMATIONS(
            "automations",
            "save and fire none, or use a store that implements TicketStorage.automations(), executions() and deliveries()"),
    /** Who was notified, and which operators want no mail. */
    NOTIFICATIONS(
            "notification records",
            "configure no mail to operators, or use a store that implements TicketStorage.notifications() and deliveries()");

    private final String missing;
    private final String advice;

    StoragePart(String missing, String advice) {
        this.missing = missing;
        this.advice = advice;
    }

    /**
     * Asks before it is too late: a desk that shall deliver, say, when it is started.
     *
     * @throws StorageException with {@code STORAGE_INCOMPLETE} when the storage does not keep this part
     */
    public void requireIn(TicketStorage storage) {
        if (!Objects.requireNonNull(storage, "storage").keeps(this)) {
            throw missing();
        }
    }

    StorageException missing() {
        return new StorageException(
                TicketErrorCode.STORAGE_INCOMPLETE, "this store keeps no " + missing + ": " + advice, null);
    }
}
