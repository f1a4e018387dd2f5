/** The errors the library throws of its own. */
@NullMarked
package dev.ticketkit.spi.error;

import org.jspecify.annotations.NullMarked;
