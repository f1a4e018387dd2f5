/** The nouns: what a ticket is made of. Immutable values, no clock, no input or output. */
@NullMarked
package dev.ticketkit.spi.model;

import org.jspecify.annotations.NullMarked;
