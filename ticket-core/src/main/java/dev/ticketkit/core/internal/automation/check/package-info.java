/** What is wrong with an automation before it is saved. Pure: knows no store, clock or thread. */
@NullMarked
package dev.ticketkit.core.internal.automation.check;

import org.jspecify.annotations.NullMarked;
