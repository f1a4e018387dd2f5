/**
 * Dynamic fields in texts, written {@code %%NAME%%}: templates, typed values, rendering, and what is suspicious in a template. Nothing
 * here reads a clock or a store.
 *
 * <p>Which value a field gets, the first that knows it: the ticket's own fields, those given with the event or by the caller of
 * {@code fire}, those of the host's {@link dev.ticketkit.spi.host.FieldSource}, the default in the template, and then what {@link
 * dev.ticketkit.core.field.MissingField} says.
 */
@NullMarked
package dev.ticketkit.core.field;

import org.jspecify.annotations.NullMarked;
