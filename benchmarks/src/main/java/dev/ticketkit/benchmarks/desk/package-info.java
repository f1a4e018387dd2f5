/** The desk as the benchmarks use it, and the tickets they invent. */
@NullMarked
package dev.ticketkit.benchmarks.desk;

import org.jspecify.annotations.NullMarked;
