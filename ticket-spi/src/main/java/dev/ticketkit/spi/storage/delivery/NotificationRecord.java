package dev.ticketkit.spi.storage.delivery;

import dev.ticketkit.spi.model.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who was notified of an event in one go, and who not and why.
 *
 * @param tenant whose event
 * @param eventId the event
 * @param receiver the operator, when only one was to be notified; empty for a round to all
 * @param at when
 * @param outcomes by operator id
 */
public record NotificationRecord(
        TenantId tenant, UUID eventId, String receiver, Instant at, SortedMap<String, NotificationOutcome> outcomes) {
    /** The receiver of a round to all. */
    public static final String ALL = "";

    /** Copies the map. */
    public NotificationRecord {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }
}
