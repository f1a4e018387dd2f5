/** What a store promises of lists and searches. */
@NullMarked
package dev.ticketkit.testkit.contract.query;

import org.jspecify.annotations.NullMarked;
