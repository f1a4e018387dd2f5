/** Notifications to operators, and events to the host. */
@NullMarked
package dev.ticketkit.core.internal.delivery.notify;

import org.jspecify.annotations.NullMarked;
