/** Counts kept per period: what a commit adds, how additions are rolled up, how they are read. */
@NullMarked
package dev.ticketkit.jdbc.internal.rollup;

import org.jspecify.annotations.NullMarked;
