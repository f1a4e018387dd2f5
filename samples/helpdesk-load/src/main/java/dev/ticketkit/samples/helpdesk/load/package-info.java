/** The help desk with many tickets on PostgreSQL, asked by a real client. */
@NullMarked
package dev.ticketkit.samples.helpdesk.load;

import org.jspecify.annotations.NullMarked;
