/** Commits of several callers in one transaction. */
@NullMarked
package dev.ticketkit.jdbc.internal.groupcommit;

import org.jspecify.annotations.NullMarked;
