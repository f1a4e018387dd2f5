/** What the store in memory keeps of one tenant. */
@NullMarked
package dev.ticketkit.testkit.internal.table;

import org.jspecify.annotations.NullMarked;
