/** Reports: from what is rolled up, and from tickets where that is not exact. */
@NullMarked
package dev.ticketkit.jdbc.internal.statistics;

import org.jspecify.annotations.NullMarked;
