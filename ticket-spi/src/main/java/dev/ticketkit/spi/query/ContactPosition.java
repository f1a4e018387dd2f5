package dev.ticketkit.spi.query;

import dev.ticketkit.spi.model.Priority;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A place in a list of contacts by urgency.
 *
 * @param priority the highest priority
 * @param openedAt the latest opening
 * @param contactId the contact's id
 */
public record ContactPosition(Priority priority, Instant openedAt, String contactId) {
    /** The order of a list of contacts: priority descending, opening descending, then id by code point. */
    public static final Comparator<ContactPosition> ORDER = Comparator.comparing(ContactPosition::priority)
            .thenComparing(ContactPosition::openedAt)
            .reversed()
            .thenComparing(position -> position.contactId().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);
}
