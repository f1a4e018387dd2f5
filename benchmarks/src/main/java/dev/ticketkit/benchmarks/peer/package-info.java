/** What the desk is measured against: what a host would write by hand, and other libraries. */
@NullMarked
package dev.ticketkit.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
