/** What actors may read, asked of the host's policy. */
@NullMarked
package dev.ticketkit.core.access;

import org.jspecify.annotations.NullMarked;
