/** What starts an automation, and whether its condition holds. */
@NullMarked
package dev.ticketkit.core.internal.automation.decide;

import org.jspecify.annotations.NullMarked;
