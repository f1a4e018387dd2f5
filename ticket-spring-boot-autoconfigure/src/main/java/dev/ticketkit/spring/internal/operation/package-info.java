/** What those who operate the application see: health, figures, parked deliveries. */
@NullMarked
package dev.ticketkit.spring.internal.operation;

import org.jspecify.annotations.NullMarked;
