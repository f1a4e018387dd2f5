/** One ticket, and a new one. */
@NullMarked
package dev.ticketkit.samples.helpdesk.ticket;

import org.jspecify.annotations.NullMarked;
