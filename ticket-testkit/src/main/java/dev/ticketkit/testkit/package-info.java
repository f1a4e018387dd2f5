/** In-memory storage and contract tests. */
@NullMarked
package dev.ticketkit.testkit;

import org.jspecify.annotations.NullMarked;
