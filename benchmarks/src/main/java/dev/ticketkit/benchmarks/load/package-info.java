/** Callers, rounds and clocks. */
@NullMarked
package dev.ticketkit.benchmarks.load;

import org.jspecify.annotations.NullMarked;
