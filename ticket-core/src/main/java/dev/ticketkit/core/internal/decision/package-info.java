/** Decisions about one ticket. Pure: knows no store, clock or thread. */
@NullMarked
package dev.ticketkit.core.internal.decision;

import org.jspecify.annotations.NullMarked;
