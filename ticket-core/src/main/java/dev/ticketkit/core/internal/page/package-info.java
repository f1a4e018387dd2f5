/** Reads of many rows, a page at a time. */
@NullMarked
package dev.ticketkit.core.internal.page;

import org.jspecify.annotations.NullMarked;
