/** Changes of the tenant's automations. */
@NullMarked
package dev.ticketkit.core.internal.automation.edit;

import org.jspecify.annotations.NullMarked;
