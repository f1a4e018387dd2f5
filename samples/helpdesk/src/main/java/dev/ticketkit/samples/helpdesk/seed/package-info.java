/** A year of a plausible help desk, made when there is nothing yet. */
@NullMarked
package dev.ticketkit.samples.helpdesk.seed;

import org.jspecify.annotations.NullMarked;
