/** The desk. */
@NullMarked
package dev.ticketkit.core;

import org.jspecify.annotations.NullMarked;
