/** Checks of commands, and their messages. */
@NullMarked
package dev.ticketkit.core.internal.validation;

import org.jspecify.annotations.NullMarked;
