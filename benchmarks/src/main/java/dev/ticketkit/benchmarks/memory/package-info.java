/** What never touches a database, by JMH. */
@NullMarked
package dev.ticketkit.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
