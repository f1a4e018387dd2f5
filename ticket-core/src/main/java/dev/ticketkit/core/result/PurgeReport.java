package dev.ticketkit.core.result;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What a purge removed.
 *
 * @param deliveries done or cancelled
 * @param runs firings, and what was known of automations' runs
 * @param notifications records of who was notified
 * @param keys idempotency keys
 */
@JsonPropertyOrder({"deliveries", "runs", "notifications", "keys"})
public record PurgeReport(long deliveries, long runs, long notifications, long keys) {}
