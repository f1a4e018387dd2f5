/** Commands on tickets: one class for each decision and its commit. */
@NullMarked
package dev.ticketkit.core.internal.ticket;

import org.jspecify.annotations.NullMarked;
