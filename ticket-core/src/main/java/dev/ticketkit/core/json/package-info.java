/**
 * JSON by whichever Jackson the host has: the only place that knows one. Nothing outside this package may name a class of it, so that the rest
 * works where none is.
 */
@NullMarked
package dev.ticketkit.core.json;

import org.jspecify.annotations.NullMarked;
