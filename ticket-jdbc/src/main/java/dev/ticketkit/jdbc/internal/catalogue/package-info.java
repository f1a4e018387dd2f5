/** Statuses and categories inside a commit. */
@NullMarked
package dev.ticketkit.jdbc.internal.catalogue;

import org.jspecify.annotations.NullMarked;
