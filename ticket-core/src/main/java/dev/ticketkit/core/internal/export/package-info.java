/** Tickets as CSV. */
@NullMarked
package dev.ticketkit.core.internal.export;

import org.jspecify.annotations.NullMarked;
