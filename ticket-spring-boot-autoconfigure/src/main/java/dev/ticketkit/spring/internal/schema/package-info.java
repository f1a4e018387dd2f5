/** The tables, looked at or made when the application starts. */
@NullMarked
package dev.ticketkit.spring.internal.schema;

import org.jspecify.annotations.NullMarked;
