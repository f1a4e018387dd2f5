/** Brings committed events to consumers: at least once, in order for each ticket, one consumer's failure not another's. */
@NullMarked
package dev.ticketkit.core.delivery;

import org.jspecify.annotations.NullMarked;
