/** What a native image must know of. */
@NullMarked
package dev.ticketkit.spring.internal.aot;

import org.jspecify.annotations.NullMarked;
