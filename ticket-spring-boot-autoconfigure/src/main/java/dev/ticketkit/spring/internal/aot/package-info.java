/** What a native image must be told of. */
@NullMarked
package dev.ticketkit.spring.internal.aot;

import org.jspecify.annotations.NullMarked;
