/** Chance that nobody can foresee. */
@NullMarked
package dev.ticketkit.core.random;

import org.jspecify.annotations.NullMarked;
