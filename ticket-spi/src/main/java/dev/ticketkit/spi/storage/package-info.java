/** The ports a store implements. A store writes one thing, a decided {@link dev.ticketkit.spi.storage.TicketChange}, and reads the rest. */
@NullMarked
package dev.ticketkit.spi.storage;

import org.jspecify.annotations.NullMarked;
