/** What came out, for people and for programs. */
@NullMarked
package dev.ticketkit.benchmarks.report;

import org.jspecify.annotations.NullMarked;
