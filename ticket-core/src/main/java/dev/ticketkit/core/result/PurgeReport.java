package dev.ticketkit.core.result;

/**
 * What a purge removed.
 *
 * @param deliveries done or cancelled
 * @param runs firings, and what was known of automations' runs
 * @param notices records of who was notified
 * @param keys idempotency keys
 */
public record PurgeReport(long deliveries, long runs, long notices, long keys) {}
