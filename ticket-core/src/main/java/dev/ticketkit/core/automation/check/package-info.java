/** What is looked at before an automation is saved: its parts, its texts, and whether automations start each other without end. */
@NullMarked
package dev.ticketkit.core.automation.check;

import org.jspecify.annotations.NullMarked;
