/** JSON with the Jackson the host has. The one room that knows it. */
@NullMarked
package dev.ticketkit.core.internal.json;

import org.jspecify.annotations.NullMarked;
