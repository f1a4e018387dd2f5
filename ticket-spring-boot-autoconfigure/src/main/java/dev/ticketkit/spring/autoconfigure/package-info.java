/** The beans that an application gets; each gives way to one of its own. */
@NullMarked
package dev.ticketkit.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
