/** Ids and hashes. */
@NullMarked
package dev.ticketkit.core.internal.identity;

import org.jspecify.annotations.NullMarked;
