/** Calculators of reports, and how counts are checked against the tickets. */
@NullMarked
package dev.ticketkit.core.internal.statistics;

import org.jspecify.annotations.NullMarked;
