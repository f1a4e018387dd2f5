/** Signing in, and what people choose for themselves. */
@NullMarked
package dev.ticketkit.samples.helpdesk.account;

import org.jspecify.annotations.NullMarked;
