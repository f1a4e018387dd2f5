/** What a store promises of counts and durations. */
@NullMarked
package dev.ticketkit.testkit.contract.statistics;

import org.jspecify.annotations.NullMarked;
