/** Conversations with customers. */
@NullMarked
package dev.ticketkit.samples.helpdesk.chat;

import org.jspecify.annotations.NullMarked;
