package dev.ticketkit.samples.helpdesk.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it would be sent.
 *
 * @param address of the operator, or null for one without
 * @param subject its first line
 * @param body plain text
 * @param at when
 */
record Mail(@Nullable String address, String subject, String body, Instant at) {}
