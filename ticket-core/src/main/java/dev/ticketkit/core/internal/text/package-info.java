/** Texts made safe for logs and HTML. */
@NullMarked
package dev.ticketkit.core.internal.text;

import org.jspecify.annotations.NullMarked;
