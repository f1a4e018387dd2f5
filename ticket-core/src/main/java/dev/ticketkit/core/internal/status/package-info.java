/** Changes of the tenant's statuses, and what they touch. */
@NullMarked
package dev.ticketkit.core.internal.status;

import org.jspecify.annotations.NullMarked;
