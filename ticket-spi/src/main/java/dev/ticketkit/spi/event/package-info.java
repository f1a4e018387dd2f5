/** What happens to a ticket, as its history keeps it. */
@NullMarked
package dev.ticketkit.spi.event;

import org.jspecify.annotations.NullMarked;
