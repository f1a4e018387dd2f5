/** What the store in memory does at each port. */
@NullMarked
package dev.ticketkit.testkit.internal.store;

import org.jspecify.annotations.NullMarked;
