/** Work in transactions: of our own, of the host, again when it lost, and tenant by tenant. */
@NullMarked
package dev.ticketkit.jdbc.internal.transaction;

import org.jspecify.annotations.NullMarked;
