/** A help desk on the Spring Boot starter: the host, as a partner would write it. */
@NullMarked
package dev.ticketkit.samples.helpdesk;

import org.jspecify.annotations.NullMarked;
