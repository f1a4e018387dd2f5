/** A log lived through again: each event a command at its own instant. */
@NullMarked
package dev.ticketkit.samples.quickstart.replay;

import org.jspecify.annotations.NullMarked;
