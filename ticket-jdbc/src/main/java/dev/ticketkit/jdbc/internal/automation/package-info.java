/** Executions of automations and what the host fired. */
@NullMarked
package dev.ticketkit.jdbc.internal.automation;

import org.jspecify.annotations.NullMarked;
