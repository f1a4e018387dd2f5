/** What a host decides for one tenant. */
@NullMarked
package dev.ticketkit.core.tenant;

import org.jspecify.annotations.NullMarked;
