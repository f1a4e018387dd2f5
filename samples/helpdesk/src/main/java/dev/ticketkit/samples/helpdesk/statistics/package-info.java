/** Statistics, as tables and charts. */
@NullMarked
package dev.ticketkit.samples.helpdesk.statistics;

import org.jspecify.annotations.NullMarked;
