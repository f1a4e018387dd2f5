/** What is different between databases, and nothing else: no statement of a table, no ticket. */
@NullMarked
package dev.ticketkit.jdbc.internal.dialect;

import org.jspecify.annotations.NullMarked;
