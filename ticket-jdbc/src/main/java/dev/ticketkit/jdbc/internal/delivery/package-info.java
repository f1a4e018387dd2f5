/** The queue of deliveries: claims, acknowledgements, what waits, who the consumers are. */
@NullMarked
package dev.ticketkit.jdbc.internal.delivery;

import org.jspecify.annotations.NullMarked;
