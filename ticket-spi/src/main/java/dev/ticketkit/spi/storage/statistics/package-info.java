/** Counts for reports: what a store counts, and how durations are kept. */
@NullMarked
package dev.ticketkit.spi.storage.statistics;

import org.jspecify.annotations.NullMarked;
