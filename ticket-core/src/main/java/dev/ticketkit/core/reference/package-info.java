/** How references are made. */
@NullMarked
package dev.ticketkit.core.reference;

import org.jspecify.annotations.NullMarked;
