/** The start of an application with the starter for Spring Boot, against the same without it. */
@NullMarked
package dev.ticketkit.benchmarks.start;

import org.jspecify.annotations.NullMarked;
