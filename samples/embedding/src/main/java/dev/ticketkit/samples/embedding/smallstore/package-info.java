/** A store of one's own, as small as one can be: the first ring of ports, over maps and a file. */
@NullMarked
package dev.ticketkit.samples.embedding.smallstore;

import org.jspecify.annotations.NullMarked;
