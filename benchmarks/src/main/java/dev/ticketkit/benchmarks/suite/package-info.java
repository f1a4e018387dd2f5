/** The benchmarks. */
@NullMarked
package dev.ticketkit.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
