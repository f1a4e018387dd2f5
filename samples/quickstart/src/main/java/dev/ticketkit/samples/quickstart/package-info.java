/** A help desk's life, replayed. */
@NullMarked
package dev.ticketkit.samples.quickstart;

import org.jspecify.annotations.NullMarked;
