/** What a command works with: settings, actor, tenant, retries, reserved numbers. */
@NullMarked
package dev.ticketkit.core.internal.session;

import org.jspecify.annotations.NullMarked;
