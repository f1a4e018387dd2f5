/** The queue of events on their way to consumers, and what is known of notifications. */
@NullMarked
package dev.ticketkit.spi.storage.delivery;

import org.jspecify.annotations.NullMarked;
