/** Executions of automations, step by step. */
@NullMarked
package dev.ticketkit.core.internal.automation.execute;

import org.jspecify.annotations.NullMarked;
