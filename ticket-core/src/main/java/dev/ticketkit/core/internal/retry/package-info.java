/** Deciding again when another commit was faster. */
@NullMarked
package dev.ticketkit.core.internal.retry;

import org.jspecify.annotations.NullMarked;
