/** What an actor may see and do. */
@NullMarked
package dev.ticketkit.core.internal.access;

import org.jspecify.annotations.NullMarked;
