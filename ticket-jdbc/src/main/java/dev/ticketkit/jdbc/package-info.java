/** Storage on JDBC. */
@NullMarked
package dev.ticketkit.jdbc;

import org.jspecify.annotations.NullMarked;
