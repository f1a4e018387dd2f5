/** What a store promises of deliveries, consumers and notification records. */
@NullMarked
package dev.ticketkit.testkit.contract.delivery;

import org.jspecify.annotations.NullMarked;
