package dev.ticketkit.core.internal.delivery.worker;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a delivery is for: a consumer, or one receiver of a consumer.
 *
 * @param consumer the consumer's name
 * @param receiver the receiver's, or null for all of them
 * @param waiting what the queue says must wait
 */
public record Address(String consumer, @Nullable String receiver, Set<String> waiting) {
    private static final char SEPARATOR = ':';

    static Address parse(String text) {
        int end = text.indexOf(SEPARATOR);
        return end < 0
                ? new Address(text, null, Set.of())
                : new Address(text.substring(0, end), text.substring(end + 1), Set.of());
    }

    Address of(String name) {
        return new Address(consumer, name, waiting);
    }

    /** As the queue keeps it. */
    String text() {
        return receiver == null ? consumer : consumer + SEPARATOR + receiver;
    }

    boolean isWaiting() {
        return waiting.contains(text());
    }
}
