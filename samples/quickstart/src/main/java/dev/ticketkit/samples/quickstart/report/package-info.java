/** The desk's statistics: collected, checked, as a table and as JSON. */
@NullMarked
package dev.ticketkit.samples.quickstart.report;

import org.jspecify.annotations.NullMarked;
