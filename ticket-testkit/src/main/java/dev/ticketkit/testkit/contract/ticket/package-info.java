/** What a store promises of commits, references, histories and the change feed. */
@NullMarked
package dev.ticketkit.testkit.contract.ticket;

import org.jspecify.annotations.NullMarked;
