/** Tickets as files for other programs. */
@NullMarked
package dev.ticketkit.core.export;

import org.jspecify.annotations.NullMarked;
