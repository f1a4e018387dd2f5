/**
 * Runs automations: which are started by an event or a firing and why others are not, and their steps in order. Writes through
 * {@link dev.ticketkit.core.engine.StepCommands} alone.
 */
@NullMarked
package dev.ticketkit.core.engine;

import org.jspecify.annotations.NullMarked;
