/** Reads of many: lists, histories, changes, streams, and where their pages go on. */
@NullMarked
package dev.ticketkit.core.internal.listing;

import org.jspecify.annotations.NullMarked;
