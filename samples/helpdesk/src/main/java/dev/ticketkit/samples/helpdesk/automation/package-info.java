/** What the desk does by itself: a list, an editor, a dry run. */
@NullMarked
package dev.ticketkit.samples.helpdesk.automation;

import org.jspecify.annotations.NullMarked;
