/** Cursors of lists. */
@NullMarked
package dev.ticketkit.core.listing;

import org.jspecify.annotations.NullMarked;
