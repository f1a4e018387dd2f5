/** The desk: open, change, note, find, list and count tickets in the name of an actor. */
@NullMarked
package dev.ticketkit.core.desk;

import org.jspecify.annotations.NullMarked;
