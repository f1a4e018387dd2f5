/** A shop that embeds a ticket desk: each order has a ticket, written in the same transaction. */
@NullMarked
package dev.ticketkit.samples.shop;

import org.jspecify.annotations.NullMarked;
