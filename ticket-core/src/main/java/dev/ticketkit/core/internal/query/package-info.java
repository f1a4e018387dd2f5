/** Query text: what an operator types becomes a query. */
@NullMarked
package dev.ticketkit.core.internal.query;

import org.jspecify.annotations.NullMarked;
