/** The tables: scripts, creation, verification, and what Citus makes of them. */
@NullMarked
package dev.ticketkit.jdbc.internal.schema;

import org.jspecify.annotations.NullMarked;
