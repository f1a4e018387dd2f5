/** Statements, their parameters and rows, and what is different between databases. Knows no ticket. */
@NullMarked
package dev.ticketkit.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;
