/** Mail to operators. */
@NullMarked
package dev.ticketkit.samples.helpdesk.mailbox;

import org.jspecify.annotations.NullMarked;
