/** Connections: whose they are, where they lead, what is remembered of them, how long they wait for locks. */
@NullMarked
package dev.ticketkit.jdbc.internal.connection;

import org.jspecify.annotations.NullMarked;
