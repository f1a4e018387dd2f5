/** What a host writes to embed the desk in special ways: here, a store of its own. */
@NullMarked
package dev.ticketkit.samples.embedding;

import org.jspecify.annotations.NullMarked;
