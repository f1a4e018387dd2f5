/** What a tenant has made of statuses, priorities and categories. */
@NullMarked
package dev.ticketkit.spi.catalogue;

import org.jspecify.annotations.NullMarked;
