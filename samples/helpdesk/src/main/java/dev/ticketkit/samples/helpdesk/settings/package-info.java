/** What an administrator sets up. */
@NullMarked
package dev.ticketkit.samples.helpdesk.settings;

import org.jspecify.annotations.NullMarked;
