/** The change feed: events in the order in which they became visible. */
@NullMarked
package dev.ticketkit.jdbc.internal.feed;

import org.jspecify.annotations.NullMarked;
