/** Event logs of help desks: read from CSV files, or made up from a seed. */
@NullMarked
package dev.ticketkit.samples.quickstart.log;

import org.jspecify.annotations.NullMarked;
