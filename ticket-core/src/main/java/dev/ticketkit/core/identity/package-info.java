/** Ids and hashes. */
@NullMarked
package dev.ticketkit.core.identity;

import org.jspecify.annotations.NullMarked;
