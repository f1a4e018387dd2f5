/** What one commit writes, in one statement or several, and why it was rejected. */
@NullMarked
package dev.ticketkit.jdbc.internal.commit;

import org.jspecify.annotations.NullMarked;
