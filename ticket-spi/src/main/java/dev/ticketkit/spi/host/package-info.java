/** The ports a host application implements. */
@NullMarked
package dev.ticketkit.spi.host;

import org.jspecify.annotations.NullMarked;
