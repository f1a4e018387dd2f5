/** Texts with dynamic fields: grammar, values, rendering, what may be wrong. Pure: knows no store, clock or thread. */
@NullMarked
package dev.ticketkit.core.template;

import org.jspecify.annotations.NullMarked;
