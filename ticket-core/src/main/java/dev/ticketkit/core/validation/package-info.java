/** Checks commands through the Jakarta Validation API. */
@NullMarked
package dev.ticketkit.core.validation;

import org.jspecify.annotations.NullMarked;
