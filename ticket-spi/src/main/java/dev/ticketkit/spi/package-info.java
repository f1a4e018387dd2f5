/** Nouns and ports. */
@NullMarked
package dev.ticketkit.spi;

import org.jspecify.annotations.NullMarked;
