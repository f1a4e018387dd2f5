/** What operators type to find tickets, as a query. */
@NullMarked
package dev.ticketkit.core.query;

import org.jspecify.annotations.NullMarked;
