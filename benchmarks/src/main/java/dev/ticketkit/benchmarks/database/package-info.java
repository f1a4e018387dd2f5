/** The server, and the schemas the benchmarks work in. */
@NullMarked
package dev.ticketkit.benchmarks.database;

import org.jspecify.annotations.NullMarked;
