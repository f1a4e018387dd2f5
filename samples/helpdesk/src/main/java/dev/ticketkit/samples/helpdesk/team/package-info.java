/** Who works here, who writes here, and who may do what. */
@NullMarked
package dev.ticketkit.samples.helpdesk.team;

import org.jspecify.annotations.NullMarked;
