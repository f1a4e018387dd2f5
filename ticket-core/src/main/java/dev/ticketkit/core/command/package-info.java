/** What one can ask of the desk. A host's web layer may read these from JSON and validate them as they are; the desk validates them again. */
@NullMarked
package dev.ticketkit.core.command;

import org.jspecify.annotations.NullMarked;
