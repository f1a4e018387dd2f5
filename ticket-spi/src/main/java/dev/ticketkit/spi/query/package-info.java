/** What to list, in which order, and the page that comes back. */
@NullMarked
package dev.ticketkit.spi.query;

import org.jspecify.annotations.NullMarked;
