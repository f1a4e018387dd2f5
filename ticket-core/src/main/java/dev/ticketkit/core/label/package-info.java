/** The words for statuses, priorities and reports in each language. */
@NullMarked
package dev.ticketkit.core.label;

import org.jspecify.annotations.NullMarked;
