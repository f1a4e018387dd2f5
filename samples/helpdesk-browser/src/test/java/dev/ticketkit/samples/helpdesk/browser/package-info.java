/** The help desk as people see it: clicked through in a real browser. */
@NullMarked
package dev.ticketkit.samples.helpdesk.browser;

import org.jspecify.annotations.NullMarked;
