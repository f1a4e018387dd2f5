/** Automations of a tenant as a store keeps them: documents, executions, firings. */
@NullMarked
package dev.ticketkit.spi.storage.automation;

import org.jspecify.annotations.NullMarked;
