/** Constraints of the Jakarta Validation API that count and look at characters the same way on every store. */
@NullMarked
package dev.ticketkit.spi.constraint;

import org.jspecify.annotations.NullMarked;
