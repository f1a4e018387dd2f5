/** The statistics as a page with charts, in one file. */
@NullMarked
package dev.ticketkit.samples.quickstart.page;

import org.jspecify.annotations.NullMarked;
