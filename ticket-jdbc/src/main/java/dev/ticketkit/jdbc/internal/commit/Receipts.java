package dev.ticketkit.jdbc.internal.commit;

import dev.ticketkit.spi.model.Reference;
import dev.ticketkit.spi.storage.Receipt;
import dev.ticketkit.spi.storage.TicketChange;

/** Receipts of changes that have just been written. */
final class Receipts {
    private Receipts() {}

    static Receipt of(TicketChange change, Reference reference) {
        return new Receipt(
                change.after().id(),
                reference,
                change.after().version(),
                change.isReceiptOnly() ? null : change.event().id());
    }
}
