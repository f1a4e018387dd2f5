package dev.ticketkit.spi.storage.delivery;

import java.time.Instant;

/**
 * A consumer that no started desk runs.
 *
 * @param name its name
 * @param lastSeen when a desk last said that it runs it, by the store's time, give or take some minutes
 */
public record UnattendedConsumer(String name, Instant lastSeen) {}
