/** Storage in memory and a clock that stands still, for the tests of hosts. */
@NullMarked
package dev.ticketkit.testkit;

import org.jspecify.annotations.NullMarked;
