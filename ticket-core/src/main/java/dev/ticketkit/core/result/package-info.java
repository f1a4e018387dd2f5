/** What commands and reads of the desk answer. */
@NullMarked
package dev.ticketkit.core.result;

import org.jspecify.annotations.NullMarked;
