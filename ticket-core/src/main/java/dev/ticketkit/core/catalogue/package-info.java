/** Statuses, priorities and categories of one tenant. */
@NullMarked
package dev.ticketkit.core.catalogue;

import org.jspecify.annotations.NullMarked;
