/** What contracts share among themselves: races, plain searches, random queries, what claims deliveries. */
@NullMarked
package dev.ticketkit.testkit.contract.internal;

import org.jspecify.annotations.NullMarked;
