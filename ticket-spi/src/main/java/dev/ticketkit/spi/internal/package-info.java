/** What the nouns share and nobody else needs. */
@NullMarked
package dev.ticketkit.spi.internal;

import org.jspecify.annotations.NullMarked;
