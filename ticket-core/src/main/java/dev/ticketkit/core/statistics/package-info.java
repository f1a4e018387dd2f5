/** Statistics: readings, reports, and the calculators they are checked against. */
@NullMarked
package dev.ticketkit.core.statistics;

import org.jspecify.annotations.NullMarked;
