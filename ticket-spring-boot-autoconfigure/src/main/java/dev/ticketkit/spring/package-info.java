/** What a Spring Boot application sees of the desk: its properties, and the ports it may fill by beans. */
@NullMarked
package dev.ticketkit.spring;

import org.jspecify.annotations.NullMarked;
