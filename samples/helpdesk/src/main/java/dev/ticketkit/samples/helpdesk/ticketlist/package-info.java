/** The list of tickets. */
@NullMarked
package dev.ticketkit.samples.helpdesk.ticketlist;

import org.jspecify.annotations.NullMarked;
