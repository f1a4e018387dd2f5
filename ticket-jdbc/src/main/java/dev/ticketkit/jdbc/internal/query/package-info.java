/** Lists of tickets and contacts: conditions, orders, index ranges, pages. */
@NullMarked
package dev.ticketkit.jdbc.internal.query;

import org.jspecify.annotations.NullMarked;
