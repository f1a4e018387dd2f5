/**
 * Decisions: pure functions from the ticket as it is, a command and a moment to the one write that records it. No store, no clock, no
 * input or output.
 */
@NullMarked
package dev.ticketkit.core.decision;

import org.jspecify.annotations.NullMarked;
