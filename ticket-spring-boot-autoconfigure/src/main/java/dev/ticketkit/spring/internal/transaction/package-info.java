/** How the storage finds the transactions of Spring. */
@NullMarked
package dev.ticketkit.spring.internal.transaction;

import org.jspecify.annotations.NullMarked;
