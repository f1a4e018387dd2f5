/** One run of the benchmarks, from options to report. */
@NullMarked
package dev.ticketkit.benchmarks.run;

import org.jspecify.annotations.NullMarked;
