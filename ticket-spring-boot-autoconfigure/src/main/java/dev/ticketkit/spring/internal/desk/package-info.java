/** Puts the desk together from the beans of the application, and starts and stops it. */
@NullMarked
package dev.ticketkit.spring.internal.desk;

import org.jspecify.annotations.NullMarked;
