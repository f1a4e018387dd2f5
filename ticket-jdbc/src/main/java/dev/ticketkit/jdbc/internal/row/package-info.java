/** The columns of tickets and events: how each is written and read. */
@NullMarked
package dev.ticketkit.jdbc.internal.row;

import org.jspecify.annotations.NullMarked;
