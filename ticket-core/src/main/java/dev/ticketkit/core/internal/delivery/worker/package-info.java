/** Brings events to their consumers: claims, leases, attempts, acknowledgements. */
@NullMarked
package dev.ticketkit.core.internal.delivery.worker;

import org.jspecify.annotations.NullMarked;
