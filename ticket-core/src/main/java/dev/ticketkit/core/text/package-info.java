/** Text of others, made safe to show: as a cause, as HTML. */
@NullMarked
package dev.ticketkit.core.text;

import org.jspecify.annotations.NullMarked;
